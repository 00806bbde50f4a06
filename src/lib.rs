//! Every status code of the Aerospike Node.js client, for every release, as a Node-API addon.
//!
//! A file uses only files above it in this list:
//!
//! 1. Facts: `release` parses versions, `numbers` has the numbers by release, `status` and `subcode` the meanings, `other_names` the names of
//!    other clients, `address` and `stock` the official client's own messages, `explanations` the long texts.
//! 2. `table` makes a table per release from the facts. `suggest` and `search` find statuses in it.
//! 3. Texts for people: `text` describes a code, `failure` formats a failure as one line, `explain` lays out a long explanation.
//! 4. JavaScript: `value` converts values, `argument` rejects bad input, `json` writes results, `addon` has the functions that it calls.
//!
//! `derived` generates the parts of other files that come from the table. It belongs to the tests.

#![deny(unsafe_code)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects, clippy::expect_used, clippy::panic, clippy::unwrap_used))]
// Tests don't register the exports, so functions that only exports use look unused.
#![cfg_attr(test, allow(dead_code))]

#[allow(unsafe_code)] // Only in the code that #[napi] generates.
mod addon;
mod address;
mod argument;
#[cfg(test)]
mod derived;
mod explain;
mod explanations;
mod failure;
mod json;
mod numbers;
mod other_names;
mod release;
mod search;
mod status;
mod stock;
mod subcode;
mod suggest;
mod table;
mod text;
mod value;

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    const THIS_FILE: &str = include_str!("lib.rs");

    /// The modules that the list at the top of this file names, in its order. The list ends at an empty line.
    fn order() -> Vec<&'static str> {
        let list = THIS_FILE.lines().skip_while(|line| !line.starts_with("//! 1. ")).take_while(|line| *line != "//!");
        list.flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
    }

    /// The lines of a source without comments, and without the items that only tests have.
    fn shipped(source: &str) -> String {
        let mut shipped = String::new();
        let mut lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
        while let Some(line) = lines.next() {
            let indent = &line[..line.len() - line.trim_start().len()];
            if line.trim_start() != "#[cfg(test)]" {
                shipped += line;
                shipped.push('\n');
            } else if lines.by_ref().find(|line| !line.trim_start().starts_with('#')).is_some_and(|line| line.ends_with('{')) {
                let end = format!("{indent}}}");
                lines.by_ref().find(|line| *line == end);
            }
        }
        shipped
    }

    /// The modules after each `crate::` in a source: several in `crate::{a, b::{c, d}}`.
    fn used(source: &str) -> Vec<&str> {
        let mut used = Vec::new();
        for path in source.split("crate::").skip(1) {
            let mut depth = 0;
            let mut is_start = true;
            for (position, char) in path.char_indices() {
                match char {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' => is_start = depth == 1,
                    _ if char.is_whitespace() => continue,
                    _ if is_start && depth <= 1 => {
                        used.extend(path[position..].split(|char: char| !char.is_alphanumeric() && char != '_').next());
                        is_start = false;
                    }
                    _ => {}
                }
                if depth == 0 && !is_start {
                    break;
                }
            }
        }
        used
    }

    /// Every source in a folder and its subfolders.
    fn sources(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
    }

    #[test]
    fn the_list_names_every_module_once() {
        let mut listed = order();
        listed.sort_unstable();
        let source = shipped(THIS_FILE);
        let modules: Vec<_> = source.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';')).collect();
        assert_eq!(listed, modules);
    }

    #[test]
    fn each_file_uses_only_files_above_it_in_the_list() {
        let order = order();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut uses = 0;
        for path in sources(&folder) {
            // All files of a folder count as one.
            let module = path.strip_prefix(&folder).unwrap().iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
            let Some(place) = order.iter().position(|name| *name == module) else { continue };
            let source = fs::read_to_string(&path).unwrap();
            for name in used(&shipped(&source)) {
                assert!(name == module || order[..place].contains(&name), "{} uses {name}, which isn't above it", path.display());
                uses += 1;
            }
        }
        assert!(uses > 40, "{uses}");
    }

    #[test]
    fn reads_every_form_of_a_path() {
        let source = "use crate::text;\nuse crate::table::{Key, Table};\nuse crate::{explain, json::{self, rows},\n    value};\n#[cfg(test)]\nuse crate::derived;\nlet a = crate::stock::letters(b);\n#[cfg(test)]\n#[allow(dead_code)]\nmod tests {\n    use crate::addon;\n}\n// crate::failure\nuse crate::status;\n";
        assert_eq!(used(&shipped(source)), ["text", "table", "explain", "json", "value", "stock", "status"]);
    }
}
