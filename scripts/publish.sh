#!/usr/bin/env bash
# Publishes the tarballs that a file lists, in its order. What is published already is left out: after it stopped half way it can be run
# again. Usage: scripts/publish.sh LIST [OPTION OF npm publish]...
set -euo pipefail

list=$1
shift
while read -r tarball <&3; do
  id=$(tar -xzOf "$tarball" package/package.json | node --print 'const { name, version } = JSON.parse(require("fs").readFileSync(0)); `${name}@${version}`')
  if test -n "$(npm view "$id" version 2>/dev/null)"; then
    echo "$id is published"
  else
    npm publish "$tarball" --access public --ignore-scripts "$@"
  fi
done 3<"$list"
