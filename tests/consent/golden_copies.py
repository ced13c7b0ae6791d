"""Signed copies by people who are made up, from fixed keys: the same at each run.

python -m tests.consent.golden_copies writes those that are kept. Their format has been released: what they are made
of may be added to, and none that is there is ever made anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from peerlog.consent.copy_layout import PAGE, PRINT
from peerlog.consent.how_to_check import Maker
from peerlog.consent.paper import Paper, sign_paper
from peerlog.consent.receipt import Renderings, signed_copy
from peerlog.consent.statement import ConsentStatement, Signer, content_of, write_statement
from peerlog.crypto.device_keys import public_key
from peerlog.crypto.key_ids import member_id

FOLDER = Path(__file__).parent / "golden"
GOLDEN: Mapping[str, tuple[str, ...]] = {
    "two": ("Kim", "Sam"),
    "four": ("Kim", "Sam", "Ada", "Zoë O'Hara"),
    "chinese": ("李梅", "Kim"),
    "dots": ("..", "CON"),
}
TEXT = """# Summary 3

Kim and Sam, 1 June 2026 to 30 November 2026

## What we learned

Ask before advising. A question on the table stays with everybody; an answer stays with whoever gave it.

## Next steps

- Sam chairs the meeting in January.
- Kim writes down the reading list."""


def seed(name: str, device: int = 0) -> bytes:
    """The private half of somebody's key, 32 bytes."""
    return sha256(f"peerlog golden copy {name} {device}".encode()).digest()


def key(name: str, device: int = 0) -> bytes:
    return public_key(seed(name, device))


def statement_of(names: tuple[str, ...], text: str = TEXT, **more: object) -> ConsentStatement:
    """What they sign; each has two devices."""
    said: dict[str, object] = {
        "space": "0123456789abcdef" * 2,
        "circle": "Thursday set",
        "members": tuple(
            Signer(name, member_id(key(name)), tuple(sorted((key(name), key(name, 1))))) for name in names
        ),
        "document": "fedcba9876543210" * 4,
        "kind": "summary",
        "number": 3,
        "revision": 2,
        "title": "Summary 3",
        "purpose": "my CPD record",
        "release": names,
        "answer_by": date(2026, 12, 21),
        "at": "2026-11-21T09:00:00Z",
        "content": content_of(text),
        **more,
    }
    return write_statement(**said)  # type: ignore[arg-type]


def papers_of(statement: ConsentStatement) -> dict[str, Paper]:
    return {each.member: sign_paper(statement, seed(each.name), key(each.name)) for each in statement.members}


def copy_of(names: tuple[str, ...], renderings: Renderings, text: str = TEXT, **more: object) -> dict[str, bytes]:
    """A whole signed copy."""
    statement = statement_of(names, text, **more)
    first, *others = statement.members
    return signed_copy(
        statement,
        content_of(text),
        papers_of(statement),
        renderings,
        {each.member: f"2026-11-{22 + place}T19:40:00Z" for place, each in enumerate(statement.members)},
        Maker(
            first.name,
            date(2026, 11, 28),
            {
                first.member: f"{first.name} made this copy, and the key is one of their own devices'.",
                **{
                    each.member: f"{first.name} compared the words with {each.name} on 3 June 2026: they were the same."
                    for each in others
                },
            },
        ),
    )


def kept(name: str) -> dict[str, bytes]:
    """The files of a golden copy."""
    return {path.name: path.read_bytes() for path in sorted((FOLDER / name).iterdir())}


def kept_renderings(name: str) -> Renderings:
    files = kept(name)
    return Renderings(files[PAGE], files[PRINT])


def main() -> None:
    """Write those that are not there yet."""
    from peerlog.export.document import Document, from_markdown, html, pdf

    for name, names in GOLDEN.items():
        folder = FOLDER / name
        if folder.exists():
            continue
        page = Document(
            "Summary 3", from_markdown(TEXT)[1:], "en-GB", names, notice="A rendering, not the signed text."
        )
        renderings = Renderings(html(page).encode(), pdf(page, date=date(2026, 11, 22)))
        folder.mkdir(parents=True)
        for file, content in copy_of(names, renderings).items():
            (folder / file).write_bytes(content)


if __name__ == "__main__":
    main()
