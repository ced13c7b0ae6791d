from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .. import terminal
from ..examples import examples
from ..invocation import invocation
from ..json_option import json_option

if TYPE_CHECKING:
    from ...journal.journal import Journal
    from ...journal.shared.whats_new import News, NewsItem


@click.command(epilog=examples("peerlog news", "peerlog news Sam --keep", "peerlog news --json"))
@click.argument("name", required=False)
@click.option("--keep", is_flag=True, help="Do not take it as seen: the next time shows it again.")
@json_option
def command(name: str | None, keep: bool, as_json: bool) -> None:
    """Show what others have written and changed since you last looked.

    NAME is a partner or a group; without it, everybody. What is shown counts as
    seen, unless you --keep it.
    """
    from ...journal.shared.whats_new import mark_seen, news
    from ...journal.updates.exchanging import partners_named
    from ..exchange_described import described_news

    with invocation().journal() as journal:
        found = [news(journal, each) for each in partners_named(journal, name)]
        if as_json:
            terminal.put_json(
                {
                    "news": [
                        {"with": each.circle.label, "entries": list(map(described_news, each.items))} for each in found
                    ]
                }
            )
        else:
            _write(journal, found)
        terminal.flush()
        if not keep:
            for each in found:
                mark_seen(journal, each)


def _write(journal: Journal, found: list[News]) -> None:
    from ..terminal import Bold

    told = [each for each in found if each.items]
    for number, each in enumerate(told):
        if number:
            terminal.put()
        terminal.put(Bold(f"With {each.circle.label}"))
        for item in each.items:
            _write_item(journal, item)
    if not told:
        terminal.say("Nothing has changed since you last looked.")


def _write_item(journal: Journal, item: NewsItem) -> None:
    from ...journal.short_ids import short_id
    from ...journal.updates.leaving_words import NEW
    from ..difference_text import marked
    from ..terminal import Bold

    what = "two versions of the" if item.two_versions else item.what
    id_ = f"{short_id(journal, item.id)}  " if item.entry else ""
    about = " · ".join(part for part in (f"{what} {item.kind.lower()}", item.name) if part)
    terminal.put("  ", id_, Bold(about), f"  by {item.who}" if item.who else "")
    if item.sentence:
        terminal.put("      ", item.sentence)
    for field in item.fields if item.what != NEW else ():
        said = marked(field.pieces).replace("\n", "\n        ")
        terminal.put("      ", f"{field.label}: {said}")
