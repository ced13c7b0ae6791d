"""A text to agree as plain lines: what it is for, where each stands, and exactly the text itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...domain.said_names import listed
from ...journal.agreeing.text_words import answer_by_words, what_each_said, where_it_stands
from ...journal.agreeing.texts_to_agree import TextToAgree
from ...journal.journal import Journal
from ...journal.short_ids import short_id
from .. import terminal
from ..layout import held
from ..sharing import say_space
from ..terminal import Bold

INDENT = "  "
"""Before every line of a text, so that nothing written in it can pass for words of the program."""


def write_heading(journal: Journal, text: TextToAgree) -> None:
    """Write what it is called, where it is shared, and the id of exactly this version."""
    terminal.put(Bold(text.name), f"  {say_space(text.label)}  {text.id[:12]}")


def write_terms(journal: Journal, text: TextToAgree) -> None:
    """Write what it is for, who may have it and until when an answer is asked for."""
    put_held("For: ", text.purpose)
    put_held("May have it: ", listed(text.release))
    if text.state == "open":
        terminal.put(f"Answer by: {answer_by_words(journal, text)}")


def write_where_it_stands(journal: Journal, text: TextToAgree) -> None:
    """Write the state in words and, one a line, what each of them has said of it; then what is odd about it."""
    stands = where_it_stands(journal, text)
    terminal.put(Bold(f"{stands[:1].upper()}{stands[1:]}."))
    for name, said in what_each_said(journal, text):
        put_held(f"{INDENT}{name[:1].upper()}{name[1:]}: ", said)
    if text.beside and text.kind != "thanks":
        terminal.put(f"{INDENT}It leaves out {listed(text.beside)}.")
    for why in text.objections:
        put_held(f"{INDENT}Look out: ", f"{why}.")


def write_what_to_do(journal: Journal, text: TextToAgree) -> None:
    """Write the commands that come next, where something waits for the reader."""
    if text.waits_for_me:
        terminal.put(f"“{how_to(journal, text, 'approve')}” signs it, “{how_to(journal, text, 'decline')}” says no.")
    elif text.state in ("void", "declined"):
        terminal.put(f"“{how_to(journal, text, 'propose')}” puts it forward again.")


def write_earlier(journal: Journal, texts: Iterable[TextToAgree]) -> None:
    """Write the other versions, each on a line."""
    for each in texts:
        terminal.put(f"Version {each.revision} ({each.id[:12]}): {where_it_stands(journal, each)}")


def write_exactly(lines: str) -> None:
    """Write a text line by line as it is signed for, each line indented, with an empty line before and after.

    On a terminal long lines are broken, so that what goes on below is indented as well.
    """
    terminal.put()
    for line in lines.split("\n"):
        inner = line.lstrip(" ")
        put_held(INDENT + " " * (len(line) - len(inner)), inner)
    terminal.put()


def put_held(label: str, words: str) -> None:
    """Write words of somebody's after a label; on a terminal none of them stands below the label."""
    terminal.put(held(label, words, terminal.columns()).rstrip() if terminal.is_shown() else f"{label}{words}".rstrip())


def say_objections(journal: Journal, spaces: Sequence[str]) -> None:
    """Say what came as a signature and counts for nothing."""
    from ...journal.agreeing.texts_to_agree import objections_in

    for space in dict.fromkeys(spaces):
        for sentence in objections_in(journal, space):
            terminal.say(f"Look out: {sentence}")


def described_text(journal: Journal, text: TextToAgree) -> dict[str, object]:
    """One version for scripts; members of the object are added, never renamed or removed.

    `statement` is exactly what is signed, `sha256` that of the text with one newline at its end.
    """
    from ...journal.agreeing.signed_bytes import digest_of, statement_of

    return {
        "id": text.id,
        "kind": text.kind,
        "document": text.document,
        "with": text.label,
        "number": text.number,
        "version": text.revision,
        "title": text.title,
        "for": text.purpose,
        "may_have": list(text.release),
        "answer_by": text.answer_by.isoformat(),
        "put_forward": text.proposed,
        "by": text.proposer,
        "state": text.state,
        "stands": where_it_stands(journal, text),
        "waits_for_me": text.waits_for_me,
        "void": text.void or None,
        "members": [{"name": m.name, "me": m.is_me, "said": m.said, "at": m.at or None} for m in text.members],
        "leaves_out": list(text.beside),
        "objections": list(text.objections),
        "text": text.text,
        "sha256": digest_of(text),
        "statement": statement_of(text),
    }


def how_to(journal: Journal, text: TextToAgree, verb: str) -> str:
    """The command that does something with a text: `peerlog agreement approve 3f9a2c1 --closing`."""
    group, closing = ("agreement", " --closing") if text.kind == "closing" else (text.kind, "")
    return f"peerlog {group} {verb} {text_id(journal, text)}{closing}"


def text_id(journal: Journal, text: TextToAgree) -> str:
    """The id to type for it: that of what it was made from, as short as it can be."""
    return short_id(journal, text.document)
