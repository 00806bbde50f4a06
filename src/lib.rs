//! Every status code of the Aerospike Node.js client, for every release, as a Node-API addon.
//!
//! - Facts: `status` and `subcode` have the meanings, `numbers` the numbers by release, `other_names` the names of other clients,
//!   `stock` the official client's own sentences. `release` parses versions, and `table` makes a table per release from all this.
//! - Texts for people: `text` describes a code, `failure` formats a failure as one line, `explain` has the long explanations. `search` and
//!   `suggest` find statuses, and `address` finds a node's address in a message.
//! - JavaScript: `addon` has the functions that it calls, `argument` rejects bad input, `value` converts values, `json` writes results.
//! - `derived` generates the parts of other files that come from the table.

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
