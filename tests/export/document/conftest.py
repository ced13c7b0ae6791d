"""Chromium and axe-core, fetched where they are not installed; where they cannot be had tests skip with the reason."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.fetching import Run, fetched, needed
from tests.programs import MUST_BE_HERE, program

if TYPE_CHECKING:
    from .browser import Browser

NPM_FOLDER = Path(__file__).parent / "npm"


@pytest.fixture(scope="session")
def oracles(request: pytest.FixtureRequest) -> Path:
    """The folder that others' programs are fetched into, once for all runs."""
    assert request.config.cache is not None
    return request.config.cache.mkdir("oracles")


@pytest.fixture(scope="session")
def chromium(oracles: Path) -> tuple[Path, str]:
    """The program, and the folders of libraries that it needs besides the system's."""
    if sys.platform == "win32":
        pytest.skip("the browser is spoken to over descriptors that Windows has not")
    if MUST_BE_HERE or shutil.which("chromium"):
        return Path(program("chromium")), ""

    def fetch(folder: Path, run: Run) -> None:
        unpack, apt = needed("dpkg-deb"), needed("apt-get")
        (folder / "partial").mkdir()
        options = ["--download-only", "--no-install-recommends", "--yes", "-oDebug::NoLocking=1"]
        run([apt, "install", *options, f"-oDir::Cache::archives={folder}/", "chromium"], folder)
        for package in sorted(folder.glob("*.deb")):
            run([unpack, "-x", str(package), str(folder)], folder)
            package.unlink()

    folder = fetched(oracles, "chromium", "debian", fetch)
    libraries = {library.parent for library in (folder / "usr" / "lib").rglob("*.so*")}
    return folder / "usr" / "lib" / "chromium" / "chromium", ":".join(map(str, sorted(libraries)))


@pytest.fixture(scope="session")
def axe(oracles: Path) -> str:
    """The source of axe-core, in the version and with the hash of npm/package-lock.json."""

    def fetch(folder: Path, run: Run) -> None:
        npm = needed("npm")
        shutil.copytree(NPM_FOLDER, folder, dirs_exist_ok=True)
        options = ["--ignore-scripts", "--fetch-retries=0", "--fetch-timeout=10000", "--no-audit", "--no-fund"]
        run([npm, "ci", *options], folder)

    digest = hashlib.sha256((NPM_FOLDER / "package-lock.json").read_bytes()).hexdigest()[:16]
    installed = fetched(oracles, "axe-core", digest, fetch)
    return (installed / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def browser(chromium: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One start of the browser for all tests of a file."""
    from .browser import browsing

    with browsing(*chromium, tmp_path_factory.mktemp("profile")) as found:
        yield found
