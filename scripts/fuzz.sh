#!/bin/sh
# Fuzz one target for some seconds: scripts/fuzz.sh FOLDER TARGET SECONDS, FOLDER being the virtual environment.
# atheris is installed into a folder of its own, so that the environment stays what the lock says.
set -eu
cd "$(dirname "$0")/.."
python=$1/bin/python
own=fuzz/.atheris
export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1
export PYTHONPATH="$PWD/$own:$PWD"

if ! "$python" -c "import atheris" 2>/dev/null; then
    echo "Installing atheris into $own"
    rm -rf "$own"
    "$python" -m pip --version >/dev/null 2>&1 || "$python" -m ensurepip >/dev/null
    "$python" -m pip install -qq --only-binary=:all: --require-hashes --target "$own" -r requirements/fuzz.txt || {
        rm -rf "$own"
        echo "atheris could not be installed; it has wheels for Linux on x86_64, Python 3.11 to 3.14." >&2
        exit 1
    }
fi
exec "$python" -m fuzz "$2" "$3"
