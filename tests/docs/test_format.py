"""docs/format.md is enough to read a journal: its own programs do it, without peerlog."""

from __future__ import annotations

import ast
import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from peerlog.crypto import argon
from peerlog.domain.field import Shape
from peerlog.domain.kinds import KINDS
from peerlog.journal.home import Home
from peerlog.journal.journal import Journal
from peerlog.journal.opening import create_journal
from peerlog.settings import Settings
from peerlog.vault.connection import APPLICATION_ID
from peerlog.vault.schema import FORMAT_1, FORMAT_3, FORMAT_4, VERSION

DOC = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")
PLAIN_READER = Path(__file__).parents[1] / "vault" / "plain_reader.py"
SHARED = Path(__file__).parents[1] / "golden" / "vault-3.json"
PASSPHRASE = "grüße ﬁne ２ wanderers by the weir"  # NFKC changes two of its characters
ALLOWED_IMPORTS = sys.stdlib_module_names | {"cryptography"}

# Runs a program in a process where peerlog cannot be imported.
ALONE = "import runpy, sys; sys.modules['peerlog'] = None; del sys.argv[0]; runpy.run_path(sys.argv[0], run_name='x')"


def programs() -> dict[str, str]:
    """The document's Python programs by the file name in their first line."""
    blocks = re.findall(r"^```python\n(# (\w+\.py).*?)^```$", DOC, re.MULTILINE | re.DOTALL)
    return {name: text for text, name in blocks}


def section(heading: str) -> str:
    """The text below a heading, up to the next of its level or above."""
    match = re.search(rf"^(#+) {re.escape(heading)}\n", DOC, re.MULTILINE)
    assert match, heading
    rest = DOC[match.end() :]
    end = re.search(rf"^#{{1,{len(match[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def imported(program: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(program)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


def run(folder: Path, program: str, *arguments: Path | str, given: bytes) -> subprocess.CompletedProcess[bytes]:
    path = folder / program
    path.write_text(programs()[program], encoding="utf-8")
    command = [sys.executable, "-I", "-W", "error", "-W", "ignore::ResourceWarning", "-c", ALONE, path, *arguments]
    return subprocess.run(command, input=given, capture_output=True, cwd=folder, check=False)


@dataclass(frozen=True)
class Written:
    """A closed journal: its folder, the keys that peerlog itself used, and what was written."""

    vault: Path
    key: str
    ids: tuple[str, ...]

    @property
    def space(self) -> Path:
        return self.vault / "gen-1" / "private.db"


def write(journal: Journal) -> tuple[str, ...]:
    long = journal.entries.add("note", {"text": "Ask before advising. " * 2000 + "Weir.", "tags": ["Chairing"]})
    goal = journal.entries.add("goal", {"title": "Chair a meeting well", "due": "2026-12-31", "links": [long.id]})
    journal.entries.change(goal.id, {"title": "Chair a short meeting well"})
    idea = journal.entries.add("idea", {"title": "二人で読む", "when": "2026-11-17T19:40:00+01:00[Europe/Vienna]"})
    gone = journal.entries.add("note", {"text": "A thought in the trash."})
    journal.entries.delete(gone.id)
    return long.id, goal.id, idea.id, gone.id


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("format")


@pytest.fixture(scope="module")
def written(folder: Path) -> Written:
    home = Home(folder / "data", folder / "state")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(argon, "choose_cost", lambda: argon.FLOOR)  # as `cheap_kdf` does for a single test
        with create_journal(home, PASSPHRASE, name="Kim", zone="Europe/London") as journal:
            return Written(home.vault, journal.vault.key("private"), write(journal))


@pytest.fixture(scope="module")
def derived(written: Written, folder: Path) -> str:
    """The private space's key as the document's program finds it."""
    done = run(folder, "space_key.py", written.vault / "vault.json", "private", given=f"{PASSPHRASE}\n".encode())
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip()


@pytest.fixture(scope="module")
def plain_file(written: Written, derived: str, folder: Path) -> Path:
    """The private space as the document's program decrypts it."""
    done = run(folder, "plain_space.py", written.space, "plain.db", given=derived.encode())
    assert done.returncode == 0, done.stderr.decode()
    return folder / "plain.db"


@pytest.fixture
def plain(plain_file: Path) -> Iterator[sqlite3.Connection]:
    """A copy of it in the memory of the standard library's SQLite."""
    with closing(sqlite3.connect(plain_file)) as file, closing(sqlite3.connect(":memory:")) as connection:
        file.backup(connection)
        yield connection


@pytest.mark.parametrize("name", ["space_key.py", "plain_space.py"])
def test_the_programs_need_nothing_of_peerlog(name: str) -> None:
    program = programs()[name]
    assert imported(program) <= ALLOWED_IMPORTS
    assert len([line for line in program.splitlines() if line.strip()]) <= 25


def test_the_documented_derivation_gives_the_space_key(written: Written, derived: str) -> None:
    assert derived == written.key


def test_the_documented_derivation_tells_a_wrong_passphrase(written: Written, tmp_path: Path) -> None:
    done = run(tmp_path, "space_key.py", written.vault / "vault.json", "private", given=b"something else\n")
    assert (done.returncode, done.stdout, done.stderr.strip()) == (1, b"", b"wrong passphrase")


def test_stock_sqlite_reads_what_the_documented_program_decrypts(written: Written, plain: sqlite3.Connection) -> None:
    assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert plain.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert plain.execute("PRAGMA user_version").fetchone() == (VERSION,)
    long, goal, idea, gone = (bytes.fromhex(id_) for id_ in written.ids)
    titles = dict(plain.execute("SELECT id, title FROM entry WHERE deleted IS NULL"))
    assert titles == {long: "", goal: "Chair a short meeting well", idea: "二人で読む"}
    (text,) = plain.execute("SELECT text FROM entry WHERE id = ?", (long,)).fetchone()
    assert text == "Ask before advising. " * 2000 + "Weir."
    assert plain.execute("SELECT id FROM entry WHERE deleted IS NOT NULL").fetchall() == [(gone,)]


def test_a_later_sqlite_searches_with_the_index_that_is_there(written: Written, plain_file: Path) -> None:
    find = "SELECT entry.id FROM search JOIN entry ON entry.pos = search.rowid WHERE search MATCH ?"
    with closing(dbapi2.connect(str(plain_file))) as connection:  # without a key SQLCipher is plain SQLite
        assert connection.execute(find, ("weir",)).fetchall() == [(bytes.fromhex(written.ids[0]),)]
        assert connection.execute(find, ("trash",)).fetchall() == []


def test_stock_sqlite_searches_it(written: Written, plain: sqlite3.Connection) -> None:
    long, goal, idea, _ = (bytes.fromhex(id_) for id_ in written.ids)
    statements = re.findall(r"```sql\n(.*?)```", DOC, re.DOTALL)
    for statement in statements[0].split(";\n"):
        plain.execute(statement)
    find = "SELECT entry.id FROM words JOIN entry ON entry.pos = words.rowid WHERE words MATCH ?"
    assert plain.execute(find, ("weir",)).fetchall() == [(long,)]
    assert plain.execute(find, ("{title text more} : short",)).fetchall() == [(goal,)]
    assert plain.execute(find, ("cjk : 二人",)).fetchall() == [(idea,)]
    assert plain.execute(find, (f"keys : t{b'chairing'.hex()}",)).fetchall() == [(long,)]
    assert plain.execute(find, (f"keys : l{written.ids[0]}",)).fetchall() == [(goal,)]
    assert plain.execute(find, ("trash",)).fetchall() == []


@pytest.mark.parametrize("page", ["first", "middle", "last", "wiped"])
def test_the_documented_program_notices_damage(written: Written, derived: str, tmp_path: Path, page: str) -> None:
    data = bytearray(written.space.read_bytes())
    at = {"first": 20, "middle": len(data) // 2, "last": len(data) - 1, "wiped": 4096}[page]
    if page == "wiped":
        data[at : at + 4096] = bytes(4096)
    else:
        data[at] ^= 1
    (tmp_path / "damaged.db").write_bytes(data)
    done = run(tmp_path, "plain_space.py", "damaged.db", "plain.db", given=derived.encode())
    assert done.returncode != 0
    assert b"was changed or damaged" in done.stderr
    assert not (tmp_path / "plain.db").exists()


def test_plain_sqlcipher_statements_open_it(written: Written, derived: str) -> None:
    statements = re.findall(r"```sql\n(.*?)```", DOC, re.DOTALL)
    key, compatibility, decides = (
        line.partition("--")[0].strip() for line in statements[1].replace("<64 hex digits>", derived).splitlines()
    )
    with closing(dbapi2.connect(str(written.space))) as connection:
        for statement in (key, compatibility):
            connection.execute(statement).fetchall()
        assert connection.execute(decides).fetchall()[0][0] > 0
        ids = {bytes(row[0]).hex() for row in connection.execute("SELECT id FROM entry").fetchall()}
        assert ids == set(written.ids)
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []


def test_the_documented_id_and_place_are_those_in_the_space(written: Written, plain: sqlite3.Connection) -> None:
    from datetime import date
    from hashlib import sha256

    (space,) = plain.execute("SELECT value FROM setting WHERE name = 'space'").fetchone()
    rows = plain.execute("SELECT entry.id, nonce, key FROM entry JOIN device ON device.number = entry.device")
    for id_, nonce, key in rows.fetchall():
        parts = b"".join(len(part).to_bytes(4, "big") + part for part in (space.encode(), key, nonce))
        assert sha256(b"peerlog/entry/v1" + parts).digest() == id_
    (pos,) = plain.execute("SELECT pos FROM entry WHERE id = ?", (bytes.fromhex(written.ids[2]),)).fetchone()
    day = (date(2026, 11, 17) - date(1970, 1, 1)).days + 719_163
    assert pos == (day * 1440 + 19 * 60 + 40) * 1000


def test_every_table_and_column_is_described(plain: sqlite3.Connection) -> None:
    described = section("A space")
    for (name,) in plain.execute("SELECT name FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'idx_%'"):
        assert f"`{name}`" in described, name
    for table in re.findall(r"CREATE TABLE (\w+)", FORMAT_1 + FORMAT_3 + FORMAT_4):
        columns = [row[1] for row in plain.execute(f"PRAGMA table_info({table})")]
        rows = re.search(rf"^`{table}`[^|]*?\n\n((?:\|[^\n]*\n)+)", described, re.MULTILINE)
        assert rows, table
        assert re.findall(r"^\| `(\w+)` \|", rows[1], re.MULTILINE) == columns, table


def test_every_column_of_the_other_tables_is_named(plain: sqlite3.Connection) -> None:
    for table in ("_sqlite_migrations", "searched"):
        for row in plain.execute(f"PRAGMA table_info({table})"):
            assert f"`{row[1]}`" in section("A space"), (table, row[1])


def test_every_setting_of_a_space_is_described(plain: sqlite3.Connection) -> None:
    for (name,) in plain.execute("SELECT name FROM setting"):
        assert f"| `{name}` |" in section("The smaller tables"), name


def test_every_setting_of_a_shared_space_is_described() -> None:
    spaces = json.loads(SHARED.read_text(encoding="utf-8"))["spaces"].values()
    names = {name for tables in spaces for name, _ in tables["setting"]}
    assert "shared" in names
    for name in {re.sub("^catch-up .*", "catch-up <device id>", each) for each in names}:
        assert f"| `{name}` |" in section("The smaller tables"), name


def test_every_field_shape_and_choice_is_described() -> None:
    described = section("Fields")
    for shape in Shape:
        assert f"| {shape.value} |" in described, shape
    for kind in KINDS.values():
        assert f"| {kind.name} |" in described
        assert f"`{kind.name}`" in section("Entries")
        for field in kind.all_fields.values():
            assert f"`{field.name}`" in described, field.name
            for choice in field.choices:
                assert f"`{choice.value}`" in described, choice.value


def test_every_key_of_the_settings_file_is_described() -> None:
    keys = re.findall(r"^\| `(\w+)` \|", section("settings.toml"), re.MULTILINE)
    assert keys == [each.name for each in fields(Settings)]


def test_the_limits_of_the_key_derivation_are_described() -> None:
    described = section("Slots")
    for name in ("memory_kib", "passes", "lanes"):
        assert f"| `{name}` | {getattr(argon.FLOOR, name):,} | {getattr(argon.CEILING, name):,} |" in described


def test_the_tests_own_reader_is_the_documented_one() -> None:
    assert _bare(PLAIN_READER.read_text(encoding="utf-8")) == _bare(programs()["plain_space.py"])


def _bare(program: str) -> str:
    """The function `plain_sqlite` and its constants, without types and docstrings."""
    kept: list[str] = []
    for node in ast.parse(program).body:
        if isinstance(node, ast.FunctionDef) and node.name == "plain_sqlite":
            node.returns = None
            for argument in node.args.args:
                argument.annotation = None
            if ast.get_docstring(node):
                del node.body[0]
            kept.append(ast.unparse(node))
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).isupper():
            kept.append(ast.unparse(node))
    return "\n".join(kept)
