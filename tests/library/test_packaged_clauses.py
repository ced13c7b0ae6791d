"""The clauses and help cards that ship: what an agreement needs, with the librarians' rhythm to begin with."""

from __future__ import annotations

import pytest

from peerlog.domain.clause import ClauseSet
from peerlog.library.clause_sets import clause_sets
from peerlog.library.help_cards import help_cards

NEEDED = {"confidence", "time", "rhythm", "reply", "deciding", "exchange", "absence", "trouble", "review", "ending"}


def sets() -> dict[str, ClauseSet]:
    return clause_sets()[0]


@pytest.mark.parametrize(("name", "more"), [("pair", set()), ("group", {"coming", "turns", "talking"})])
def test_a_set_has_what_an_agreement_needs(name: str, more: set[str]) -> None:
    assert {clause.name for clause in sets()[name].clauses} == NEEDED | more


def test_a_pair_begins_with_the_librarians_rhythm() -> None:
    defaults = {
        (clause.name, parameter.field.name): parameter.default
        for clause in sets()["pair"].clauses
        for parameter in clause.parameters
    }
    assert defaults[("rhythm", "cadence")] == "fortnightly"
    assert defaults[("reply", "days")] == 7
    assert defaults[("ending", "months")] == 4


def test_what_both_sets_can_set_has_the_same_name() -> None:
    pair, group = (
        {(clause.name, parameter.field.name) for clause in sets()[name].clauses for parameter in clause.parameters}
        for name in ("pair", "group")
    )
    assert pair <= group


def test_words_fit_eighty_columns() -> None:
    for name, each in sets().items():
        for clause in each.clauses:
            assert len(clause.label) <= 26, name
            assert len(clause.hint) <= 74, name
            assert len(clause.worded()) <= 240, f"{name}: {clause.name}"
            assert clause.worded().endswith(".")
            for parameter in clause.parameters:
                assert len(parameter.field.label) <= 26, name


# -----
def test_the_cards_are_there() -> None:
    assert set(help_cards()[0]) == {"feedback", "group_work", "listening", "open_questions"}


def test_a_card_is_a_page_of_eighty_columns() -> None:
    for name, card in help_cards()[0].items():
        lines = card.text.splitlines()
        assert len(lines) <= 22, name
        assert max(map(len, lines)) <= 78, name
        assert "#" not in card.text
