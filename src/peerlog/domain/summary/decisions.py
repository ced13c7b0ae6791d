"""What was settled, and how much of what people said they would do is done."""

from __future__ import annotations

from collections import Counter
from datetime import date

from ..kinds import ACTION, DECISION
from ..said_names import listed
from .excerpt import plain_title, title_of
from .material import Shared, day_of, in_time
from .naming import in_order
from .numbers import some, spelt
from .prose import MOST_IN_A_SENTENCE, bullets, paragraphs


def decisions(shared: Shared) -> str:
    return paragraphs([_settled(shared), _done(shared)])


def _settled(shared: Shared) -> str:
    held = {each.id: each.when.day for each in shared.held()}
    dated = [(held.get(each.parent, each.when.day), each) for each in shared.of(DECISION.name) if each.headline]
    dated = sorted((each for each in dated if shared.covers(each[0])), key=lambda each: (each[0], *in_time(each[1])))
    if len(dated) > MOST_IN_A_SENTENCE:
        items = [f"{plain_title(each.headline)} ({shared.day(day)})" for day, each in dated]
        return paragraphs([f"We settled {some(len(dated), 'matter')}:", bullets(items)])
    by_day: dict[date, list[str]] = {}
    for day, each in dated:
        by_day.setdefault(day, []).append(title_of(each.headline))
    if len(by_day) == 1:
        ((day, what),) = by_day.items()
        return f"On {shared.day(day)} we settled {listed(what)}."
    return (
        f"We settled {listed([f'{listed(what)} on {shared.day(day)}' for day, what in by_day.items()])}."
        if dated
        else ""
    )


def _done(shared: Shared) -> str:
    done = [each for each in shared.of(ACTION.name) if each.state == "done" and shared.covers(day_of(each, "done_on"))]
    if not done:
        return ""
    counts = Counter(shared.naming.of(each.line("owner")) for each in done)
    lead = f"Of what we said we would do, {some(len(done), 'thing')} {'is' if len(done) == 1 else 'are'} done"
    if len(counts) == 1:
        return (
            f"{lead}, by {next(iter(counts))}."
            if len(done) > 1
            else f"{lead}: {title_of(done[0].headline)}, by {next(iter(counts))}."
        )
    return f"{lead}: {listed([f'{spelt(counts[who])} by {who}' for who in sorted(counts, key=in_order)])}."
