from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ...errors import BadInput
from .. import terminal
from ..entry_fields import Given, field_options
from ..examples import examples
from ..given import require_one
from ..invocation import invocation
from ..words import standard_input, typed_words

if TYPE_CHECKING:
    from ...domain.entry import Entry


@click.command(
    epilog=examples(
        "peerlog edit 3f9a2c1",
        "peerlog edit 3f9a2c1 --set state=met --tag chairing",
        "peerlog edit 3f9a2c1 - < text.md",
        "peerlog edit 3f9a2c1 --restore-version 2",
    )
)
@click.argument("id_", metavar="ID")
@click.argument("source", metavar="[-]", required=False)
@click.option("--text", help="The new text, in place of the old one.")
@field_options
@click.option("--untag", "untags", multiple=True, metavar="TAG", help="Take a tag away; repeatable.")
@click.option("--restore-version", "number", type=int, metavar="N", help="Make an earlier version the newest again.")
@click.option("--json", "as_json", is_flag=True, help="Write the entry as JSON afterwards.")
def command(
    id_: str,
    source: str | None,
    text: str | None,
    untags: tuple[str, ...],
    number: int | None,
    as_json: bool,
    **options: Any,
) -> None:
    """Change an entry. Without options its text opens in your editor; “-” takes the text from standard input.

    --tag and --goal add to what is there, --set and the others replace. The version before stays: see “peerlog show ID
    --versions”.
    """
    from ..agreeing.void import saying_what_became_void
    from ..described import described
    from ..listing import one_line

    given = Given(**options)
    if source not in (None, "-"):
        raise BadInput(f"“{source}” is not expected here.", "Give the new text with --text, or “-” for standard input.")
    if source and text is not None:
        raise BadInput("Both “-” and --text give a text.", "Leave one of them out.")
    changes_asked = bool(given or untags or source or text is not None)
    require_one(("--restore-version", number is not None), ("what else is to change", changes_asked))
    new_text = standard_input() if source else text
    with invocation().journal(writes=True) as journal:
        entry = before = journal.entries.resolve(id_)
        with saying_what_became_void(journal, entry):
            if number is not None:
                entry = journal.entries.restore_version(entry.id, number)
            elif given or untags or new_text is not None:
                template = given.template or entry.line("template")
                changes: dict[str, object] = {"tags": _own_tags(entry)}
                changes |= given.fields(journal, entry.kind, template, _own_tags(entry), entry.members("links"))
                require_one(("The new text", new_text is not None), ("--set text=…", "text" in changes))
                if untags:
                    changes["tags"] = _without(changes["tags"], untags)
                if new_text is not None:
                    changes["text"] = new_text
                entry = journal.entries.change(entry.id, changes)
            elif terminal.can_read():
                journal.entries.require_changeable(entry.id)
                tags = _own_tags(entry)
                fields = {**entry.fields, "tags": tags}
                with typed_words(journal, entry.kind, fields, entry.text, entry.id, entry.version) as typed:
                    entry = journal.entries.change(entry.id, {"text": typed, "tags": tags})
            else:
                raise BadInput("There is no terminal for an editor.", "Give --text, --title or another option, or “-”.")
        if entry.version > before.version + 1:
            terminal.say(f"It was saved elsewhere meanwhile: those words are version {entry.version - 1}.")
        if as_json:
            terminal.put_json(described(entry))
        else:
            unchanged = "" if entry.version > before.version else "  (nothing changed)"
            terminal.put(one_line(journal, entry), unchanged)


def _own_tags(entry: Entry) -> tuple[str, ...]:
    """Tags that are not in the text: those that are go when they are taken out of it."""
    from ...domain.tag import tags_in

    in_text = {tag.casefold() for tag in tags_in(entry.text)}
    return tuple(tag for tag in entry.tags if tag.casefold() not in in_text)


def _without(tags: object, untags: tuple[str, ...]) -> list[str]:
    from ...domain.tag import clean_tag

    gone = {clean_tag(each).casefold() for each in untags}
    return [each for each in tags if each.casefold() not in gone] if isinstance(tags, (list, tuple)) else []
