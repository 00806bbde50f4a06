#!/usr/bin/env bash
# Publishes the tarballs that a file lists, in that order. Skips versions that are already published, so you can run it again after a failure.
# Usage: scripts/publish.sh LIST [OPTION OF npm publish]...
set -euo pipefail

list=$1
shift
while read -r tarball <&3; do
  id=$(tar -xzOf "$tarball" package/package.json | node --print 'const { name, version } = JSON.parse(require("fs").readFileSync(0)); `${name}@${version}`')
  if test -n "$(npm view "$id" version 2>/dev/null)"; then
    echo "$id is already published"
  else
    npm publish "$tarball" --access public --ignore-scripts "$@"
  fi
done 3<"$list"
