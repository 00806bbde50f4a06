#!/usr/bin/env bash
# Runs every function of every table under valgrind's memcheck, and looks for leaks. Fails if the stack of an error has a frame of the addon.
# Needs Debian's valgrind. It builds the addon with symbols, so that frames have function names.
set -euo pipefail
cd "$(dirname "$0")/.."

CARGO_PROFILE_RELEASE_STRIP=none cargo build --quiet --release --target-dir target/valgrind
folder=target/valgrind/package
mkdir -p $folder
cp -r index.js lib $folder
cp target/valgrind/release/libaerospike_status.so "$folder/aerospike-status.linux-$(node --print process.arch)-gnu.node"

cat >$folder/use.js <<'EOF'
const aerospike = require('./index.js')
const hostile = [null, undefined, '', 'x'.repeat(1e5), '\ud800', NaN, 1n, Symbol('s'), {}, { get code() { throw new Error() } }, new Proxy({}, {})]
for (const table of [aerospike, ...aerospike.releases.map(aerospike.forRelease)]) {
  for (const { code, name } of table.list()) {
    table.describe(code), table.lookup(name), table.lookupAll(code), table.search(name), table.isTransient({ code })
    table.explain(code), table.explain(name), table.suggest(name.slice(0, -1)), table.format({ status: code, record: null })
    table.format({ code, message: 'a\nb' }), table.toError({ code, func: 'f', file: 'a.c', line: 1 })
    table.isInDoubt({ code, command: {} }), table.is({ code, message: name }, name), table.serialize({ code, subcode: 6 }), table.toError(name)
    table.statusOf(new Error(table.describe(code)))
    aerospike.history(name), aerospike.translate(code, { from: table.release, to: 'documented' })
  }
  for (const value of hostile) {
    for (const name of ['isOk', 'isError', 'isTransient', 'isInDoubt', 'statusOf', 'format', 'toError', 'serialize']) table[name](value)
    for (const name of ['describe', 'lookup', 'lookupAll', 'search', 'explain', 'suggest']) try { table[name](value) } catch (error) {}
  }
}
console.log('called every function of', aerospike.releases.length + 1, 'tables')
EOF
log=$folder/memcheck.log
valgrind --log-file=$log --smc-check=all-non-file --leak-check=full --show-leak-kinds=definite --num-callers=40 \
  node --single-threaded --jitless --expose-gc $folder/use.js
grep -E 'definitely lost|ERROR SUMMARY' $log || true
errors=$(grep -c 'aerospike-status.*\.node' $log || true)
echo "frames of the addon in errors: $errors"
test "$errors" = 0
