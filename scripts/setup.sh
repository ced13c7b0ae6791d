#!/bin/sh
# Build or renew a virtual environment: the hashed lock, then this checkout without its dependencies.
# Usage: scripts/setup.sh [FOLDER [VERSION]]     e.g. scripts/setup.sh .venv-3.12 3.12
# uv does it where it is on the PATH, venv and pip otherwise. PYTHON=/path/to/python3 chooses the interpreter.
set -eu
cd "$(dirname "$0")/.."
venv=${1:-.venv}
lock=requirements/dev.txt
export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1

interpreter() { # inside the environment; Windows names the folder differently
    if [ -d "$venv/Scripts" ]; then echo "$venv/Scripts/python"; else echo "$venv/bin/python"; fi
}

create() {
    if ! python=$(scripts/find_python.sh "${2:-}"); then
        echo "peerlog needs Python 3.11 or newer, and none was found${PYTHON:+ at $PYTHON}." >&2
        echo "Install one, or name it: make test PYTHON=/path/to/python3" >&2
        exit 1
    fi
    echo "Creating $venv with $python"
    rm -rf "$venv"
    if command -v uv >/dev/null && uv venv --quiet --python "$python" "$venv"; then return; fi
    "$python" -m venv "$venv" || {
        echo "Python's venv module does not work here; on Debian and Ubuntu: apt install python3-venv" >&2
        exit 1
    }
}

with_uv() {
    command -v uv >/dev/null || return 1
    uv pip install --quiet --python "$(interpreter)" --compile-bytecode --require-hashes -r "$lock" &&
        uv pip install --quiet --python "$(interpreter)" --no-deps --no-build-isolation -e . && return
    echo "uv could not install; trying pip." >&2
    return 1
}

with_pip() {
    "$(interpreter)" -m pip --version >/dev/null 2>&1 || "$(interpreter)" -m ensurepip >/dev/null
    "$(interpreter)" -m pip install -qq --require-hashes -r "$lock"
    "$(interpreter)" -m pip install -qq --no-deps --no-build-isolation -e .
}

"$(interpreter)" -c '' 2>/dev/null || create "$@"
rm -f "$venv/.ready"
echo "Installing into $venv (only after a change of pyproject.toml or the lock)"
with_uv || with_pip
touch "$venv/.ready"
