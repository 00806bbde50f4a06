//! Which status codes does a text have? A number counts only in a form that surely means a status, such as `code: 9` or `[-6]` at the end of a
//! line, and only if the text doesn't say that it's another system's, as in `exit code 9`.

use crate::other_names;
use crate::table::Table;

/// A text with more numbers is a log. Its other numbers hardly matter.
const MAX_CODES: usize = 64;

/// The words before a code. After an "error" without "code", the number can belong to a sentence: see [`Number::is_code`].
const LABELS: &[&str] = &["code", "status", "errorcode", "error_code", "errcode", "err_code", "resultcode", "result_code"];
const ERROR_LABELS: &[&str] = &["error", "err", "oerr", "aerospikeerror", "aerospikeexception", "aerospike"];
const SUBCODE_LABELS: &[&str] = &["subcode", "sub_code"];

/// Other systems that number their errors, with spaces around each.
const OTHER_SYSTEMS: &str = " http https rest response res resp axios fetch nginx websocket browser exit exits exited exiting signal killed shell \
    bash process docker container kubectl systemd grpc rpc jsonrpc errno os system windows win32 hresult libuv uv curl \
    wget npm yarn pnpm git ssh ftp smtp imap openssl dns rcode udf lua execution sql sqlstate mysql mysqld mariadb \
    postgres postgresql psql pg oracle ora sqlite mssql redis mongo mongodb mongoerror mongoservererror cassandra kafka \
    rabbitmq amqp elasticsearch dynamodb aws s3 gcp azure etcd consul zookeeper couchbase memcached neo4j ldap kerberos \
    smb ";

/// How many words before a number, and how many bytes, can say whose it is.
const WORDS_BEFORE: usize = 4;
const MAX_CLAUSE: usize = 120;

/// What a text says by numbers: rows of the table, in the order of the text.
#[derive(Default)]
pub struct Coded {
    pub rows: Vec<usize>,
    /// Rows that a number only hints at.
    pub hints: Vec<usize>,
}

pub fn in_text(table: &Table, text: &str) -> Coded {
    let mut coded = Coded::default();
    let mut subcodes = Vec::new();
    let mut rows: Vec<usize> = Vec::new();
    for number in numbers_in(text).filter_map(|number| number.meaning()).take(MAX_CODES) {
        match number {
            Meaning::Code(code) => rows.extend(table.positions_of(code)),
            Meaning::Subcode(subcode) => subcodes.push(subcode),
            Meaning::Pair(code, subcode) => {
                let has_subcode =
                    |row: &usize| table.meanings.get(*row).is_some_and(|meaning| meaning.subcode(subcode).is_some());
                rows.extend(table.positions_of(code).filter(has_subcode));
            }
            Meaning::OfJava(code) => {
                let status = other_names::status_of_java(code);
                let found = table.meanings.iter().position(|meaning| Some(meaning.status.name) == status);
                // Java's -1 covers all that has no number of its own. The rest of the text says more.
                if code == -1 { coded.hints.extend(found) } else { rows.extend(found) }
            }
        }
    }
    // Of a number with two meanings, the one that has the subcode comes first.
    let has_subcode = |row: &usize| {
        let meaning = table.meanings.get(*row);
        meaning.is_some_and(|meaning| subcodes.iter().any(|subcode| meaning.subcode(*subcode).is_some()))
    };
    if rows.is_empty() && !subcodes.is_empty() {
        coded.hints.extend((0..table.meanings.len()).filter(has_subcode));
    }
    let code_of = |row: &usize| table.meanings.get(*row).map(|meaning| meaning.code);
    for row in &rows {
        let same = || rows.iter().filter(|other| code_of(other) == code_of(row));
        for row in same().filter(|row| has_subcode(row)).chain(same().filter(|row| !has_subcode(row))) {
            if !coded.rows.contains(row) {
                coded.rows.push(*row);
            }
        }
    }
    coded
}

enum Meaning {
    Code(i32),
    Subcode(u32),
    /// `22/6`
    Pair(i32, u32),
    /// A negative number in the form of the Java and C# clients, which have their own.
    OfJava(i32),
}

/// A number in a text.
struct Number<'a> {
    value: i32,
    /// What stands before and after it in the text.
    before: &'a str,
    after: &'a str,
}

/// The integers in a text, apart from parts of words, decimal fractions, times and dates.
fn numbers_in(text: &str) -> impl Iterator<Item = Number<'_>> {
    let bytes = text.as_bytes();
    let is_digit = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_digit);
    let starts = (0..bytes.len()).filter(move |&index| is_digit(index) && !index.checked_sub(1).is_some_and(is_digit));
    starts.filter_map(move |digits| {
        let length = bytes.get(digits..)?.iter().take(MAX_DIGITS).take_while(|byte| byte.is_ascii_digit()).count();
        let end = digits.checked_add(length)?;
        let is_negative = text.get(..digits)?.ends_with('-');
        let start = if is_negative { digits.checked_sub(1)? } else { digits };
        let before = text.get(..start)?;
        let after = text.get(end..)?;
        let is_part_of_word = |char: char| char.is_alphanumeric() || matches!(char, '_' | '.' | '-' | '%' | '\u{fffd}');
        let is_followed =
            |marks: &[char]| after.strip_prefix(marks).is_some_and(|rest| rest.starts_with(|char: char| char.is_ascii_digit()));
        if before.ends_with(is_part_of_word)
            || after.starts_with(|char: char| char.is_alphanumeric() || matches!(char, '_' | '%' | '\u{fffd}'))
        {
            return None;
        }
        (!is_followed(&['.', ':', '-'])).then(|| text.get(start..end)?.parse().ok()).flatten().map(|value| Number {
            value,
            before,
            after,
        })
    })
}

/// Codes have at most four digits.
const MAX_DIGITS: usize = 6;

impl Number<'_> {
    fn meaning(&self) -> Option<Meaning> {
        if let Some(subcode) = self.paired_subcode() {
            return Some(Meaning::Pair(self.value, subcode));
        }
        let label = Label::before(self.before);
        if label.as_ref().is_some_and(|label| label.is_one_of(SUBCODE_LABELS)) {
            return u32::try_from(self.value).ok().map(Meaning::Subcode);
        }
        let has_words = |text: &str| text.contains(char::is_alphanumeric);
        let is_alone = || label.is_none() && !has_words(self.before) && !has_words(self.after);
        let before_label = match &label {
            Some(label) if self.is_after(label) => label.before,
            _ if self.is_bracketed_at_end() || is_alone() => self.before,
            _ => return None,
        };
        if is_of_other_system(tail(before_label, MAX_CLAUSE)) {
            return None;
        }
        let is_of_java = self.value < 0 && label.is_some_and(|label| label.is_of_java(self.after));
        Some(if is_of_java { Meaning::OfJava(self.value) } else { Meaning::Code(self.value) })
    }

    /// The 6 of `22/6`.
    fn paired_subcode(&self) -> Option<u32> {
        let digits = self.after.strip_prefix('/')?;
        let length = digits.bytes().take(MAX_DIGITS).take_while(u8::is_ascii_digit).count();
        let (subcode, after) = digits.split_at_checked(length)?;
        let goes_on = after.starts_with(|char: char| char.is_alphanumeric() || "/_-".contains(char));
        if goes_on || self.before.ends_with('/') { None } else { subcode.parse().ok() }
    }

    /// Whether a label before the number makes it a code. That of `Error: 5 NOT_FOUND` doesn't: gRPC writes so.
    fn is_after(&self, label: &Label) -> bool {
        let is_error = label.is_one_of(ERROR_LABELS);
        let has_words =
            self.after.strip_prefix(' ').is_some_and(|after| after.starts_with(|char: char| char.is_ascii_uppercase()));
        label.is_one_of(LABELS) || is_error && !(label.has_colon && has_words)
    }

    /// Whether the number is in brackets at the end of a line: `[-6]`, `(-10).`
    fn is_bracketed_at_end(&self) -> bool {
        let pairs = [('[', ']'), ('(', ')')];
        pairs.iter().any(|(open, close)| {
            let line = self.after.strip_prefix(*close).map(|after| after.split('\n').next().unwrap_or_default());
            self.before.ends_with(*open) && line.is_some_and(|line| line.chars().all(|char| !char.is_alphanumeric()))
        })
    }
}

/// The word that labels a number: `err.code === `
struct Label<'a> {
    word: &'a str,
    has_colon: bool,
    before: &'a str,
}

impl Label<'_> {
    fn before(text: &str) -> Option<Label<'_>> {
        let is_separator = |byte: &u8| b"\"'`\\ \t([#=!:".contains(byte);
        let length = text.bytes().rev().take_while(is_separator).count();
        // A label and its number don't touch.
        let (rest, separators) = text.split_at_checked(text.len().checked_sub(length)?).filter(|_| length > 0)?;
        let rest = [" is", " was", " of"].iter().find_map(|word| rest.strip_suffix(word)).unwrap_or(rest);
        let length = rest.bytes().rev().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        let (before, word) = rest.split_at_checked(rest.len().checked_sub(length)?)?;
        let is_whole = !word.is_empty() && before.bytes().next_back().is_none_or(|byte| byte.is_ascii());
        is_whole.then(|| Label { word, has_colon: separators.contains(':'), before })
    }

    fn is_one_of(&self, labels: &[&str]) -> bool {
        labels.iter().any(|label| self.word.eq_ignore_ascii_case(label))
    }

    /// Whether this is how the Java and C# clients write a code: `Error -3,1,0,30000`, `Error Code -1:`, `ResultCode: -8`.
    fn is_of_java(&self, after: &str) -> bool {
        let is_list = || after.strip_prefix(',').is_some_and(|after| after.starts_with(|char: char| char.is_ascii_digit()));
        match self.word {
            "Error" => is_list(),
            "Code" => self.before.ends_with("Error "),
            word => word.eq_ignore_ascii_case("resultcode"),
        }
    }
}

/// Whether the nearest words before a number, in the same clause, name another system.
fn is_of_other_system(before: &str) -> bool {
    let clause = before.rsplit([';', ',', '\n', '|']).next().unwrap_or_default();
    let words = clause.rsplit(|char: char| !char.is_alphanumeric() && char != '_').filter(|word| !word.is_empty());
    for word in words.take(WORDS_BEFORE).map(str::to_ascii_lowercase) {
        if word.starts_with("aerospike") {
            return false;
        }
        if OTHER_SYSTEMS.contains(&format!(" {word} ")) || word.starts_with("sig") {
            return true;
        }
    }
    false
}

/// The end of a text, of at most so many bytes.
fn tail(text: &str, length: usize) -> &str {
    let start = text.len().saturating_sub(length);
    (start..=text.len()).find_map(|index| text.get(index..)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::for_tests::table;

    fn codes(version: &str, text: &str) -> Vec<i32> {
        let table = table(version);
        in_text(table, text).rows.into_iter().map(|row| table.meanings[row].code).collect()
    }

    #[test]
    fn a_number_in_a_sure_form_is_a_code() {
        for (text, code) in [
            ("code: 9", 9),
            ("{\"code\":-8,\"message\":\"\"}", -8),
            ("{\\\"code\\\":-8}", -8),
            ("code 18", 18),
            ("status 9", 9),
            ("status=9", 9),
            ("error 22", 22),
            ("err.code === 2", 2),
            ("if (e.code == -8)", -8),
            ("code: '9',", 9),
            ("the code is 14.", 14),
            ("Error 22,1,0,30000,1000,1: not allowed", 22),
            ("Error Code 22: not allowed", 22),
            ("ResultCode: 22", 22),
            ("Error -3,1,0,30000,0,2: no node", -8),
            ("ResultCode: -8", -10),
            ("Server error in Connect command: [9]", 9),
            ("Socket read failed: -4095 [-6]", -6),
            ("could not connect (-10).", -10),
            ("first (-10)\nsecond", -10),
            ("Oerr(9) no answer", 9),
            ("AEROSPIKE_ERR_DEVICE_OVERLOAD (18)", 18),
            ("Aerospike error 9", 9),
            ("HTTP 500: aerospike error 9", 9),
            ("exit code 1; aerospike code 9", 9),
            ("error code -8", -8),
            ("9", 9),
            (" -8 ", -8),
            ("22/6", 22),
            ("got 22/6 from the server", 22),
            ("error 22 subcode 6", 22),
            ("{ code: 22, subcode: 6 }", 22),
        ] {
            assert_eq!(codes("6.7.1", text), [code], "{text}");
        }
        assert_eq!(codes("6.7.1", "code 9, then status 14"), [9, 14]);
    }

    #[test]
    fn a_number_of_another_system_or_in_another_form_is_no_code() {
        for text in [
            "HTTP status 200",
            "HTTP request failed with status 202",
            "HTTP/1.1 202",
            "exit code 9",
            "exited with code 1",
            "Process exited unexpectedly with status 5",
            "gRPC error code 5",
            "errno 13",
            "errno: -6",
            "[Errno 11]",
            "curl: (7)",
            "npm ERR! code 1",
            "SQLSTATE 22",
            "MySQL error 26",
            "Redis error 5",
            "(os error 13)",
            "killed by signal 9",
            "SIGKILL (9)",
            "exitCode: 1",
            "statusCode: 200",
            "response.status === 202",
            "Error: 5 NOT_FOUND: no such row",
            "Lua error 6",
            "LDAP error 52",
            "code: 'ENOENT'",
            "code 9.5",
            "code 9ms",
            "code 10:30",
            "decode 9",
            "line 22",
            "took 9 ms",
            "[9] is first",
            "22/99",
            "2026/22/6",
            "code: 99999999999",
            "-99",
        ] {
            assert_eq!(codes("6.7.1", text), [0; 0], "{text}");
        }
    }

    #[test]
    fn a_subcode_decides_between_two_meanings() {
        let table = table("6.7.1");
        let name = |text| table.meanings[in_text(table, text).rows[0]].name;
        assert_eq!(name("22/6"), "AEROSPIKE_ERR_FAIL_FORBIDDEN");
        let statuses = |text| in_text(table, text).hints.into_iter().map(|row| table.meanings[row].code).collect::<Vec<_>>();
        // Alone, it stands for any status that has it.
        assert!(statuses("(subcode=6)").contains(&22) && !statuses("(subcode=6)").contains(&9));
        assert!(codes("documented", "22/6").is_empty());
    }
}
