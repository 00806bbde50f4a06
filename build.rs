//! Beside what an addon needs: cuts the explanations to what `explain` shows, so that nothing more of them is compiled in.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    napi_build::setup();
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    cut_explanations(Path::new(&out))
}

/// Writes what is shown of explanations/ as two lists in Rust: `explanations.rs` by status, and `subcode-explanations.rs` by status and
/// subcode, where what a file says of all its subcodes has no name.
fn cut_explanations(out: &Path) -> io::Result<()> {
    println!("cargo:rerun-if-changed=explanations");
    let mut files: Vec<_> = fs::read_dir("explanations")?.map(|file| Ok(file?.path())).collect::<io::Result<_>>()?;
    files.sort();
    let mut of_statuses = String::from("&[\n");
    let mut of_subcodes = String::from("&[\n");
    for file in files {
        let status = file.file_stem().unwrap_or_default().to_string_lossy();
        if status == status.to_uppercase() && status != "README" && file.extension().is_some_and(|extension| extension == "md") {
            let markdown = fs::read_to_string(&file)?.replace("\r\n", "\n");
            let text = markdown.split_once("\n## Sources").map_or(&*markdown, |(text, _sources)| text);
            let (text, subcodes) = text.split_once("\n## Subcodes\n").unwrap_or((text, ""));
            let text = text.split_once('\n').map_or("", |(_title, text)| text);

            let shown = out.join(format!("{status}.txt"));
            fs::write(&shown, plain(text))?;
            of_statuses += &format!("    ({status:?}, include_str!({shown:?})),\n");
            for (name, text) in by_subcode(subcodes) {
                of_subcodes += &format!("    ({status:?}, {name:?}, {text:?}),\n");
            }
        }
    }
    fs::write(out.join("explanations.rs"), of_statuses + "]")?;
    fs::write(out.join("subcode-explanations.rs"), of_subcodes + "]")
}

/// The texts under the headings of the subcodes, and before them, under no name, what stands before the first heading.
fn by_subcode(part: &str) -> Vec<(&str, String)> {
    let mut sections = part.split("\n### ");
    let all = sections.next().map(|text| ("", text));
    let texts = all.into_iter().chain(sections.filter_map(|section| section.split_once('\n')));
    texts.map(|(name, text)| (name, plain(text))).filter(|(_, text)| !text.is_empty()).collect()
}

/// The text without the signs that only a renderer of Markdown reads.
fn plain(markdown: &str) -> String {
    let lines = markdown.trim().lines().map(|line| match line.strip_prefix("## ") {
        Some(heading) => format!("{heading}:"),
        None => line.replace('`', ""),
    });
    lines.collect::<Vec<_>>().join("\n")
}
