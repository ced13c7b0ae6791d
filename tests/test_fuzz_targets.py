"""What `make fuzz` runs works without atheris, on every file that it begins with."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.targets import TARGETS

from peerlog.age import AgeError, decrypt, read_header
from peerlog.consent.answer import read_answer
from peerlog.consent.paper import read_paper
from peerlog.consent.statement import read_statement as read_consent
from peerlog.history.change import read_change
from peerlog.history.statement import Seat, read_statement

CORPUS = Path(__file__).parents[1] / "fuzz" / "corpus"
FILES = sorted(path for path in CORPUS.glob("*/*") if path.is_file())


def test_every_target_has_a_corpus() -> None:
    assert {path.parent.name for path in FILES} == set(TARGETS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_target_lets_nothing_out(path: Path) -> None:
    whole = path.read_bytes()
    for data in (whole, whole[:-1], whole[: len(whole) // 2], whole + b"\n", b"", b"\xff" + whole):
        TARGETS[path.parent.name](data)


def test_the_corpus_reaches_behind_the_first_refusal() -> None:
    assert read_header((CORPUS / "age_header" / "hybrid.age").read_bytes()).stanzas
    assert read_change((CORPUS / "change" / "sets.json").read_bytes()).sets
    assert read_change((CORPUS / "change" / "forgets.json").read_bytes()).forget
    assert read_consent((CORPUS / "consent" / "replaces.json").read_bytes()).replaces
    assert read_answer((CORPUS / "consent" / "withdraw.json").read_bytes()).says == "withdraw"
    assert read_paper((CORPUS / "paper" / "statement.json").read_text()).fits()
    assert not read_paper((CORPUS / "paper" / "not-good.json").read_text()).fits()
    assert isinstance(read_statement((CORPUS / "statement" / "seat.json").read_bytes()).does, Seat)


def test_what_is_not_promised_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: bytes) -> None:
        raise IndexError

    monkeypatch.setattr("fuzz.targets.read_change", broken)
    with pytest.raises(IndexError):
        TARGETS["change"](b"{}")
    with pytest.raises(AgeError):
        decrypt([], b"")
