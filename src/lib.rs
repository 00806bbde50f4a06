//! Every status code of the Aerospike Node.js client, for every release, as a Node-API addon.
//!
//! `status` is the table. `release` knows the releases, `table` which table a release has, `text` writes what people read of it,
//! `failure` a failure as one line, `explain` the long explanations, `stock` knows the official client's own sentences, and `suggest`
//! the nearest names. `json` is what goes over to JavaScript whole, `value` what index.js has read of a value, `argument` refuses bad
//! input, and `addon` is what JavaScript calls. `derived` writes the parts of other files that come from the table.
//! `subcode` is the table of the subcodes.

#![deny(unsafe_code)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects, clippy::expect_used, clippy::panic, clippy::unwrap_used))]
// A test program registers no exports, so what only they use is not called in one.
#![cfg_attr(test, allow(dead_code))]

#[allow(unsafe_code)] // Only in what #[napi] writes.
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
