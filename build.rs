//! Sets up the build of the addon, and generates Rust from the facts in `data/` and the texts in `explanations/`. Contradictory facts fail
//! the build.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use release::Release;

#[path = "src/release.rs"]
#[allow(dead_code)]
mod release;

type Outcome<T> = Result<T, Box<dyn Error>>;

const NUMBERS: &str = "data/numbers.json";
const STOCK_SENTENCES: &str = "data/stock-sentences.json";
const MESSAGES: &str = "data/messages.json";
const OTHER_NAMES: &str = "data/other-names.json";

fn main() -> Outcome<()> {
    napi_build::setup();
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for (source, generated) in [
        ("explanations", explanations()),
        (NUMBERS, numbers()),
        (STOCK_SENTENCES, stock_sentences()),
        (MESSAGES, messages()),
        (OTHER_NAMES, other_names()),
    ] {
        println!("cargo:rerun-if-changed={source}");
        match generated {
            Ok(code) => fs::write(out.join(Path::new(source).with_extension("rs").file_name().unwrap_or_default()), code)?,
            // Cargo reports the error. It must be one line.
            Err(error) => println!("cargo::error={}", error.to_string().replace('\n', " ")),
        }
    }
    Ok(())
}

fn read<T: DeserializeOwned>(file: &str) -> Outcome<T> {
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{file}:{}: {error}", error.line()).into())
}

// --- Numbers ---

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbers {
    releases: Vec<String>,
    statuses: BTreeMap<String, Vec<Span>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Span {
    code: i32,
    since: String,
    until: Option<String>,
    export: Option<Export>,
}

#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Export {
    Short,
    None,
}

/// Generates the list of releases, and the module `spans` with a constant for each status. A constant that no row of `src/status.rs` uses
/// doesn't compile.
fn numbers() -> Outcome<String> {
    let Numbers { releases, statuses } = read(NUMBERS)?;
    let parsed = releases.iter().map(|release| Release::parse(release).filter(|parsed| parsed.to_string() == *release));
    let parsed: Vec<_> = parsed.collect::<Option<_>>().ok_or_else(|| format!("{NUMBERS}: a release isn't of the form X.Y.Z"))?;
    if let Some(index) = (1..parsed.len()).find(|&index| parsed[index - 1] >= parsed[index]) {
        return Err(format!("{NUMBERS}: the release {} comes after {}", releases[index], releases[index - 1]).into());
    }

    let literals = releases.iter().map(|release| format!("Release::literal({release:?})")).collect::<Vec<_>>().join(", ");
    let mut code = format!("pub const RELEASES: &[Release] = &[{literals}];\npub mod spans {{\n");
    code += "#![deny(dead_code, reason = \"a status of data/numbers.json needs a row in src/status.rs\")]\nuse super::*;\n";
    for (name, spans) in statuses {
        if let Some(fault) = fault_of(&spans, &releases) {
            return Err(format!("{NUMBERS}: {name}: {fault}").into());
        }
        let spans = spans.iter().map(|Span { code, since, until, export }| {
            let until = until.as_ref().map_or("None".to_owned(), |until| format!("Some(Release::literal({until:?}))"));
            let export = export.map_or("Full".to_owned(), |export| format!("{export:?}"));
            format!("Span {{ code: {code}, since: Release::literal({since:?}), until: {until}, export: Export::{export} }}")
        });
        writeln!(code, "pub const {name}: &[Span] = &[{}];", spans.collect::<Vec<_>>().join(", "))?;
    }
    Ok(code + "}\n")
}

/// Says what is wrong with the spans of a status. `None` if they are valid.
fn fault_of(spans: &[Span], releases: &[String]) -> Option<String> {
    let position = |release: &String| releases.iter().position(|known| known == release);
    let mut ranges = Vec::new();
    for Span { code, since, until, export } in spans {
        let Some(start) = position(since) else { return Some(format!("{since} isn't in the list of releases")) };
        let end = match until {
            None => releases.len(),
            Some(until) => match position(until) {
                Some(end) => end,
                None => return Some(format!("{until} isn't in the list of releases")),
            },
        };
        if start >= end {
            return Some(format!("the span of {code} since {since} ends before it begins"));
        }
        ranges.push((start, end, *code, *export != Some(Export::None)));
    }
    if !ranges.is_sorted_by_key(|(start, ..)| *start) {
        return Some("the spans aren't in the order of the releases".to_owned());
    }
    for (index, (_, end, code, exported)) in ranges.iter().enumerate() {
        for (start, _, other, other_exported) in &ranges[index + 1..] {
            if start < end && (other == code || *exported && *other_exported) {
                return Some(format!("{code} and {other} overlap in {}", releases[*start]));
            }
        }
    }
    if ranges.is_empty() { Some("there are no spans".to_owned()) } else { None }
}

// --- Stock sentences ---

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StockSentences {
    #[serde(rename = "about")]
    _about: String,
    wordings: BTreeMap<String, Vec<Wording>>,
}

/// The hashes of one wording of a stock sentence: of the whole text, and of its first sentence.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wording {
    whole: String,
    first: Option<String>,
}

fn stock_sentences() -> Outcome<String> {
    let mut code = "&[\n".to_owned();
    for (name, wordings) in read::<StockSentences>(STOCK_SENTENCES)?.wordings {
        for Wording { whole, first } in wordings {
            let [whole, first] = [&whole, first.as_ref().unwrap_or(&whole)].map(|hash| u64::from_str_radix(hash, 16));
            let wrong = |_| format!("{STOCK_SENTENCES}: {name}: a hash must have 16 hexadecimal digits");
            writeln!(code, "({name:?}, {:#x}, {:#x}),", whole.map_err(wrong)?, first.map_err(wrong)?)?;
        }
    }
    Ok(code + "]\n")
}

// --- Messages ---

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Messages {
    #[serde(rename = "about")]
    _about: String,
    messages: BTreeMap<String, Vec<Message>>,
}

/// The longest run of fixed words in a message that the client sets beside a status.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Message {
    words: usize,
    hash: String,
    since: String,
    last: String,
    source: String,
}

/// Generates a list of statuses, runs, and whether the newest client has the message. If several statuses have a run, the one that the newest
/// client sets comes first. Of equally new ones, that's the blocking connection.
fn messages() -> Outcome<String> {
    let statuses = read::<Numbers>(NUMBERS)?.statuses;
    let mut runs = Vec::new();
    let mut newest: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (name, messages) in read::<Messages>(MESSAGES)?.messages {
        if !statuses.contains_key(&name) {
            return Err(format!("{MESSAGES}: {name}: it isn't in {NUMBERS}").into());
        }
        for Message { words, hash, since, last, source } in messages {
            let wrong = |what: &str| format!("{MESSAGES}: {name}: {what}");
            let hash = u64::from_str_radix(&hash, 16).map_err(|_| wrong("a hash must have 16 hexadecimal digits"))?;
            let parts = |release: String| release.split('.').map(str::parse).collect::<Result<Vec<u32>, _>>();
            let since = parts(since).map_err(|_| wrong("`since` must be a release"))?;
            let last = parts(last).map_err(|_| wrong("`last` must be a release"))?;
            let newest = newest.entry(source.clone()).or_insert_with(|| last.clone());
            if last > *newest {
                newest.clone_from(&last);
            }
            runs.push((Reverse(last), name != "AEROSPIKE_ERR_CONNECTION", Reverse(since), name.clone(), words, hash, source));
        }
    }
    runs.sort();
    // A list of names would need a relocation for each, which takes more space than the name.
    let mut names: Vec<_> = runs.iter().map(|(_, _, _, name, ..)| name.clone()).collect();
    names.sort();
    names.dedup();
    let lines = runs.iter().map(|(Reverse(last), _, _, name, words, hash, source)| {
        let is_current = newest.get(source) == Some(last);
        format!("({}, {words}, {hash:#x}, {is_current}),", names.iter().position(|known| known == name).unwrap_or_default())
    });
    let lines = lines.collect::<Vec<_>>().join("\n");
    Ok(format!("static NAMES: &str = {:?};\nstatic MESSAGES: &[Entry] = &[\n{lines}\n];\n", names.join("\n")))
}

// --- Other names ---

/// The clients with their own negative numbers, in the order in which texts list them.
const CLIENTS_WITH_OWN_NUMBERS: [&str; 3] = ["Java", "Go", "C#"];

/// The other clients whose names are in the data.
const CLIENTS_WITHOUT_OWN_NUMBERS: [&str; 2] = ["Python", "Rust"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct OtherNames {
    #[serde(rename = "about")]
    _about: String,
    /// For each status, its other names and who uses them.
    names: BTreeMap<String, BTreeMap<String, String>>,
    /// For each name that stands for several statuses, these statuses, the likeliest first.
    ambiguous: BTreeMap<String, Vec<String>>,
    /// For each name, the clients that have it and their numbers.
    client_numbers: BTreeMap<String, BTreeMap<String, i32>>,
}

fn clients_with_names() -> impl Iterator<Item = &'static str> {
    CLIENTS_WITH_OWN_NUMBERS.into_iter().chain(CLIENTS_WITHOUT_OWN_NUMBERS)
}

/// Generates the names as a text with a line per status, which is smaller than a list, and the ambiguous ones as a text with a line per
/// name. Also generates the texts that say who uses a name, and the numbers.
fn other_names() -> Outcome<String> {
    let statuses = read::<Numbers>(NUMBERS)?.statuses;
    let OtherNames { names, ambiguous, client_numbers, .. } = read(OTHER_NAMES)?;
    let mut known = BTreeMap::new();
    let mut callers = Vec::new();
    let mut text = String::new();
    for (status, names) in &names {
        let wrong = |what: String| Err(format!("{OTHER_NAMES}: {status}: {what}").into());
        if !statuses.contains_key(status) {
            return wrong(format!("it isn't in {NUMBERS}"));
        }
        write!(text, "{status}")?;
        for (name, users) in names {
            let caller = match users.split(", ").collect::<Vec<_>>().as_slice() {
                ["server"] => "the server calls".to_owned(),
                clients if !clients.iter().all(|client| clients_with_names().any(|known| known == *client)) => {
                    return wrong(format!("{name}: '{users}' is neither 'server' nor a list of clients"));
                }
                [before @ .., last] if !before.is_empty() => format!("the {} and {last} clients call", before.join(", ")),
                client => format!("the {} client calls", client.concat()),
            };
            let index = callers.iter().position(|known| *known == caller).unwrap_or_else(|| {
                callers.push(caller);
                callers.len() - 1
            });
            if let Some(other) = known.insert(name.to_uppercase(), status) {
                return wrong(format!("{name} also stands for {other}"));
            }
            write!(text, "\t{name}={index}")?;
        }
        text += "\n";
    }

    let mut of_several = String::new();
    for (name, owners) in &ambiguous {
        let wrong = |what: String| Err(format!("{OTHER_NAMES}: {name}: {what}").into());
        if let Some(status) = owners.iter().find(|status| !statuses.contains_key(*status)) {
            return wrong(format!("{status} isn't in {NUMBERS}"));
        }
        if let Some(status) = known.get(&name.to_uppercase()) {
            return wrong(format!("it's ambiguous, but also stands for {status}"));
        }
        if owners.len() < 2 {
            return wrong("it's ambiguous, but has fewer than two statuses".to_owned());
        }
        writeln!(of_several, "{name}\t{}", owners.join("\t"))?;
    }

    let mut code = format!("static NAMES: &str = {text:?};\nstatic CALLERS: &[&str] = &{callers:?};\n");
    writeln!(code, "static AMBIGUOUS: &str = {of_several:?};")?;
    writeln!(
        code,
        "const CLIENTS_WITH_OWN_NUMBERS: [&str; 3] = {CLIENTS_WITH_OWN_NUMBERS:?};\nstatic NUMBERS: &[(&str, [i32; 3])] = &["
    )?;
    for (name, numbers) in client_numbers {
        if let Some(client) = numbers.keys().find(|client| !CLIENTS_WITH_OWN_NUMBERS.contains(&client.as_str())) {
            return Err(format!("{OTHER_NAMES}: {name}: {client} isn't one of {CLIENTS_WITH_OWN_NUMBERS:?}").into());
        }
        let numbers = CLIENTS_WITH_OWN_NUMBERS.map(|client| numbers.get(client).copied().unwrap_or_default());
        writeln!(code, "({name:?}, {numbers:?}),")?;
    }
    Ok(code + "];\n")
}

// --- Explanations ---

/// Generates two strings from `explanations/`: the texts of all statuses, and those of all subcodes, each after its name. A text about all
/// subcodes of a status has an empty name. One string takes less space in the addon than a list, whose elements need relocations.
fn explanations() -> Outcome<String> {
    let mut files: Vec<_> = fs::read_dir("explanations")?.map(|file| Ok(file?.path())).collect::<Outcome<_>>()?;
    files.sort();
    let [mut of_statuses, mut of_subcodes] = [String::new(), String::new()];
    for file in files {
        let status = file.file_stem().unwrap_or_default().to_string_lossy();
        if status == status.to_uppercase() && status != "README" && file.extension().is_some_and(|extension| extension == "md") {
            let markdown = fs::read_to_string(&file)?.replace("\r\n", "\n");
            let text = markdown.split_once("\n## Sources").map_or(&*markdown, |(text, _sources)| text);
            let (text, subcodes) = text.split_once("\n## Subcodes\n").unwrap_or((text, ""));
            let text = text.split_once('\n').map_or("", |(_title, text)| text);
            write!(of_statuses, "\x1e{status}\x1f{}", plain(text))?;
            for (name, text) in by_subcode(subcodes) {
                write!(of_subcodes, "\x1e{status}\x1f{name}\x1f{text}")?;
            }
        }
    }
    Ok(format!("static EXPLANATIONS: &str = {of_statuses:?};\nstatic SUBCODE_EXPLANATIONS: &str = {of_subcodes:?};\n"))
}

/// The texts under the headings of the subcodes, with their names. The text before the first heading has an empty name.
fn by_subcode(part: &str) -> impl Iterator<Item = (&str, String)> {
    let (all, sections) = part.split_once("\n### ").unwrap_or((part, ""));
    let sections = sections.split("\n### ").filter_map(|section| section.split_once('\n'));
    [("", all)].into_iter().chain(sections).map(|(name, text)| (name, plain(text))).filter(|(_, text)| !text.is_empty())
}

/// The text without Markdown syntax.
fn plain(markdown: &str) -> String {
    let lines = markdown.trim().lines().map(|line| match line.strip_prefix("## ") {
        Some(heading) => format!("{heading}:"),
        None => line.replace('`', ""),
    });
    lines.collect::<Vec<_>>().join("\n")
}
