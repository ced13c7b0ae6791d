"""Markdown as the blocks of a document."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerlog.export.document import Document, from_markdown, html
from peerlog.export.document.markdown_tree import MOST_NESTED
from peerlog.export.document.model import (
    Break,
    BulletList,
    Code,
    CodeText,
    Emphasis,
    Heading,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
    words_of,
)

from .samples import MARKDOWN


def test_every_block_and_run() -> None:
    assert from_markdown(MARKDOWN) == (
        Heading(1, (Text("Focus"),)),
        Paragraph(
            (
                Text("We set out to "),
                Strong((Text("chair meetings well"),)),
                Text(" and to advise "),
                Emphasis((Text("only when asked"),)),
                Text("; the rest is in"),
                Text(" "),
                Link((Text("the reading list"),), "https://example.org/reading?a=1&b=2"),
                Text(" and at "),
                Link((Text("https://example.org/sets"),), "https://example.org/sets"),
                Text("."),
            )
        ),
        Heading(3, (Text("Goals"),)),
        Table(
            ((Text("Goal"),), (Text("From"),), (Text("To"),)),
            (
                ((Text("Chair a meeting well"),), (Text("4"),), (Text("7"),)),
                (
                    (Text("Publish "), Emphasis((Text("one"),)), Text(" case study")),
                    (Text("2"),),
                    (CodeText("done"),),
                ),
            ),
            alignments=("start", "end", "centre"),
        ),
        Heading(2, (Text("Meetings held"),)),
        NumberedList(
            (
                (Paragraph((Text("Video, "), Emphasis((Text("chairing the set"),)))),),
                (
                    Paragraph((Text("Coffee"),)),
                    Paragraph((Text("We walked for an hour."),)),
                    BulletList(
                        (
                            (
                                Paragraph((Text("what would it look like"),)),
                                BulletList(((Paragraph((Text("had it gone well"),)),),)),
                            ),
                        )
                    ),
                ),
                (Paragraph((Text("Video"),)),),
            )
        ),
        Quote(
            (
                Paragraph((Text("Your advice worked."),)),
                BulletList(((Paragraph((Text("It came from a talk."),)),),)),
            )
        ),
        Rule(),
        Code("minutes = 60\n    indented"),
        Paragraph(
            (
                Text("Say the last five minutes aloud."),
                Break(),
                Text("And then stop. "),
                Text("a whiteboard"),
            )
        ),
    )


def one_paragraph(markdown: str) -> str:
    (block,) = from_markdown(markdown)
    assert isinstance(block, Paragraph)
    return words_of(block.runs)


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("<b>bold</b> <script>x</script>", "<b>bold</b> <script>x</script>"),
        ("<div>\nblock\n</div>", "<div> block </div>"),
        ("<!-- unseen -->", "<!-- unseen -->"),
        ("![a *drawn* `map`](https://example.org/x.png)", "a drawn map"),
        ("[here](javascript:alert(1))", "[here](javascript:alert(1))"),
        ("https://example.org is no link", "https://example.org is no link"),
        ("#import \"x\" $y$ 'z'", "#import \"x\" $y$ 'z'"),
        ("one\x00two\x1b[31m three\u202e", "onetwo three"),
    ],
)
def test_what_is_no_markup_stays_text(markdown: str, words: str) -> None:
    assert one_paragraph(markdown) == words


@pytest.mark.parametrize("address", ["ftp://example.org/x", "file.md", "//example.org", "tel:123", "HTTPS:x"])
def test_an_address_that_is_not_of_the_web_or_mail_leads_nowhere(address: str) -> None:
    (block,) = from_markdown(f"[here](<{address}>)")
    assert isinstance(block, Paragraph)
    (link,) = block.runs
    assert isinstance(link, Link)
    assert not link.can_be_followed
    page = html(Document("T", (block,)))
    assert "here <span" in page
    assert address in page
    assert "href" not in page


def test_a_list_keeps_its_first_number() -> None:
    (block,) = from_markdown("7. seven\n8. eight")
    assert isinstance(block, NumberedList)
    assert block.start == 7


@pytest.mark.parametrize(
    "markdown",
    [
        "> " * 40 + "the end",
        "\n".join("  " * level + "- the end" for level in range(40)),
        "> " * 3000 + "the end",
        "*a **b " * 40 + "the end" + "** b* a" * 40,
        "*a **b " * 3000 + "the end" + "** b* a" * 3000,
        "![a" * 600 + "the end" + "](x)" * 600,
        "[" * 60_000 + "the end",
        "![" * 30_000 + "the end",
        ("[" * 999 + "the end\n\n") * 100,
    ],
    ids=["quotes", "lists", "3,000 quotes", "forms", "3,000 forms", "pictures", "brackets", "bangs", "paragraphs"],
)
@pytest.mark.timeout(10)
def test_what_is_built_to_be_hard_is_shown_all_the_same(markdown: str) -> None:
    blocks = from_markdown(markdown)
    assert "the end" in html(Document("T", blocks)).replace("<wbr>", "")
    assert depth(blocks) <= 2 * MOST_NESTED + 3


def depth(value: Any) -> int:
    """How deep blocks and runs lie in each other."""
    if isinstance(value, tuple):
        return max(map(depth, value), default=0)
    inner = [getattr(value, name) for name in ("blocks", "items", "runs") if hasattr(value, name)]
    return 1 + depth(tuple(inner)) if inner else 0


def test_many_boxes_to_tick_are_a_list() -> None:
    (block,) = from_markdown("- [ ] call Sam\n" * 3000)
    assert isinstance(block, BulletList)
    assert len(block.items) == 3000


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("ab \n\t#>-*_`[]()!<&|:~1.\\\x00\u0301\u202eא"), max_size=60))
def test_any_text_becomes_a_page(markdown: str) -> None:
    blocks = from_markdown(markdown)
    page = html(Document("T", blocks))
    assert sum(map(markdown.count, "ab")) <= sum(map(page.count, "ab"))
