#!/usr/bin/env bash
# Fails if an addon needs something that some machines of its platform lack, or if an addon for Linux is larger than 768 KiB.
# Usage: scripts/check-portable.sh aerospike-status.PLATFORM.node
set -euo pipefail

fail() {
  echo "$1" >&2
  exit 1
}

size=$(wc -c <"$1" | tr -d ' ')
case $1 in
  *.linux-*)
    newest=$(objdump -T "$1" | { grep -o 'GLIBC_[0-9.]*' || true; } | sort -Vu | tail -n 1)
    libraries=$(objdump -p "$1" | sed -n 's/^ *NEEDED *//p' | tr '\n' ' ')
    echo "$1: $size bytes, ${newest:-no glibc}, $libraries"
    test "$size" -le 786432 || fail "$1 is larger than 768 KiB"
    case $1 in
      *-musl.node) test -z "$newest" || fail "$1 needs glibc" ;;
      *) test "$(printf '%s\n' "$newest" GLIBC_2.17 | sort -V | tail -n 1)" = GLIBC_2.17 || fail "$1 needs $newest" ;;
    esac
    ;;
  *.win32-*)
    # The names of imported libraries are plain text in the file.
    imported=$(grep -aoiE '[a-z0-9_-]+\.dll' "$1" | sort -fu | tr '\n' ' ')
    echo "$1: $size bytes, $imported"
    if grep -qiE 'vcruntime|msvcp|msvcr|ucrtbase|api-ms-win-crt' <<<"$imported"; then fail "$1 needs a C runtime that some Windows machines lack"; fi
    ;;
  *.darwin-*)
    oldest=$(otool -l "$1" | awk '/LC_BUILD_VERSION|LC_VERSION_MIN_MACOSX/ { look = 1 } look && /minos|version/ { print $2; exit }')
    echo "$1: $size bytes, macOS $oldest"
    test -n "$oldest" || fail "$1 doesn't say which macOS it needs"
    test "$(printf '%s\n' "$oldest" 11.0 | sort -t . -k 1,1n -k 2,2n | tail -n 1)" = 11.0 || fail "$1 needs macOS $oldest"
    ;;
  *) fail "$1 is for an unknown platform" ;;
esac
