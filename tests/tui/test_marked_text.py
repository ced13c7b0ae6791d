"""The text that is signed, as the screen shows it: every letter of it, whatever the width."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from textual.content import Content

from peerlog.domain.summary.differences import reflowed_differences
from peerlog.domain.text import clean_text
from peerlog.tui.reading.changed_lines import say_changed
from peerlog.tui.signing.signing_effects import what_it_voids
from peerlog.tui.widgets.marked_text import MarkedText, unmarked
from peerlog.tui.widgets.title_with_parts import TitleWithParts

TEXTS = st.text(st.sampled_from("ab# -\n[]李é"), max_size=80).map(clean_text)


def letters(shown: str) -> str:
    """Without the margin, and what space there is."""
    return "".join("".join(line[3:].split()) for line in shown.split("\n"))


@settings(max_examples=40)
@given(TEXTS, st.integers(8, 60))
def test_every_letter_is_shown_at_any_width(text: str, width: int) -> None:
    shown = MarkedText(unmarked(text)).at(width)
    assert letters(shown.plain) == "".join(text.split())
    assert all(line.cell_length <= width for line in shown.split("\n"))


def test_marks_are_signs_and_not_only_colours() -> None:
    before = "# Ours\n\nWe meet on time.\nWe say when not.\n\nSilence is no yes."
    after = "# Ours\n\nWe meet on time, both.\n\nSilence is no yes.\nWe bring tea."
    lines = reflowed_differences(before, after)
    assert [line.rstrip() for line in MarkedText(lines).at(60).plain.split("\n")] == [
        "   # Ours",
        "",
        " ~ We meet on time, both.",
        " - (a line that stood here is gone)",
        "",
        "   Silence is no yes.",
        " + We bring tea.",
    ]
    assert say_changed(lines) == "Two lines changed, one is gone"
    assert say_changed(reflowed_differences("one\ntwo", "one")) == "One line is gone"
    assert say_changed(reflowed_differences("one", "one")) == ""


def test_what_each_has_said_goes_under_the_title_where_there_is_no_room() -> None:
    parts = [Content(f"{name}: not yet") for name in ("you", "Sam", "Ada", "Lou")]
    title = TitleWithParts(Content("Summary 3"), parts)
    assert title.at(80).plain.startswith("Summary 3   ")
    assert title.at(34).plain == "Summary 3\nyou: not yet   Sam: not yet\nAda: not yet   Lou: not yet"


def test_whose_signature_comes_to_nothing() -> None:
    assert what_it_voids([], "Kim", 2) == ""
    assert what_it_voids(["Sam"], "Kim", 2) == "Sam's signature under version 1 comes to nothing by this."
    both = what_it_voids(["Kim", "Sam"], "Kim", 3)
    assert both == "Your own and Sam's signatures under version 2 come to nothing by this."
