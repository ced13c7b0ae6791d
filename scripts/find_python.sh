#!/bin/sh
# Print the path of an interpreter: of the minor version named ("3.12"), or else of the best one from 3.11 on.
# $PYTHON, when set, is the only candidate. Exit status 1 when there is none.
set -eu
wanted=${1:-}

# A shim of pyenv, or the Windows store's alias, may exist for an interpreter that does not: ask it.
accept() { # command, lowest version, first version that is too high
    "$1" -c 'import sys
low, high = (tuple(map(int, v.split("."))) for v in sys.argv[1:])
if not low <= sys.version_info[:2] < high: sys.exit(1)
print(sys.executable, end="")' "$2" "$3" 2>/dev/null
}

candidates() {
    if [ -n "${PYTHON:-}" ]; then echo "$PYTHON"; return; fi
    [ -z "$wanted" ] || echo "python$wanted"
    printf '%s\n' python3 python3.14 python3.13 python3.12 python3.11 python py
    for version in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.*; do echo "$version/bin/python"; done
    if command -v uv >/dev/null; then uv python find --no-python-downloads "${wanted:->=3.11}" 2>/dev/null || true; fi
}

first() { # lowest version, first version that is too high
    candidates | while IFS= read -r candidate; do
        if accept "$candidate" "$1" "$2"; then break; fi
    done | grep .
}

if [ -n "$wanted" ]; then
    first "$wanted" "3.$((${wanted#3.} + 1))"
else
    first 3.11 3.15 || first 3.11 3.100
fi
