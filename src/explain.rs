//! The text of `explain`: what happened, why, and what to do. It's plain text, 80 columns wide.

use crate::status::Category;
use crate::subcode::Subcode;
use crate::table::{Meaning, Table, history};
use crate::{explanations, other_names, suggest, text};

const COLUMNS: usize = 80;

/// Explains every meaning of a code, and the subcode. For an unknown code, returns what `describe` says.
pub fn explain_code(table: &Table, code: i32, subcode: Option<u32>) -> String {
    let meanings: Vec<_> = table.meanings_of(code).map(|meaning| explained(meaning, subcode)).collect();
    if meanings.is_empty() { text::describe(table, code, subcode) } else { meanings.join("\n\n") }
}

/// Explains the status with this name, and the subcode. For an unknown name, lists the nearest names.
pub fn explain_name(table: &Table, name: &str, subcode: Option<u32>) -> String {
    if let Some(meaning) = table.position(name).and_then(|position| table.meanings.get(position)) {
        return explained(meaning, subcode);
    }
    let nearest: String = suggest::suggest(table, name).iter().map(|name| format!("\n- {name}")).collect();
    let heading = if nearest.is_empty() { "" } else { "\n\nThe nearest names:\n" };
    format!("Unknown status '{}'{heading}{nearest}", text::quoted(name))
}

fn explained(meaning: &Meaning, subcode: Option<u32>) -> String {
    let Meaning { code, name, sentence, status, .. } = meaning;
    let transient = match status.transient {
        true => "yes: a retry after a pause may succeed",
        false => "no: there's no sign that the cause passes by itself",
    };
    let in_doubt = match status.in_doubt {
        true => "yes: a write that failed with it may have been applied",
        false => "no: this attempt wrote nothing",
    };
    let documented = status.documented.as_ref().map(|documented| format!("{} in the 1.x document", documented.code));
    let eras = history(name);
    let eras = eras.iter().map(|era| format!("{} {}", era.code, text::era_releases(era)));
    let numbers: Vec<_> = eras.chain(documented).collect();
    let mut facts = vec![("category", status.category.name())];
    if status.category != Category::Ok {
        facts.extend([("transient", transient), ("in doubt", in_doubt)]);
    }
    let numbers = numbers.join("; ");
    facts.push(("numbers", &numbers));
    let elsewhere = other_names::numbers_elsewhere(status, *code);
    facts.extend(elsewhere.iter().map(|numbers| ("elsewhere", numbers.as_str())));
    let facts: Vec<_> = facts.iter().map(|(label, fact)| wrapped(fact, &format!("  {label:<11}"), "             ")).collect();
    let facts = facts.join("\n");

    let plain = sentence.replace('`', "");
    let body = match explanations::of(status.name) {
        None => wrapped(&plain, "", ""),
        Some(explanation) if *sentence == status.sentence || *code == 0 => explanation.to_owned(),
        Some(explanation) => {
            let since = wrapped("The rest describes releases since 1.0.20, which use other numbers.", "", "");
            format!("{}\n\n{since}\n\n{explanation}", wrapped(&plain, "", ""))
        }
    };
    let subcodes = of_subcodes(meaning, subcode);
    format!("{name} ({code})\n\n{facts}\n\n{body}{subcodes}")
}

/// The subcodes of a status, one per line, or the explanation of one.
fn of_subcodes(meaning: &Meaning, number: Option<u32>) -> String {
    let Meaning { status, subcodes, .. } = meaning;
    let text_of = |name: &str| {
        let found = explanations::of_subcodes(status.name).find(|(subcode, _)| *subcode == name);
        found.map_or(String::new(), |(_, text)| format!("\n\n{text}"))
    };
    if let Some(Subcode { subcode, name, sentence, transient, .. }) = number.and_then(|number| meaning.subcode(number)) {
        let transient = if *transient { "Transient: yes." } else { "Transient: no." };
        let sentence = wrapped(&format!("{sentence} {transient}"), "", "");
        return format!("\n\nSubcode {subcode}, {name}:\n\n{sentence}{}", text_of(name));
    }
    let unknown = number.map_or(String::new(), |number| format!("\n\n{}", text::unknown_subcode(number)));
    if subcodes.is_empty() {
        return unknown;
    }
    let lines: String = subcodes.iter().map(|Subcode { subcode, name, .. }| format!("\n{subcode:>4} {name}")).collect();
    format!("\n\nSubcodes:{}\n{lines}{unknown}", text_of(""))
}

/// Wraps a text at 80 columns, with these indents for the first line and the others.
fn wrapped(text: &str, first_indent: &str, indent: &str) -> String {
    let mut lines = vec![first_indent.to_owned()];
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.ends_with(' ') || line.is_empty() => line.push_str(word),
            Some(line) if line.len().saturating_add(word.len()) < COLUMNS => *line = format!("{line} {word}"),
            _ => lines.push(format!("{indent}{word}")),
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::Release;
    use crate::status::STATUSES;
    use crate::subcode::{SUBCODES, subcodes_of};
    use crate::table::for_tests::table;

    /// Whether the text has a backtick, a heading or a carriage return. The `#` of the C# client isn't a heading.
    fn looks_like_markdown(text: &str) -> bool {
        text.contains(['`', '\r']) || text.lines().any(|line| line.starts_with('#'))
    }

    #[test]
    fn every_status_that_a_release_since_2_0_0_can_return_has_an_explanation() {
        let first = Release::literal("2.0.0");
        for status in STATUSES.iter().filter(|status| status.category != Category::Ldt) {
            let can_return = status.spans.iter().any(|span| span.until.is_none_or(|until| until > first));
            assert_eq!(explanations::all().any(|(name, _)| name == status.name), can_return, "{}", status.name);
        }
        for (name, _) in explanations::all() {
            assert!(STATUSES.iter().any(|status| status.name == name), "{name} isn't a status");
        }
    }

    #[test]
    fn every_explanation_fits_80_columns() {
        for table in (0..).map_while(Table::at) {
            for meaning in &table.meanings {
                let text = explain_code(table, meaning.code, None);
                assert!(text.contains(&format!("{} ({})", meaning.name, meaning.code)), "{text}");
                assert!(text.lines().all(|line| line.len() <= COLUMNS && line.trim_end() == line), "{text}");
                assert!(!looks_like_markdown(&text) && !text.contains("\n\n\n"), "{text}");
                assert!(explain_name(table, meaning.name, None).starts_with(&format!("{} (", meaning.name)));
            }
        }
    }

    #[test]
    fn all_texts_compiled_in_are_at_most_96_kb() {
        let texts = explanations::all().map(|(_, text)| text).chain(explanations::all_of_subcodes().map(|(.., text)| text));
        assert!(texts.map(|text| text.len()).sum::<usize>() <= 136_000);
    }

    #[test]
    fn reports_an_unknown_code_or_name() {
        let documented = Table::at(0).unwrap();
        assert_eq!(explain_code(documented, 2, None), text::describe(documented, 2, None));
        assert_eq!(explain_name(documented, "zzzz", None), "Unknown status 'zzzz'");
        assert_eq!(
            explain_name(documented, "TIMEUOT", None),
            "Unknown status 'TIMEUOT'\n\nThe nearest names:\n\n- AEROSPIKE_ERR_TIMEOUT"
        );
    }

    #[test]
    fn explains_a_number_of_the_document_with_its_own_sentence() {
        let documented = explain_code(Table::at(0).unwrap(), 300, None);
        assert!(documented.contains("\n\nGeneric cluster discovery & connection error.\n\n"), "{documented}");
        assert!(documented.contains("300 1.0.0-1.0.19; 11 since 1.0.20; 300 in the 1.x document"), "{documented}");
        let both = explain_code(Table::at(0).unwrap(), 501, None);
        assert!(both.contains("AEROSPIKE_ERR_REQUEST_INVALID (501)") && both.contains("AEROSPIKE_ERR_NAMESPACE_NOT_FOUND (501)"));
    }

    #[test]
    fn every_explanation_of_a_subcode_belongs_to_a_known_subcode() {
        for (status, name, text) in explanations::all_of_subcodes() {
            assert!(name.is_empty() || subcodes_of(status).iter().any(|subcode| subcode.name == name), "{status} {name}");
            assert!(!text.is_empty() && text.trim() == text && !looks_like_markdown(text), "{text}");
        }
    }

    #[test]
    fn lists_subcodes_and_explains_each() {
        let newest = table("6.7.1");
        for meaning in &newest.meanings {
            let text = explain_code(newest, meaning.code, None);
            assert_eq!(text.contains("\n\nSubcodes:\n"), !meaning.subcodes.is_empty(), "{text}");
            for Subcode { subcode, name, sentence, .. } in meaning.subcodes {
                assert!(text.contains(&format!("\n{subcode:>4} {name}")), "{text}");
                let own = explain_code(newest, meaning.code, Some(*subcode));
                assert!(own.contains(&format!("\n\nSubcode {subcode}, {name}:\n\n")), "{own}");
                assert!(own.replace('\n', " ").contains(sentence), "{own}");
                assert!(own.lines().all(|line| line.len() <= COLUMNS && line.trim_end() == line), "{own}");
            }
            assert!(explain_code(newest, meaning.code, Some(999)).ends_with("\n\n(unknown subcode 999)"));
        }
    }

    /// `explanations/README.md` has these rules under "The flag of a subcode".
    #[test]
    fn the_words_of_a_subcode_agree_with_its_flag() {
        const PASSES: &[&str] = &["retry", "retries", "pause", "wait", "later", "passes", "by itself"];
        const STAYS: &[&str] = &["don't help", "doesn't help", "never", "can't succeed", "somebody has to"];
        for Subcode { status, name, sentence, transient, .. } in SUBCODES {
            let section = explanations::of_subcodes(status).find(|(subcode, _)| subcode == name).map_or("", |(_, text)| text);
            let words = format!("{sentence} {section}").replace('\n', " ").to_lowercase();
            let last_sentence = sentence.trim_end_matches('.').rsplit(". ").next().unwrap();
            assert_eq!(last_sentence.starts_with("Retry "), *transient, "{name}: {sentence}");
            let contrary = if *transient { STAYS } else { PASSES };
            assert!(contrary.iter().all(|word| !words.contains(word)), "{name}: {words}");
        }
    }

    /// Otherwise the text of the status would contradict the flag of the subcode, as `explain(22, 4)` once did.
    #[test]
    fn sending_again_names_the_subcodes_whose_flag_differs() {
        for (name, text) in explanations::all() {
            let status = STATUSES.iter().find(|status| status.name == name).unwrap();
            let part = text.split_once("\n\nSending again:\n\n").map_or("", |(_, part)| part);
            let words: Vec<_> = part.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').collect();
            for subcode in subcodes_of(name) {
                let differs = subcode.transient != status.transient;
                assert_eq!(words.contains(&subcode.name), differs, "{name} {}: {part}", subcode.name);
            }
        }
    }

    /// For each combination of flags, `explanations/README.md` has the first sentence of "Sending again".
    #[test]
    fn sending_again_begins_with_the_sentence_for_the_flags() {
        let cell = |text: &str| match text {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        let openings: Vec<_> = include_str!("../explanations/README.md")
            .lines()
            .filter_map(|line| {
                let [opening, transient, in_doubt] =
                    *line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").collect::<Vec<_>>()
                else {
                    return None;
                };
                Some(((cell(transient)?, cell(in_doubt)?), opening))
            })
            .collect();
        assert_eq!(openings.len(), 4);
        for (name, text) in explanations::all() {
            let status = STATUSES.iter().find(|status| status.name == name).unwrap();
            let flags = (status.transient, status.in_doubt);
            let (_, opening) = openings.iter().find(|(pair, _)| *pair == flags).unwrap();
            match text.split_once("\n\nSending again:\n\n") {
                Some((_, part)) => assert!(part.replace('\n', " ").starts_with(opening), "{name}: {part}"),
                None => assert_eq!(flags, (false, false), "{name}"),
            }
        }
    }
}
