"""Documents that the tests make pages and files of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peerlog.export.document import Document, from_markdown
from peerlog.export.document.model import (
    Block,
    Blocks,
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
    Run,
    Strong,
    Table,
    Text,
)

NOTICE = "A rendering, not the signed text."

MARKDOWN = r"""
# Focus

We set out to **chair meetings well** and to advise *only when asked*; the rest is in
[the reading list](https://example.org/reading?a=1&b=2) and at <https://example.org/sets>.

### Goals

| Goal | From | To |
|:-----|-----:|:--:|
| Chair a meeting well | 4 | 7 |
| Publish *one* case study | 2 | `done` |

## Meetings held

1. Video, *chairing the set*
2. Coffee

   We walked for an hour.

   - what would it look like
     - had it gone well
3. Video

> Your advice worked.
>
> - It came from a talk.

---

```
minutes = 60
    indented
```

Say the last five minutes aloud.\
And then stop. ![a whiteboard](https://example.org/board.png)
"""

SUMMARY = Document(
    title="Summary 3 with Sam",
    body=from_markdown(MARKDOWN),
    lang="en-GB",
    authors=("Kim", "Sam"),
    about=(("Period", "1 June to 30 November 2026"), ("Between", "Kim and Sam")),
    notice=NOTICE,
    closing=from_markdown("Signed by Kim and Sam. How to check it: `VERIFY.txt`."),
)

LONG = Document(
    title="A year",
    body=from_markdown(
        "# Activities\n\n| Day | What | Hours |\n|---|---|--:|\n"
        + "| 2026-01-05 | A course on chairing | 1.5 |\n" * 120
        + "\n"
        + ("Agendas feel too long when nobody says how long each item takes. " * 8 + "\n\n") * 12
    ),
    notice=NOTICE,
)

HOSTILE = (
    "<script>alert(1)</script>",
    "</style></title></main><img src=https://evil.example/x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "<!-- --> ]]> &lt;b&gt; &amp;",
    '#import "@preview/evil:1.0.0": *',
    '#read("/etc/passwd")',
    "$ x^2 $ #let x = 1",
    "] #panic() [",
    "\\u{41} \\ \\\\ ' \"",
    "```` ``` `` `",
    "= no heading // no comment /* none */ <label> @ref",
    "url(https://evil.example/y) @import 'z'; } body { display: none }",
    "*not strong* _not emphasised_ -- --- ~ ...",
    "javascript:alert(1)",
)


def hostile(words: str) -> Document:
    """A document that has the words in every place where words can be."""
    run = Text(words)
    everywhere: Blocks = (
        Heading(1, (run,)),
        Paragraph((run, Break(), Strong((run,)), Emphasis((run,)), CodeText(words))),
        Paragraph(
            (Link((run,), "https://example.org/"), Link((), words), Link((run,), f"https://example.org/{words}"))
        ),
        BulletList(((Paragraph((run,)), BulletList(((Paragraph((run,)),),))),)),
        NumberedList(((Paragraph((run,)), Code(words)),), 7),
        Quote((Paragraph((run,)), Heading(3, (run,)))),
        Code(words),
        Rule(),
        Table(((run,), (CodeText(words),)), (((run,),), ((run,), (run,), (run,))), words),
    )
    return Document(words, everywhere, words, (words,), ((words, words),), words, everywhere)


def said(document: Document) -> list[str]:
    """Everything that a reader of the document sees, in its order, as pieces without blanks at their ends."""
    pieces = [document.title, document.notice]
    for name, value in document.about:
        pieces += [name, value]
    pieces += _said_by((*document.body, *document.closing))
    return [piece.strip() for piece in pieces if piece.strip()]


def _said_by(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(_, runs) | Paragraph(runs):
                yield from _words(runs)
            case BulletList(items) | NumberedList(items):
                for item in items:
                    yield from _said_by(item)
            case Quote(inner):
                yield from _said_by(inner)
            case Code(words):
                yield from words.split("\n")
            case Table():
                yield block.caption
                for row in (block.head, *block.rows):
                    for cell in row:
                        yield from _words(cell)


def _words(runs: Iterable[Run]) -> Iterator[str]:
    for run in runs:
        match run:
            case Text(words) | CodeText(words):
                yield words
            case Strong(inner) | Emphasis(inner):
                yield from _words(inner)
            case Link(inner, address):
                yield from _words(inner)
                yield "" if inner and run.names_itself else address
