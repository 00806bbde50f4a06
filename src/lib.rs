//! Every status code of the Aerospike Node.js client, for every release, as a Node-API addon.
//!
//! `status` is the table. `release` knows the releases, `table` which table a release has, `text` writes what people read, `json`
//! what goes over to JavaScript whole, `value` looks at the values that applications hold, `argument` refuses bad input, and `addon`
//! is what JavaScript calls. `derived` writes the parts of other files that come from the table.

#![deny(unsafe_code)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects, clippy::expect_used, clippy::panic, clippy::unwrap_used))]
// A test program registers no exports, so what only they use is not called in one.
#![cfg_attr(test, allow(dead_code))]

#[allow(unsafe_code)] // Only in what #[napi] writes.
mod addon;
mod argument;
#[cfg(test)]
mod derived;
mod json;
mod release;
mod status;
mod table;
mod text;
mod value;
