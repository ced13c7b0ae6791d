"""Hostile text in every field of what a liar sends: it is cleaned as it comes, and no command lets it act."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.exchange.crew import Trio, three
from tests.exchange.forging import NONCE, arrives, composed, forged, lines
from tests.exchange.meeting import Peer
from tests.prebuilt import PASSPHRASE

from peerlog.cli.root import peerlog
from peerlog.crypto import sshsig
from peerlog.domain.entry import entry_id
from peerlog.domain.field import Shape
from peerlog.domain.kinds import KINDS
from peerlog.exchange.enrolling import proof, public_keys
from peerlog.exchange.keys import device_in_use
from peerlog.history.encoding import b64
from peerlog.history.ownership import NEVER
from peerlog.history.person import Person
from peerlog.history.registers import element_register
from peerlog.history.statement import Seat, write_statement
from peerlog.vault.entries import Entries

HOSTILE = (
    "word \x1b[2J\x1b[31m\x1b]0;t\x07\x1b]52;c;aGk=\x07 \x9b31m\x85\x00\x7f\x0b\x0c \u202etxet\u202c \u2067a\u2069"
    " [/x] [@click=app.quit]press[/] end"
)
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
KEY = b"k" * 16


def every_register(kind: str) -> dict[str, tuple[object, tuple[bytes, ...]]]:
    """Each field of a kind with hostile text in it, whatever belongs there."""
    sets: dict[str, tuple[object, tuple[bytes, ...]]] = {"when": (["2026-11-21T09:00:00+00:00", None], ())}
    for name, field in KINDS[kind].all_fields.items():
        if name in ("when", "minutes", "parent", "position", "state", "done_on", "resume", "starts", "ends"):
            continue
        if field.shape in (Shape.NAMES, Shape.TAGS, Shape.LINKS):
            sets[element_register(name, HOSTILE, KEY)] = (HOSTILE, ())
        else:
            sets[name] = (HOSTILE, ())
    return sets


def planted(kim: Peer) -> bytes:
    """The lines of an update with an entry of every kind, and values that are not what belongs there."""
    keys = device_in_use(kim.space)
    body, seq = b"", 500
    for number, kind in enumerate(sorted(KINDS)):
        nonce = NONCE[:-1] + bytes([number])
        whose: dict[str, Any] = {"entry": entry_id(kim.space.id, keys.key, nonce), "kind": kind}
        sets = every_register(kind)
        first = {name: sets.pop(name) for name in list(sets)[:20]}
        body += lines(composed(kim, seq=seq, nonce=nonce, element_key=KEY, sets=first, **whose), keys.seed)
        for more in ({"state": ([HOSTILE, 7, {}], ())}, sets or {"text": ([[[HOSTILE]]], ())}):
            seq += 1
            body += lines(composed(kim, seq=seq, nonce=None, element_key=b"", sets=more, **whose), keys.seed)
        seq += 1
    return body


def named(kim: Peer, eve: Peer, name: str) -> list[str]:
    """A statement that seats somebody of such a name."""
    mine, hers = device_in_use(kim.space), device_in_use(eve.space)
    person = Person("Eve", public_keys(hers))
    does = Seat(3, person, proof(kim.space.id, person.member, hers))
    said = json.loads(write_statement(kim.space.id, mine.id, kim.now, does))
    said["member"]["name"] = name
    text = json.dumps(said, separators=(",", ":"), ensure_ascii=False).encode()
    return [text.decode(), b64(sshsig.sign(mine.seed, sshsig.ROSTER, text))]


@pytest.fixture(scope="module")
def deceived(crews: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trio]:
    folder = tmp_path_factory.mktemp("hostile")
    with three(crews) as (kim, sam, ada):
        arrived = arrives(ada, forged(kim, ada, body=planted(kim)), folder)
        assert arrived.taken is not None, arrived.problem
        yield kim, sam, ada


def test_what_is_kept_is_clean(deceived: Trio) -> None:
    ada = deceived[2]
    mine = [bytes(id_).hex() for (id_,) in ada.space.rows("SELECT id FROM entry")]
    kept = [Entries(ada.space).get(id_) for id_ in mine]
    assert {each.kind for each in kept} >= set(KINDS) - NEVER
    for each in kept:
        for value in each.fields.values():
            for text in value if isinstance(value, tuple) else (str(value),):
                assert not UNSAFE.search(text), (each.kind, text)
    assert any(each.line("text").startswith("word ") and each.line("text").endswith("end") for each in kept)


def on_command_line(peer: Peer, folder: Path, *arguments: str) -> Result:
    """What a command says on somebody's journal."""
    passphrase = folder / "passphrase"
    passphrase.write_text(PASSPHRASE + "\n")
    passphrase.chmod(0o600)
    home = {"PEERLOG_HOME": str(peer.journal.home.data), "PEERLOG_PASSPHRASE_FILE": str(passphrase)}
    return CliRunner(env=home).invoke(peerlog, arguments)


COMMANDS = (
    ["list"],
    ["list", "--json"],
    ["search", "word"],
    ["today"],
    ["tags"],
    ["goal", "list"],
    ["action", "list"],
    ["circle", "list"],
    ["circle", "show"],
    ["conflicts"],
    ["export", "markdown", "-"],
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_lets_it_act(deceived: Trio, tmp_path: Path, command: list[str]) -> None:
    result = on_command_line(deceived[2], tmp_path, *command)
    assert result.exit_code in (0, 1, 2), result.output
    assert not UNSAFE.search(result.output)


def test_each_entry_is_shown_harmlessly(deceived: Trio, tmp_path: Path) -> None:
    ada = deceived[2]
    shown = 0
    for (id_,) in ada.space.rows("SELECT id FROM entry"):
        result = on_command_line(ada, tmp_path, "show", bytes(id_).hex())
        assert result.exit_code == 0, result.output
        assert not UNSAFE.search(result.output)
        shown += "word" in result.output
    assert shown > len(set(KINDS) - NEVER) / 2


def test_a_hostile_name_is_cleaned_wherever_it_is_shown(deceived: Trio, tmp_path: Path) -> None:
    kim, sam, ada = deceived
    arrived = arrives(ada, forged(kim, ada, {"roster": [named(kim, sam, f"Ev\u202ee {HOSTILE[:50]}")]}), tmp_path)
    assert not UNSAFE.search(f"{arrived.taken} {arrived.problem} {getattr(arrived, 'news', '')}")
    file = tmp_path / "more.peerlog"
    file.write_bytes(forged(kim, ada))
    result = on_command_line(ada, tmp_path, "receive", str(file))
    assert result.exit_code == 0, result.output
    assert not UNSAFE.search(result.output)
