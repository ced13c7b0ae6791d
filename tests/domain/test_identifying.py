"""What could tell who a text is about, and what stands in its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerlog.domain.identifying import Known, find, pseudonyms_for, replaced

TEXT = (
    "Kim Nguyen and I met at Leeds Central Library; Kim's notes went to sam.o@example.org. Dr Ada Byron of the "
    "University of Leeds rang on +44 113 496 0123, on 2026-11-17. Postcode LS1 3AB."
)
KNOWN = Known(people=("Kim Nguyen", "Sam"), places=("Leeds",))


def test_people_addresses_numbers_organisations_and_places_are_found() -> None:
    found = find({"what": TEXT}, KNOWN)
    assert [(each.sort, each.name) for each in found] == [
        ("person", "Kim Nguyen"),
        ("person", "Dr Ada Byron"),
        ("e-mail address", "sam.o@example.org"),
        ("telephone number", "+44 113 496 0123"),
        ("organisation", "Leeds Central Library"),
        ("organisation", "University of Leeds"),
        ("place", "LS1 3AB"),
    ]
    by_name = {each.name: each for each in found}
    assert by_name["Kim Nguyen"].times == 2
    assert by_name["Kim Nguyen"].written == ("Kim Nguyen", "Kim")
    assert replaced(TEXT, pseudonyms_for(found)) == (
        "Colleague A and I met at Library A; Colleague A's notes went to [e-mail address]. Colleague B of the "
        "University A rang on [telephone number], on 2026-11-17. Postcode Place A."
    )


names = st.text(st.sampled_from("abcdeghÄß 李\u0301"), min_size=3, max_size=12).map(lambda raw: " ".join(raw.split()))


@given(st.lists(names.filter(lambda name: len(name) > 2), max_size=5), st.lists(names, max_size=12))
def test_nothing_that_was_found_is_left(people: list[str], words: list[str]) -> None:
    text = " ".join([*words, *people, *words])
    found = find({"text": text}, Known(people=tuple(people)))
    said = replaced(text, pseudonyms_for(found))
    for each in found:
        for written in each.written:
            assert not re.search(rf"(?<!\w){re.escape(written)}(?!\w)", said, re.IGNORECASE)


def test_short_names_are_found_but_no_short_words() -> None:
    text = "So Jo and I met. I said so to JO, and 李梅 said no to jo."
    found = find({"text": text}, Known(people=("Jo de Vries", "So Li", "Wang 李梅")))
    assert [(each.name, each.times) for each in found] == [("Jo", 2), ("李梅", 1)]
    assert replaced(text, pseudonyms_for(found)).startswith("So Colleague A and I met. I said so to Colleague A,")


def test_one_keeps_what_one_wants_to_keep() -> None:
    found = find({"text": "Kim met Sam."}, Known(people=("Kim", "Sam")))
    assert replaced("Kim met Sam.", pseudonyms_for(found, {"Sam": ""})) == "Colleague A met Sam."
    assert replaced("Kim met Sam.", pseudonyms_for(found, {"Sam": "a peer"})) == "Colleague A met a peer."


def test_a_name_within_an_address_that_stays_stays_too() -> None:
    text = "Sam: write to sam@example.org."
    names = pseudonyms_for(find({"a": text}, Known(people=("Sam",))), {"sam@example.org": ""})
    assert replaced(text, names) == "Colleague A: write to sam@example.org."


def test_names_that_are_words_as_well_count_with_a_capital() -> None:
    text = "Will May come? You may ask; I will. WILL said so."
    found = find({"text": text}, Known(people=("Will Byron", "May")))
    assert (
        replaced(text, pseudonyms_for(found))
        == "Colleague A Colleague B come? You may ask; I will. Colleague A said so."
    )


def test_what_only_looks_like_an_organisation_is_none() -> None:
    text = (
        "In Practice it took long. My Practice improved, our Reading Group and Best Practice too. The Library was shut."
    )
    assert find({"text": text}, Known()) == ()
    text = "At Leeds Library, and the Royal Free London NHS Foundation Trust, with Byron Archives Ltd."
    assert [each.name for each in find({"text": text}, Known())] == [
        "Leeds Library",
        "Royal Free London NHS Foundation Trust",
        "Byron Archives Ltd",
    ]


def test_somebody_of_an_organisation_is_two_findings() -> None:
    text = "Sam of Leeds Library (0161 496 0000) and Sam Okafor of Byron Trust."
    found = find({"text": text}, Known(people=("Sam Okafor",)))
    assert [each.name for each in found] == ["Sam Okafor", "0161 496 0000", "Leeds Library", "Byron Trust"]


def test_no_name_is_given_that_stands_in_the_text_already() -> None:
    text = "Colleague A and Kim asked Leeds Library."
    found = find({"text": text}, Known(people=("Kim",)))
    names = pseudonyms_for(found, texts=[text])
    assert replaced(text, names) == "Colleague A and Colleague B asked Library A."


WAYS = {
    "Sam Okafor": (
        ("Sam's notes, SAM and sam; Dr Okafor", "X's notes, X and X; X"),
        ("Sam-led, Sam_Okafor.pdf, 2026Sam.pdf and sam2.pdf", "X-led, X.pdf, 2026X.pdf and X2.pdf"),
        ("S. Okafor, S Okafor, Sam O. and S.O. met", "X, X, X. and X met"),
        ("SamOkafor.docx, sam-okafor and Sam\nOkafor", "X.docx, X and X"),
        ("Sa\u00adm, Sam\u200bOkafor, S\u200dam and Ｓａｍ", "X, X, X and X"),
        ("sam.okafor@example.org and @samokafor", "[e-mail address] and @X"),
    ),
    "Zoë Müller": (("Zoe, ZOË and zoe\u0308's", "X, X and X's"), ("Muller, MÜLLER and Zoe M.", "X, X and X.")),
    "Strauß": (("Strauß, STRAUSS and strauss", "X, X and X"),),
    "Anne-Marie O'Brien": (
        ("Anne Marie, Annemarie and Anne‑Marie", "X, X and X"),
        ("O’Brien, OBrien and O'BRIEN’S", "X, X and X’S"),
        ("Marie's", "X's"),
    ),
    "Nguyễn Thị Lan": (("Nguyen, Lan, NGUYỄN and N. Lan", "X, X, X and X"),),
    "Đặng": (("Dang and ĐẶNG", "X and X"),),
    "Γιώργος": (("ΓΙΩΡΓΟΣ and γιωργος", "X and X"),),
    "李梅": (("今天李梅说好", "今天X说好"),),
    "김민수": (("김민수는 갔다", "X는 갔다"),),
}


@pytest.mark.parametrize("name", WAYS)
def test_a_name_is_found_however_it_is_written(name: str) -> None:
    texts = {text: text for text, _ in WAYS[name]}
    found = find(texts, Known(people=(name,)))
    (person,) = [each for each in found if each.sort == "person"]
    names = pseudonyms_for(found, {person.name: "X"})
    assert [replaced(text, names) for text in texts] == [said for _, said in WAYS[name]]


def test_a_name_within_a_word_stays_and_so_does_what_only_looks_like_an_initial() -> None:
    text = "Samantha asked Sam a thing, with Sam I went; samba, so Okaforia. A. Sam O'Neil came."
    found = find({"text": text}, Known(people=("Sam Okafor", "Ian Ito")))
    assert replaced(text, pseudonyms_for(found, {"Sam": "Mx"})) == (
        "Samantha asked Mx a thing, with Mx I went; samba, so Okaforia. A. Mx O'Neil came."
    )


def test_initials_that_two_share_are_nobodys() -> None:
    text = "S. Okafor and S.O. met."
    found = find({"text": text}, Known(people=("Sam Okafor", "Sue Okafor")))
    assert [each.written for each in found] == [("S. Okafor",), ("S.O.",)]


def test_a_name_that_somebody_chose_is_given_to_nobody_else() -> None:
    found = find({"text": "Kim met Sam."}, Known(people=("Kim", "Sam")))
    assert replaced("Kim met Sam.", pseudonyms_for(found, {"sam": "Colleague A"})) == "Colleague B met Colleague A."
