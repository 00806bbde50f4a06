//! The address of a node, which the client writes before or after a message.

/// Splits a line into its text and the node address before or after the text: `127.0.0.1:3000`, or `from 127.0.0.1:3000`.
pub fn split(line: &str) -> (&str, String) {
    let (before, text) = line.split_once(' ').filter(|(first, _)| is_address(first)).unwrap_or(("", line));
    let is_from_address = |(text, after): &(&str, &str)| {
        (text.is_empty() || text.ends_with(' ')) && after.strip_prefix("from ").is_some_and(is_address)
    };
    let (text, after) = text.rfind("from ").map(|index| text.split_at(index)).filter(is_from_address).unwrap_or((text, ""));
    let address = [before, after].map(str::trim).join(" ");
    (text.trim(), address.trim().to_owned())
}

/// Whether a word is a host and a port, as the client writes them: `127.0.0.1:3000`, `[::1]:3000`, `db-1.example:3000`.
pub fn is_address(word: &str) -> bool {
    word.rsplit_once(':').is_some_and(|(host, port)| {
        let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b".-_:[]%".contains(&byte);
        !host.is_empty() && host.bytes().all(is_host) && port.len() <= 5 && port.parse::<u16>().is_ok()
    })
}
