"""What the repository holds, whoever put it there."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# In pieces, so that this file is not the first to hold them.
REGISTRIES = [
    ".".join(pieces).encode()
    for pieces in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs"),
        ("registry", "yarnpkg"),
        ("conda", "anaconda"),
        ("proxy", "golang"),
        ("static.crates", "io"),
        ("index.crates", "io"),
        ("deb", "debian"),
        ("ftp", "debian"),
        ("security", "debian"),
        ("snapshot", "debian"),
        ("archive", "ubuntu"),
        ("security", "ubuntu"),
        ("dl-cdn", "alpinelinux"),
    ]
]


def tracked_files() -> list[Path]:
    """Every file that git knows. Skips where there is no git or no repository, as in a source archive."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    try:
        listed = subprocess.run(
            ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
        )
    except FileNotFoundError:
        pytest.skip("git is not installed")
    return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def test_no_file_names_a_package_registry() -> None:
    files = tracked_files()
    assert files
    found = [
        f"{path.relative_to(ROOT)}: {registry.decode()}"
        for path in files
        for registry in REGISTRIES
        if registry in path.read_bytes().lower()
    ]
    assert found == []


def test_every_locked_package_has_a_hash() -> None:
    for lock in ["runtime.txt", "dev.txt"]:
        lines = (ROOT / "requirements" / lock).read_text(encoding="utf-8").splitlines()
        pinned = [number for number, line in enumerate(lines) if "==" in line]
        assert pinned
        assert [lines[n] for n in pinned if not lines[n + 1].startswith("    --hash=sha256:")] == []
        assert [line for line in lines if not line.startswith("    --hash=sha256:") and "==" not in line] == []
