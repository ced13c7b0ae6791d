"""The content that ships: everything loads, fits eighty columns, is our own wording and says nothing twice."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.test_screen_words import CODE_WORDS

import peerlog
from peerlog.domain.text import clean_line, clean_text

from .packs import SORTS, Sort, words_of
from .published import LONGEST_QUOTE, published_runs, runs_of

PACKAGE = Path(peerlog.__file__).parent
ANY = pytest.mark.parametrize("sort", SORTS, ids=lambda sort: sort.folder)

WORN_OUT = re.compile(
    r"\b(journey|empower|leverag|synerg|delv|unlock|unleash|potential|passion|authentic|holistic|robust|seamless|tapestry"
    r"|landscape|thriv|flourish|navigat|embrac|foster|cultivat|elevat|transform|resonat|unpack|deep dive|safe space"
    r"|comfort zone|growth mindset|best practice|game.changer|next level|low.hanging|think outside|move the needle"
    r"|touch base|circle back|reach out|takeaway|actionable|impactful|meaningful|crucial|vibrant|nurtur|in today's"
    r"|remember that|it's important|gently|magic|self-care|kudos)",
    re.IGNORECASE,
)


@ANY
def test_every_file_loads(sort: Sort) -> None:
    found, problems = sort.load(None)
    assert problems == ()
    assert set(found) == {path.stem for path in (PACKAGE / "library" / sort.folder).glob("*.toml")}
    assert [pack.name for pack in found.values()] == list(found)


@ANY
def test_they_come_in_the_order_of_their_labels(sort: Sort) -> None:
    labels = [pack.label.casefold() for pack in sort.packaged().values()]
    assert labels == sorted(set(labels))


@ANY
def test_headings_fit_eighty_columns(sort: Sort) -> None:
    for name, pack in sort.packaged().items():
        assert len(pack.label) <= 36, name
        assert len(pack.about) <= 76, name
        assert len(pack.source) <= 110, name
        assert pack.about.endswith("."), name


@ANY
def test_every_one_says_where_it_comes_from(sort: Sort) -> None:
    unsaid = {name for name, pack in sort.packaged().items() if not pack.source}
    assert unsaid == ({"free"} if sort.folder == "models" else set())


@ANY
def test_words_are_written_as_they_are_shown(sort: Sort) -> None:
    for pack in sort.packaged().values():
        for said in words_of(pack):
            assert said == clean_text(said).strip()
            assert not re.search(r"\S  |\t| \n|\s[,.?!;:]", said), said
            assert not re.search(r"\"|‘|(?<![A-Za-z])'", said), said  # quotation marks are curly, apostrophes are not


@ANY
def test_no_code_word_is_shown(sort: Sort) -> None:
    shown = [said for pack in sort.packaged().values() for said in words_of(pack)]
    assert [said for said in shown if CODE_WORDS.search(said)] == []


@ANY
def test_no_word_is_worn_out(sort: Sort) -> None:
    shown = [said for pack in sort.packaged().values() for said in words_of(pack)]
    assert [said for said in shown if WORN_OUT.search(said) or "!" in said] == []


@ANY
def test_nothing_longer_than_six_words_is_quoted(sort: Sort) -> None:
    published = published_runs()
    for pack in sort.packaged().values():
        for said in words_of(pack):
            quoted = [run for print_, run in runs_of(said).items() if print_ in published]
            assert quoted == [], f"{pack.name}: more than {LONGEST_QUOTE} words of a published text"


def test_a_quotation_would_be_found() -> None:
    assert len(published_runs()) > 3000
    said = "They commit to meeting regularly to share and help each other respond to issues."
    assert set(runs_of(said)) & published_runs()


# -----
def test_packs_are_found_inside_a_zip(tmp_path: Path) -> None:
    wheel = tmp_path / "peerlog.whl"
    with ZipFile(wheel, "w") as archive:
        for path in [*PACKAGE.glob("*.py"), *PACKAGE.glob("domain/**/*.py"), *PACKAGE.glob("library/**/*.*")]:
            archive.write(path, path.relative_to(PACKAGE.parent))
    calls = "\n".join(
        f"from {sort.module} import {sort.module.rpartition('.')[2]} as load\nprint(len(load()[0]))" for sort in SORTS
    )
    said = _run(f"import sys; sys.path.insert(0, {str(wheel)!r})\nimport peerlog.library\n{calls}")
    assert [int(count) for count in said.split()] == [len(sort.packaged()) for sort in SORTS]


def test_importing_the_loaders_loads_nothing_that_costs_time() -> None:
    imports = "\n".join(f"import {sort.module}" for sort in SORTS)
    said = _run(
        f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r})\n{imports}\n"
        "print(*sorted({'tomllib', 'importlib.resources', 'peerlog.domain', 'hashlib'} & set(sys.modules)))"
    )
    assert said.strip() == ""


def test_each_loader_reads_its_own_folder_alone() -> None:
    for sort in SORTS:
        said = _run(
            f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r})\n"
            f"from {sort.module} import {sort.module.rpartition('.')[2]} as load\n"
            "from importlib.resources import files\n"
            "load()\n"
            "from peerlog.library import packs\n"
            "print(packs._packaged.cache_info().currsize)"
        )
        assert said.strip() == "1"


def _run(program: str) -> str:
    """What `program` prints in a clean interpreter, without site-packages and what they import."""
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", program], capture_output=True, text=True, check=True, timeout=60
    ).stdout


def test_lines_are_single_where_they_are_shown_in_one() -> None:
    for sort in SORTS:
        for pack in sort.packaged().values():
            for said in (pack.label, pack.about, pack.source):
                assert said == clean_line(said)
