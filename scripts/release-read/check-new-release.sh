#!/usr/bin/env bash
# Tests the steps in CONTRIBUTING.md for a new release, with a made-up release that has a new status: one command, one row, one explanation.
# Then the first run of the tests must fail, and the second must pass. Works in a copy of the tracked files, with this checkout's node_modules.
set -euo pipefail
cd "$(dirname "$0")/../.."

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z | xargs -0 cp --parents --target-directory "$copy"
git init --quiet "$copy" && git -C "$copy" add --all # A test follows the links between the files of the repository.
ln -s "$PWD/node_modules" "$copy/node_modules"

# The made-up client exports the statuses of the newest release and one more.
binding="$copy/client/lib/binding/$(node --print '`node-v${process.versions.modules}-${process.platform}-${process.arch}`')"
mkdir -p "$binding"
touch "$binding/aerospike.node"
echo '{ "name": "aerospike", "version": "6.8.0" }' >"$copy/client/package.json"
node --print '`module.exports = ${JSON.stringify({
  ...require(".").forRelease("latest").status, MADE_UP: -99, AEROSPIKE_MADE_UP: -99 })}
module.exports.getMessage = (code) => code === -99 ? "Made up." : "Unknown status message " + code`' >"$copy/client/lib/status.js"

cd "$copy"
export CARGO_TARGET_DIR="$copy/target"
node scripts/release-read/release-read.js client --write
rm -r client
sed -i 's/^    Client AEROSPIKE_METRICS_CONFLICT$/    Client AEROSPIKE_MADE_UP\n        "A check of these steps made up this status.";\n&/' src/status.rs
printf '# AEROSPIKE_MADE_UP\n\nA check of these steps made up this status.\n\n## Sources\n\n- scripts/release-read/check-new-release.sh\n' >explanations/AEROSPIKE_MADE_UP.md

if env -u CI cargo test --quiet; then
  echo 'The first run must fail, because it rewrites the derived files.' >&2
  exit 1
fi
env CI=true cargo test --quiet
npm run build
npm run test:format
npm run test:addon
node --print 'require(".").forRelease("6.8.0").describe(-99)'
