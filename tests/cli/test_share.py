"""peerlog share: the same look at exactly what is copied, and the same refusals."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Program
from tests.prebuilt import PASSPHRASE

from peerlog.journal.circle.circles import create_circle
from peerlog.journal.opening import unlock

CARD = {"offers": ("listening",), "seeks": ("chairing",)}


@pytest.fixture
def sharing(cli: Program) -> Program:
    with unlock(cli.home, PASSPHRASE) as journal:
        create_circle(journal, "Thursday set", 3, "", CARD)
    return cli


def test_a_field_is_copied_and_the_rest_is_not(sharing: Program) -> None:
    id_ = sharing.add("All of it, and Ann's part.", "--title", "A set")
    result = sharing.run("share", id_, "--field", "title", "--yes")
    assert result.exit_code == 0, result.stderr
    assert "Exactly this, for whoever joins  (WITH THURSDAY SET)" in result.stdout
    assert "Title: A set" in result.stdout
    assert "Ann" not in result.stdout
    (copy,) = sharing.json("list", "--circle", "thursday")["entries"]
    assert (copy["fields"]["title"], copy["fields"].get("text", "")) == ("A set", "")


def test_the_text_is_cut_down(sharing: Program) -> None:
    id_ = sharing.add("All of it, and Ann's part.")
    document = sharing.run("share", id_, "--text", "-", "--yes", "--json", input="A part.\n")
    assert document.exit_code == 0, document.stderr
    assert "Ann" not in document.stdout
    (copy,) = sharing.json("list", "--circle", "thursday")["entries"]
    assert copy["fields"]["text"] == "A part."
    shown = sharing.json("show", copy["id"])
    assert shown["shared"]["by"] == "me"
    assert shown["shared"]["updates"] == []
    assert shown["shared"]["waits_to_leave"]
    assert "not sent yet" in sharing.run("show", copy["id"]).stdout


def test_nothing_is_copied_without_a_yes(sharing: Program) -> None:
    id_ = sharing.add("Mine")
    result = sharing.run("share", id_)
    assert result.exit_code == 2
    assert "--yes" in result.stderr
    assert sharing.json("list", "--circle", "thursday")["entries"] == []


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--field", "moon"), 2, "There is no “moon” in this entry."),
        (("--circle", "nobody"), 1, "There is nobody called “nobody”"),
        (("--text", " ", "--field", "text"), 2, "There is nothing to copy."),
        (("--text", "-"), 2, "--yes"),
    ],
)
def test_what_cannot_be_copied(sharing: Program, arguments: tuple[str, ...], code: int, says: str) -> None:
    id_ = sharing.add("Mine")
    result = sharing.run("share", id_, *arguments, *(() if "-" in arguments else ("--yes",)), input="x")
    assert result.exit_code == code, result.stderr
    assert says in result.stderr


def test_steam_the_trash_and_copies_are_refused(sharing: Program) -> None:
    vent = sharing.add("Grr", "--set", "vent=yes")
    gone = sharing.add("Gone")
    sharing.run("delete", gone, "--yes")
    for id_, says in ((vent, "can never be copied"), (gone, "in the trash")):
        result = sharing.run("share", id_, "--yes")
        assert result.exit_code == 1
        assert says in result.stderr
