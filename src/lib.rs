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
