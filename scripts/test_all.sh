#!/bin/sh
# Run the tests with every supported Python on this machine, each in an environment of its own (.venv-3.X).
set -eu
cd "$(dirname "$0")/.."
unset PYTHON
report='' failed=0

for version in 3.11 3.12 3.13 3.14; do
    if ! scripts/find_python.sh "$version" >/dev/null; then
        report="$report\n  $version  not on this machine"
        continue
    fi
    echo "== Python $version"
    if make --no-print-directory pytest VENV=".venv-$version" SERIES="$version"; then
        report="$report\n  $version  passed"
    else
        report="$report\n  $version  FAILED"
        failed=1
    fi
done

printf "$report\n"
exit "$failed"
