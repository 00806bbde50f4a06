//! What happened, why, and what to do: the text of `explain`, plain and of 80 columns for a terminal.

use crate::status::Category;
use crate::table::{Meaning, Table, history};
use crate::{suggest, text};

const COLUMNS: usize = 80;

// The texts of `explanations/`, as `build.rs` has cut them from the files: `EXPLANATIONS` by status, `SUBCODE_EXPLANATIONS` by status and
// subcode.
include!(concat!(env!("OUT_DIR"), "/explanations.rs"));

/// Every meaning of a number explained; what `describe` says of an unknown one.
pub fn explain_code(table: &Table, code: i32) -> String {
    let meanings: Vec<_> = table.meanings_of(code).map(explained).collect();
    if meanings.is_empty() { text::describe(table, code) } else { meanings.join("\n\n") }
}

/// The status of a name explained; for an unknown one the nearest names.
pub fn explain_name(table: &Table, name: &str) -> String {
    if let Some(meaning) = table.position(name).and_then(|position| table.meanings.get(position)) {
        return explained(meaning);
    }
    let nearest: String = suggest::suggest(table, name).iter().map(|name| format!("\n- {name}")).collect();
    let heading = if nearest.is_empty() { "" } else { "\n\nThe nearest names:\n" };
    format!("Unknown status '{}'{heading}{nearest}", text::quoted(name))
}

fn explained(meaning: &Meaning) -> String {
    let Meaning { code, name, sentence, status, .. } = meaning;
    let transient = match status.transient {
        true => "yes: the same request may succeed if it is sent again after a pause",
        false => "no: nothing shows that it passes by itself",
    };
    let documented = status.documented.as_ref().map(|documented| format!("{} in the 1.x document", documented.code));
    let eras = history(name);
    let eras = eras.iter().map(|era| format!("{} {}", era.code, text::era_releases(era)));
    let numbers: Vec<_> = eras.chain(documented).collect();
    let facts = [("category", status.category.name()), ("transient", transient), ("numbers", &numbers.join("; "))];
    let facts = facts.iter().filter(|(label, _)| *label != "transient" || status.category != Category::Ok);
    let facts: Vec<_> = facts.map(|(label, fact)| wrapped(fact, &format!("  {label:<11}"), "             ")).collect();
    let facts = facts.join("\n");

    let plain = sentence.replace('`', "");
    let body = match EXPLANATIONS.iter().find(|(its, _)| *its == status.name) {
        None => wrapped(&plain, "", ""),
        Some((_, explanation)) if *sentence == status.sentence || *code == 0 => (*explanation).to_owned(),
        Some((_, explanation)) => {
            let since = wrapped("What follows holds for the releases since 1.0.20, which have other numbers.", "", "");
            format!("{}\n\n{since}\n\n{explanation}", wrapped(&plain, "", ""))
        }
    };
    format!("{name} ({code})\n\n{facts}\n\n{body}")
}

/// The text in lines of at most 80 columns, the first and the others indented so.
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

    #[test]
    fn what_a_release_from_2_0_0_on_can_return_has_an_explanation() {
        let first = Release::literal("2.0.0");
        for status in STATUSES.iter().filter(|status| status.category != Category::Ldt) {
            let can_return = status.spans.iter().any(|span| span.until.is_none_or(|until| until > first));
            assert_eq!(EXPLANATIONS.iter().any(|(name, _)| *name == status.name), can_return, "{}", status.name);
        }
        for (name, _) in EXPLANATIONS {
            assert!(STATUSES.iter().any(|status| status.name == *name), "{name} is no status");
        }
    }

    #[test]
    fn every_explanation_fits_a_terminal() {
        for table in (0..).map_while(Table::at) {
            for meaning in &table.meanings {
                let text = explain_code(table, meaning.code);
                assert!(text.contains(&format!("{} ({})", meaning.name, meaning.code)), "{text}");
                assert!(text.lines().all(|line| line.len() <= COLUMNS && line.trim_end() == line), "{text}");
                assert!(!text.contains(['`', '#', '\r']) && !text.contains("\n\n\n"), "{text}");
                assert!(explain_name(table, meaning.name).starts_with(&format!("{} (", meaning.name)));
            }
        }
    }

    #[test]
    fn all_texts_compiled_in_are_at_most_96_kb() {
        assert!(EXPLANATIONS.iter().map(|(_, text)| text.len()).sum::<usize>() <= 96_000);
    }

    #[test]
    fn what_is_unknown_is_told_as_such() {
        let documented = Table::at(0).unwrap();
        assert_eq!(explain_code(documented, 2), text::describe(documented, 2));
        assert_eq!(explain_name(documented, "zzzz"), "Unknown status 'zzzz'");
        assert_eq!(
            explain_name(documented, "TIMEUOT"),
            "Unknown status 'TIMEUOT'\n\nThe nearest names:\n\n- AEROSPIKE_ERR_TIMEOUT"
        );
    }

    #[test]
    fn the_document_speaks_for_its_own_numbers() {
        let documented = explain_code(Table::at(0).unwrap(), 300);
        assert!(documented.contains("\n\nGeneric cluster discovery & connection error.\n\n"), "{documented}");
        assert!(documented.contains("300 1.0.0-1.0.19; 11 since 1.0.20; 300 in the 1.x document"), "{documented}");
        let both = explain_code(Table::at(0).unwrap(), 501);
        assert!(both.contains("AEROSPIKE_ERR_REQUEST_INVALID (501)") && both.contains("AEROSPIKE_ERR_NAMESPACE_NOT_FOUND (501)"));
    }
}
