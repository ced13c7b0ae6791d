"""Search finds exactly the entries that hold every word; nothing that is typed is ever query syntax."""

from __future__ import annotations

import re
import unicodedata
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vault.vaults import NOW, add, fields, new_vault, open_vault, undone

from peerlog.domain.entry import Entry
from peerlog.domain.selection import Hit, Selection
from peerlog.domain.text import clean_text
from peerlog.vault import search
from peerlog.vault.entries import Entries
from peerlog.vault.space import Space


def found(space: Space, words: str, selection: Selection | None = None) -> list[str]:
    """The texts of the entries that a search finds, the newest first."""
    return [entry.text for entry in search.page(space, selection or Selection(), words).entries]


@pytest.mark.parametrize(
    "query",
    [
        "chairing",
        "CHAIRING",
        "chair",
        "c",
        "ask chairing",
        "chairing ask",
        '"let me ask"',
        "resume",
        "RÉSUMÉ",
        "e-mail",
        "mail",
        "Müller",
        "muller",
        "会",
        "会議",
        "会議の",
        "議事",
        "議",
        "録",
        "ask 会議",
        "会議ask",
        "한국",
        "ひ",
        "ка",
        "שלום",
        "2026",
    ],
)
def test_it_is_found(space: Space, query: str) -> None:
    add(space, "something else")
    add(
        space,
        "Let me ask about chairing; résumé by e-mail to Müller. 会議の議事録, 한국어, ひと, календарь, שלום, 2026",
    )
    add(space, "and another thing")
    assert len(found(space, query)) == 1


@pytest.mark.parametrize(
    "query", ["hairing", "asks", '"ask me"', "chair ask", "議会", "事議", "会録", "한어", "x", "-", "AND NOT", "🎉"]
)
def test_it_is_not_found(space: Space, query: str) -> None:
    add(space, "Let me ask about chairing. 会議の議事録, 한국어")
    assert found(space, query) == []


@pytest.mark.parametrize(
    "query",
    [
        '"',
        '""',
        '"a',
        "a*",
        "*",
        "(",
        ")",
        "a OR",
        "NEAR(a b)",
        "title:a",
        "{text} : a",
        "^a",
        "a + b",
        "-a",
        "a\0b",
        "\\",
    ],
)
def test_syntax_is_only_text(space: Space, query: str) -> None:
    add(space, "a b")
    found(space, query)


def test_every_field_is_searched_but_bookkeeping_is_not(space: Space, entries: Entries) -> None:
    entries.add("meeting", fields("x", title="Video", people=("Åsa", "Bo"), place="Café", channel="coffee"), NOW)
    for query in ("video", "bo", "asa", "cafe", "coffee"):
        assert found(space, query) == ["x"], query
    for query in ("2026", "Dublin", "kmeeting", "meeting"):
        assert found(space, query) == [], query


def test_a_selection_narrows(space: Space, entries: Entries) -> None:
    goal = entries.add("goal", fields("chair well", when="2026-01-10T10:00:00Z", tags=("Chairing", "über")), NOW)
    entries.add("note", fields("chair once", when="2026-02-10T10:00:00Z", tags=("chairing",), links=(goal.id,)), NOW)
    entries.add("idea", fields("ask first", when="2026-03-10T23:59:00Z"), NOW)
    for selection, expected in [
        (Selection(kinds=frozenset({"goal", "idea"})), ["ask first", "chair well"]),
        (Selection(tags=frozenset({"CHAIRING"})), ["chair once", "chair well"]),
        (Selection(tags=frozenset({"chairing", "Über"})), ["chair well"]),
        (Selection(tags=frozenset({"chair"})), []),
        (Selection(linked_to=goal.id), ["chair once"]),
        (Selection(since=date(2026, 2, 10)), ["ask first", "chair once"]),
        (Selection(until=date(2026, 3, 10)), ["ask first", "chair once", "chair well"]),
        (Selection(since=date(2026, 1, 11), until=date(2026, 3, 9)), ["chair once"]),
        (Selection(kinds=frozenset({"note"}), tags=frozenset({"chairing"}), since=date(2026, 2, 1)), ["chair once"]),
        (Selection(), ["ask first", "chair once", "chair well"]),
    ]:
        assert found(space, "", selection) == expected
        assert search.count(space, selection) == len(expected)
    assert found(space, "chair", Selection(kinds=frozenset({"note"}))) == ["chair once"]
    assert found(space, "chair", Selection(since=date(2026, 2, 1))) == ["chair once"]


def test_pages_follow_each_other_without_gap_or_repetition(space: Space, entries: Entries) -> None:
    with space.write():
        for number in range(57):
            entries.add("note", fields(f"word {number}", when=f"2026-01-{number % 5 + 1:02}T10:00:00Z"), NOW)
    for words in ("", "word"):
        seen: list[Entry] = []
        after: int | None = None
        while True:
            page = search.page(space, Selection(), words, after=after, limit=10)
            seen += page.entries
            after = page.after
            if after is None:
                break
        assert len(seen) == len({entry.id for entry in seen}) == 57
        assert [entry.when.day for entry in seen] == sorted((entry.when.day for entry in seen), reverse=True)


def test_the_trash_is_apart(space: Space, entries: Entries) -> None:
    kept, gone = add(space, "kept"), add(space, "gone")
    entries.delete(gone.id, NOW)
    assert found(space, "") == ["kept"]
    assert found(space, "gone") == []
    assert found(space, "", Selection(deleted=True)) == ["gone"]
    assert search.count(space, Selection(deleted=True)) == 1
    entries.delete(kept.id, NOW)
    assert len(search.page(space, Selection(deleted=True), limit=1).entries) == 1


def test_days_are_counted(space: Space) -> None:
    for day in (1, 1, 3):
        add(space, "x", when=f"2026-01-{day:02}T10:00:00Z")
    first = date(2026, 1, 1).toordinal()
    assert search.days_written(space, first * 1_440_000, (first + 2) * 1_440_000) == {first: 2}
    assert search.days_written(space, 0, 1 << 60) == {first: 2, first + 2: 1}


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.marks]


def test_snippets_show_the_place_and_mark_it(space: Space, entries: Entries) -> None:
    entries.add(
        "note", fields("filler " * 200 + "I asked Müller\nabout 会議録 there " + "more " * 200, title="Asking"), NOW
    )
    (hit,) = search.page(space, Selection(), "muller ask").hits
    assert marked(hit) == ["asked", "Müller"] or marked(hit) == ["Müller"]
    (hit,) = search.page(space, Selection(), "ask").hits
    assert [hit.entry.title[start:end] for start, end in hit.title_marks] == ["Asking"]
    assert marked(hit) == ["asked"]
    (hit,) = search.page(space, Selection(), "議録").hits
    assert marked(hit) == ["議録"]
    assert "\n" not in hit.snippet
    assert len(hit.snippet) < 200


WORDS = st.sampled_from(
    ["ask", "asking", "Äsk", "chair", "chairs", "e-mail", "mail", "会議", "会議録", "議", "x", "1", "don't"]
)
TEXTS = st.lists(st.one_of(WORDS, st.text(max_size=6)), max_size=12).map(" ".join).map(clean_text)

# FTS5's tokens: letters and digits, without accents and case. Private use and unassigned characters differ by release.
_TOKEN = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


@given(texts=st.lists(TEXTS, min_size=1, max_size=8), query=st.one_of(WORDS, TEXTS, st.text(max_size=10)))
def test_any_query_is_answered_and_marks_lie_in_the_snippet(
    texts: list[str], query: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with closing(shared_space(tmp_path_factory)) as space:
        before = space.rows("SELECT count(*) FROM entry")[0][0]
        with undone(space):
            for text in texts:
                add(space, text)
            for hit in search.page(space, Selection(), query, limit=before + 8).hits:
                for start, end in hit.marks:
                    assert 0 <= start < end <= len(hit.snippet)


@given(
    texts=st.lists(st.lists(WORDS, max_size=6).map(" ".join), min_size=1, max_size=8),
    query=st.lists(st.sampled_from(["ask", "asking", "chair", "chairs", "mail", "x", "1"]), min_size=1, max_size=3),
)
def test_search_agrees_with_a_model(
    texts: list[str], query: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    def holds(text: str) -> bool:
        tokens = _TOKEN.findall(plain(text))
        return all(word in tokens for word in query[:-1]) and any(token.startswith(query[-1]) for token in tokens)

    with closing(shared_space(tmp_path_factory)) as space, undone(space):
        for text in texts:
            add(space, text)
        assert sorted(found(space, " ".join(query))) == sorted(text for text in texts if holds(text))


_SHARED: list[Path] = []


def shared_space(factory: pytest.TempPathFactory) -> Space:
    """An empty space that every example of a property takes back."""
    if not _SHARED:
        _SHARED.append(new_vault(factory.mktemp("search") / "journal"))
    with closing(open_vault(_SHARED[0])) as vault:
        return vault.space()
