"""Another person's part: the options that describe it, and the lines that show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from ..domain.entry import Entry
from ..domain.kinds import PEER
from ..domain.scheme.vocabulary import MEANINGS, RELATIONS
from ..journal.cpd.peers import Verdict, verdicts
from ..journal.journal import Journal
from ..journal.short_ids import short_id
from . import completing, terminal
from .described import described
from .terminal import Bold

F = TypeVar("F", bound=Callable[..., Any])

_TEXTS = ("role", "organisation", "register", "registered", "email", "phone", "address", "place")
_OPTIONS = (
    click.option("--meaning", type=click.Choice(list(MEANINGS)), help="What their part means."),
    click.option(
        "--relation",
        "relations",
        multiple=True,
        metavar="R",
        shell_complete=completing.relations,
        help="How you stand to each other.",
    ),
    click.option(
        "--on-register",
        "registers",
        multiple=True,
        metavar="BODY",
        shell_complete=completing.requirements,
        help="A body that has them on its register.",
    ),
    click.option("--role", metavar="TEXT", help="What they are."),
    click.option("--organisation", metavar="TEXT", help="Where they work."),
    click.option("--register", metavar="TEXT", help="The register that their number is in."),
    click.option("--registered", metavar="N", help="Their number in it."),
    click.option("--email", metavar="TEXT", help="Their e-mail address."),
    click.option("--phone", metavar="TEXT", help="Their telephone number."),
    click.option("--address", metavar="TEXT", help="Their address."),
    click.option("--where", "--place", "place", metavar="TEXT", help="Where, or by which medium."),
    click.option("--day", metavar="DATE", help="The day on which it was."),
    click.option("--may-be-named/--not-asked", "may_be_named", default=None, help="Whether they agreed to be named."),
    click.option("--on-paper/--not-on-paper", "on_paper", default=None, help="Whether they signed on paper."),
    click.option("--signed", "links", multiple=True, metavar="ID", help="What they signed: a summary, a signed item."),
    click.option("--text", metavar="TEXT", help="What came of it."),
)


def peer_options(function: F) -> F:
    """Give a command the options that say who somebody is."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def peer_given(journal: Journal, given: Mapping[str, Any]) -> dict[str, object]:
    """The fields of a part that options say; what was not given stays out, and an empty text empties its field."""
    from ..domain.dates import parse_day

    found: dict[str, object] = {
        name: given[name]
        for name in (*_TEXTS, "meaning", "may_be_named", "on_paper", "text")
        if given.get(name) is not None
    }
    found |= {name: list(given[name]) for name in ("relations", "registers") if given.get(name)}
    if given.get("links"):
        found["links"] = [journal.entries.resolve(each).id for each in given["links"]]
    if given.get("day") is not None:
        found["day"] = parse_day(given["day"], journal.time.today()) if given["day"].strip() else None
    return found


def write_peer(journal: Journal, peer: Entry) -> None:
    """Who, what it means, how they stand to the writer, what is known of them, and for whom it counts."""
    head = f" · {MEANINGS.get(peer.line('meaning'), peer.line('meaning'))} · {short_id(journal, peer.id)}"
    terminal.put(Bold(peer.title), head)
    for field in PEER.fields:
        value = peer.fields.get(field.name)
        if value is None or field.name == "meaning":
            continue
        said = ", ".join(RELATIONS.get(each, each) for each in value) if isinstance(value, tuple) else None
        terminal.put_words(f"  {field.label}: {said or field.label_of(value)}")
    if peer.text:
        terminal.put_words(f"  {peer.text}")
    for verdict in verdicts(journal, peer):
        terminal.put_words(f"  {say_verdict(verdict)}")


def say_verdict(verdict: Verdict) -> str:
    """`GOC CPD, Peer of the exercise: does not count, for they are one of those who may not`."""
    about = f"{verdict.body}, {verdict.rule.label}"
    return f"{about}: counts." if verdict.counts else f"{about}: does not count, for {verdict.why_not}."


def described_peer(journal: Journal, peer: Entry) -> dict[str, object]:
    """As JSON: the entry, what it belongs to, and for whom it counts."""
    return {
        **described(peer),
        "item": peer.parent,
        "name": peer.title,
        "meaning": peer.line("meaning"),
        "counts_for": [
            {
                "body": each.body,
                "rule": each.rule.name,
                "label": each.rule.label,
                "counts": each.counts,
                "refusals": list(each.refusals),
            }
            for each in verdicts(journal, peer)
        ],
    }
