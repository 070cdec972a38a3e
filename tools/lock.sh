#!/bin/sh
# Resolve the locks again. They hold names, versions and hashes, and no registry's address.
set -eu
cd "$(dirname "$0")/.."
compile() { .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url "$@"; }
compile requirements/setup.in -o requirements/setup.txt
compile requirements/node.in -o requirements/node.txt
compile pyproject.toml -o requirements/base.txt
compile pyproject.toml --extra dev --constraints requirements/base.txt -o requirements/dev.txt
grep -c '^[a-z0-9]' requirements/base.txt requirements/dev.txt
