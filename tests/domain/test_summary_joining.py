"""The whole summary as one text: clean, always the same, and with every word in the section where it was written."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from peerlog.domain.summary import SECTIONS, joined
from peerlog.domain.text import clean_text

from .hostile import texts
from .summaries import SINCE, UNTIL

MARKS = st.sampled_from(
    [
        "# ",
        "## ",
        "#",
        "===",
        "---",
        "```",
        "~~~~",
        "> ",
        "- ",
        "1. ",
        "    ",
        "\t",
        "<!--",
        "<script>",
        "<p",
        "[a]: /x",
    ]
)
OTHERS = st.sampled_from(
    ["[a\n]: /x", "\\", "[", "]", "a", "b c", "\n", "\n\n", " ", "<?", "![x](y)", "***", "`", "&#35; ", "]]>", "\u0301"]
)
MARKDOWN = st.lists(MARKS | OTHERS, max_size=9).map("".join)


def headings(whole: str) -> list[tuple[str, str]]:
    """The first two levels of headings as CommonMark has them, wherever they stand."""
    tokens = MarkdownIt().parse(whole)
    return [
        (token.tag, tokens[at + 1].content)
        for at, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag in ("h1", "h2")
    ]


def outline(title: str, sections: Mapping[str, str], contributions: Mapping[str, str]) -> list[tuple[str, str]]:
    """The headings that a summary has to have."""
    found = [("h1", title)]
    found += [("h2", each.label) for each in SECTIONS if clean_text(sections.get(each.name, "")).strip()]
    return found + [
        ("h2", f"In {who}'s words") for who in sorted(contributions) if clean_text(contributions[who]).strip()
    ]


@given(MARKDOWN | texts, MARKDOWN | texts, MARKDOWN)
@example("Title\n===", "a\n---", "```\n# x")
@example("- a\n  ---", "> a\n> ===", "> # a")
@example("<!-- hidden", "<script>", "[Sam]: https://example.org 'x")
@example("a\n\n---\n\nb", "~~~\n\n## not", "1. ## x")
@settings(max_examples=30)
def test_nothing_leaves_its_section(one: str, other: str, said: str) -> None:
    sections, contributions = {"focus": one, "text": other}, {"Kim": said, "Sam": "Well said."}
    whole = joined("Half a year", ["Sam", "Kim"], SINCE, UNTIL, sections, contributions)
    assert headings(whole) == outline("Half a year", sections, contributions)
    tokens = MarkdownIt().parse(whole)
    assert not [token for token in tokens if token.type == "html_block"]
    assert [token.content for token in tokens if token.type == "inline"][-1] == "Well said."
    env: dict[str, object] = {}
    MarkdownIt().parse(whole, env)
    assert not env.get("references")


@given(MARKDOWN | texts, texts, texts)
@settings(max_examples=30)
def test_the_whole_is_clean_and_putting_it_together_again_changes_nothing(text: str, title: str, name: str) -> None:
    whole = joined(title, [name], SINCE, UNTIL, {"goals": text}, {name: text})
    assert clean_text(whole) == whole
    assert not whole.endswith("\n")
    marker = "## Goals and how they moved\n\n"
    if marker in whole:
        once = joined("x", [], SINCE, UNTIL, {"goals": text}, {}).split(marker, 1)[1]
        assert joined("x", [], SINCE, UNTIL, {"goals": once}, {}).split(marker, 1)[1] == once


def test_the_whole_names_all_and_lets_each_speak() -> None:
    sections = {"next_steps": "We meet again.\n", "focus": "Chair well.", "text": "  \n"}
    spoken = {"Sam Okonkwo": "S", "kim": "K2", "Kim Byrne": "K1", "": "Somebody's."}
    whole = joined("A  year", ["Sam Okonkwo", "Kim Byrne"], SINCE, UNTIL, sections, spoken)
    assert (
        joined("A year", ["Kim Byrne", "Sam Okonkwo"], SINCE, UNTIL, sections, dict([*spoken.items()][::-1])) == whole
    )
    assert whole.split("\n\n") == [
        "# A year",
        "Kim Byrne and Sam Okonkwo, 1 June to 30 November 2026",
        "## Focus",
        "Chair well.",
        "## Next steps",
        "We meet again.",
        "## In the words of one of us",
        "Somebody's.",
        "## In Kim's words",
        "K2",
        "K1",
        "## In Sam's words",
        "S",
    ]


def test_a_heading_of_somebodys_own_is_one_below_the_section() -> None:
    whole = joined("T", ["Kim"], SINCE, UNTIL, {"text": "# One\nText\n\nTwo\n---\n\n### Three\n\n#tag"}, {})
    assert whole.endswith("### One\nText\n\n### Two\n\n### Three\n\n#tag")
