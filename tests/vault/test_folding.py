"""Words with letters that have no decomposition are found by what people type for them, and shown as written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vault.vaults import NOW, add, fields

from peerlog.domain.selection import Hit, Selection
from peerlog.vault import search
from peerlog.vault.check import check
from peerlog.vault.entries import Entries
from peerlog.vault.folding import LETTERS, folded, folded_words
from peerlog.vault.space import Space
from peerlog.vault.vault import Vault

TEXT = "With Łukasiewicz in Łódź, Große-Straße 5; Sørensen was ﬁne, the cœur of Ðævi and ŧħe ısı."


def hits(space: Space, words: str) -> list[Hit]:
    return list(search.page(space, Selection(), words).hits)


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("lukasiewicz", "Łukasiewicz"),
        ("LUKAS", "Łukasiewicz"),
        ("łukasiewicz", "Łukasiewicz"),
        ("lodz", "Łódź"),
        ("łodz", "Łódź"),
        ("łódź", "Łódź"),
        ("lódz", "Łódź"),
        ("strasse", "Straße"),
        ("STRASSE", "Straße"),
        ("straße", "Straße"),
        ("grosse-strasse", "Große"),
        ("sorensen", "Sørensen"),
        ("fine", "ﬁne"),
        ("coeur", "cœur"),
        ("daevi", "Ðævi"),
        ("the isi", ""),
        ("with lodz", ""),
    ],
)
def test_it_is_found_and_marked_as_it_was_written(space: Space, query: str, marked: str) -> None:
    add(space, TEXT)
    (hit,) = hits(space, query)
    assert hit.snippet.strip("…") in TEXT
    assert hit.marks
    if marked:
        assert marked in [hit.snippet[start:end] for start, end in hit.marks]


@pytest.mark.parametrize("query", ["lukas strasze", "strase", "ode", "lodzki", '"in lodz"'])
def test_it_is_not_found(space: Space, query: str) -> None:
    add(space, TEXT)
    assert hits(space, query) == []


def test_what_is_typed_with_such_a_letter_finds_what_is_written_without(space: Space) -> None:
    add(space, "In der Strasse nach Lodz")
    assert hits(space, "straße łódź")


def test_titles_and_other_fields(space: Space, vault: Vault) -> None:
    add(space, "no such letter", title="Łódź")
    (hit,) = hits(space, "lodz")
    assert [hit.entry.title[start:end] for start, end in hit.title_marks] == ["Łódź"]
    assert "lodz" not in hit.snippet.casefold()
    Entries(space).add("meeting", fields("talk", people=("Jürgen Weiß", "Sørensen"), place="Große Straße"), NOW)
    (hit,) = hits(space, "weiss")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Weiß"]
    assert hits(space, "strasse")
    assert check(vault).is_clean


def test_a_saved_entry_is_found_by_its_new_words(space: Space, vault: Vault) -> None:
    entries = Entries(space)
    entry = add(space, "Straße")
    entries.save(entry.id, "note", fields("Weiß"), NOW)
    assert not hits(space, "strasse")
    assert hits(space, "weiss")
    entries.delete(entry.id, NOW)
    entries.undelete(entry.id)
    assert hits(space, "weiss")
    assert check(vault).is_clean


def test_an_entry_from_before_is_whole_and_folded_when_it_is_saved(space: Space, vault: Vault) -> None:
    entry = add(space, "Große Straße", title="Łódź", tags=("one",))
    with space.write():
        space.run("INSERT INTO search(search) VALUES ('delete-all')")
        space.run("UPDATE entry SET more = 'one'")
        space.run("INSERT INTO search(search) VALUES ('rebuild')")
    assert check(vault).is_clean
    assert not hits(space, "strasse")
    assert hits(space, "straße")
    Entries(space).save(entry.id, "note", fields("Große Straße 5", title="Łódź", tags=("one",)), NOW)
    assert hits(space, "strasse")
    assert check(vault).is_clean


def test_each_folded_word_is_kept_once() -> None:
    assert folded_words("Straße, straße\tStraße", "no", "ﬁne Straße") == "Strasse, strasse Strasse fine"
    assert folded_words("plain", "é ü 会議") == ""


@given(st.text(st.sampled_from([*LETTERS, *"aé 会-'\n"]), max_size=30))
def test_folding_is_done_once_and_for_all(text: str) -> None:
    assert not set(folded(text)) & set(LETTERS)
    assert folded(folded(text)) == folded(text)
    assert len(folded_words(text).split()) <= len(text.split())


def test_the_format_prints_the_letters() -> None:
    text = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")
    table = text.partition("| letters | folded to |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| ([^|]+) \| ([a-z]+) \|$", table, re.MULTILINE)
    assert {letter: to for letters, to in rows for letter in letters.split()} == LETTERS
