#!/usr/bin/env bash
# Shows the system calls that the package makes: it compares a process that uses the package with one that uses an empty module.
# Needs Debian's strace.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo 'module.exports = new Proxy({}, { get: () => () => ({}) })' >"$folder/empty.js"
cat >"$folder/use.js" <<'EOF'
const aerospike = require(process.argv[2])
const { existsSync } = require('fs')
existsSync('/used-from-here')
const newest = aerospike.forRelease('6.7.1')
for (let code = -30; code < 1500; code++) newest.describe && newest.format && (newest.describe(code), newest.format({ code }), newest.toError(code), newest.explain(code))
existsSync('/to-here')
EOF
calls='file,network,process'
for module in "$folder/empty.js" "$PWD/index.js"; do
  strace -f -e trace="$calls" -o "$folder/$(basename "$module").log" node "$folder/use.js" "$module" 2>/dev/null
done

log=$folder/index.js.log
echo "files that an empty module doesn't open:"
opened() { grep -o 'openat([^)]*' "$1" | grep -o '"[^"]*"' | sort -u; }
comm -13 <(opened "$folder/empty.js.log") <(opened "$log")
echo "sockets: $(grep -cE 'socket\(|connect\(' "$log" || true), threads and processes beyond those with an empty module: $((\
  $(grep -cE 'clone3?\(|fork\(' "$log" || true) - $(grep -cE 'clone3?\(|fork\(' "$folder/empty.js.log" || true)))"
echo 'system calls for files, network and processes during 6,120 function calls:'
main=$(head -n 1 "$log" | cut -d' ' -f1)
sed -n '/used-from-here/,/to-here/p' "$log" | grep "^$main " | grep -v -- '-here' || echo none
echo "environment variables that the sources read: $(grep -nE 'process\.env|env::var|getenv' -r index.js lib src/*.rs || echo none)"
