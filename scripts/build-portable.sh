#!/usr/bin/env bash
# Builds and checks the addon for any Linux with glibc 2.17 or later (RHEL 7 and 8, Debian 8 and later) or with musl. The linker is zig.
# Targets other than the default need `rustup target add TARGET`. Only the default has been built with this script.
# Usage: scripts/build-portable.sh [TARGET], where TARGET is a Rust target and the default is x86_64-unknown-linux-gnu.
set -euo pipefail
cd "$(dirname "$0")/.."

target=${1:-x86_64-unknown-linux-gnu}
case $target in
  x86_64-unknown-linux-gnu) platform=linux-x64-gnu zig_target=$target.2.17 ;;
  aarch64-unknown-linux-gnu) platform=linux-arm64-gnu zig_target=$target.2.17 ;;
  x86_64-unknown-linux-musl) platform=linux-x64-musl zig_target=$target ;;
  aarch64-unknown-linux-musl) platform=linux-arm64-musl zig_target=$target ;;
  *) echo "$0: no portable build for $target" >&2; exit 2 ;;
esac

# Install zig and cargo-zigbuild from PyPI into a folder of their own.
zig=target/zig
test -x $zig/bin/cargo-zigbuild || { python3 -m venv $zig && $zig/bin/pip install --quiet ziglang==0.14.1 cargo-zigbuild==0.24.0; }
PATH=$PWD/$zig/bin:$PATH cargo zigbuild --release --target "$zig_target"

addon=aerospike-status.$platform.node
cp "target/$target/release/libaerospike_status.so" "$addon"
scripts/check-portable.sh "$addon"
