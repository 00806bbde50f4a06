#!/usr/bin/env bash
# Fails where an addon needs a glibc newer than 2.17, or is larger than 512 kB.
# Usage: scripts/check-portable.sh FILE
set -euo pipefail

newest=$(objdump -T "$1" | grep -o 'GLIBC_[0-9.]*' | sort -Vu | tail -n 1)
size=$(wc -c <"$1")
echo "$1: ${newest:-no glibc}, $size bytes"
test "$(printf '%s\n' "${newest:-GLIBC_0}" GLIBC_2.17 | sort -V | tail -n 1)" = GLIBC_2.17
test "$size" -le 512000
