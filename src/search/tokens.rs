//! How does a text divide into tokens and words?
//!
//! Control characters, and U+FFFD, which replaces lone surrogates, count as letters. So a token or word with one matches nothing.

/// The longest runs of letters, digits and underscores. All characters that aren't ASCII count as letters.
pub fn tokens_of(text: &str) -> impl Iterator<Item = &str> {
    let is_letter = |byte: u8| {
        byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii() || byte.is_ascii_control() && !byte.is_ascii_whitespace()
    };
    let mut position = 0;
    std::iter::from_fn(move || {
        let rest = text.as_bytes().get(position..)?;
        let start = rest.iter().position(|byte| is_letter(*byte))?;
        let rest = rest.get(start..)?;
        let length = rest.iter().position(|byte| !is_letter(*byte)).unwrap_or(rest.len());
        let from = position.saturating_add(start);
        position = from.saturating_add(length);
        text.get(from..position)
    })
}

/// The longest runs of letters and digits.
pub fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let is_letter = |char: char| char.is_alphanumeric() || char == '\u{fffd}' || char.is_control() && !char.is_whitespace();
    text.split(move |char| !is_letter(char)).filter(|word| !word.is_empty())
}

/// Whether a character that no word has is at a position.
pub fn is_spoiled(bytes: &[u8], position: usize) -> bool {
    let rest = bytes.get(position..).unwrap_or_default();
    rest.first().is_some_and(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace())
        || rest.starts_with("\u{fffd}".as_bytes())
}
