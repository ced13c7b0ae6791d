#!/bin/sh
# Resolve the newest versions that pyproject.toml allows into requirements/*.txt: versions and hashes for every
# platform, no registry address.
set -eu
cd "$(dirname "$0")/.."

command -v uv >/dev/null || { echo "make lock needs uv on the PATH (see CONTRIBUTING.md)." >&2; exit 1; }

compile() { # output file, then more arguments
    output=$1; shift
    uv pip compile --quiet --universal --upgrade --generate-hashes --no-emit-index-url --no-header --no-annotate \
        --python-version 3.11 --constraint requirements/lock-constraints.in \
        --output-file "$output" pyproject.toml "$@"
}

compile requirements/runtime.txt
compile requirements/dev.txt --extra keyring --group dev --constraint requirements/runtime.txt
