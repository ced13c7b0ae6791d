"""The goals, each in a paragraph: from where it started to where it stands, and what was reached on the way."""

from __future__ import annotations

from collections.abc import Sequence

from ..entry import Entry
from ..goal_course import is_open
from ..kinds import ACTION, CHECK_IN, GOAL, IDEA, MILESTONE
from ..said_names import listed
from ..text import clean_line
from .excerpt import ended, quoted, sentence_of, title_of
from .material import Shared, day_of
from .naming import ONE_OF_US
from .numbers import counting, some, spelt
from .prose import MOST_IN_A_SENTENCE, bullets, capital, is_figure, paragraphs, running

_CLOSED = {
    "met": ("It is met.", "We count it as met.", "With that it is met."),
    "let-go": ("We have let it go.", "It is one that we have let go.", "We have set it aside."),
    "proposed": ("It is a proposal so far.",) * 3,
    "agreed": ("It is agreed, and about to begin.",) * 3,
}


def goals(shared: Shared) -> str:
    told = [each for each in shared.of(GOAL.name) if _belongs(shared, each)]
    return paragraphs(_goal(shared, goal, turn) for turn, goal in enumerate(told))


def _belongs(shared: Shared, goal: Entry) -> bool:
    """Whether something can be said of it: it is open, new, or moved in the period."""
    if goal.when.day > shared.until or not goal.headline:
        return False
    moved = any(shared.covers(each.when.day) for each in shared.parts(goal, CHECK_IN.name))
    return is_open(goal.state) or shared.covers(goal.when.day) or moved or bool(_reached(shared, goal))


def _goal(shared: Shared, goal: Entry, turn: int) -> str:
    check_ins = [each for each in shared.parts(goal, CHECK_IN.name) if each.when.day <= shared.until]
    rated = [each for each in check_ins if each.number("level") is not None]
    sentences = [_movement(shared, goal, rated, turn), _ends(goal, rated, turn)]
    reached = _reached(shared, goal)
    all_of_them = sum(bool(each.headline) for each in shared.parts(goal, MILESTONE.name))
    milestones = [
        f"{title_of(each.headline)} ({shared.day(day)})" for each in reached if (day := day_of(each, "done_on"))
    ]
    listing = len(milestones) > MOST_IN_A_SENTENCE
    if milestones:
        sentences.append(_milestones(milestones, all_of_them, turn, listing=listing))
    last = [_served(shared, goal), _CLOSED.get(goal.state, ("",) * 3)[turn % 3], _said(shared, check_ins, turn)]
    if not listing:
        return running([*sentences, *last])
    return paragraphs([running(sentences), bullets(milestones), running(last)])


def _movement(shared: Shared, goal: Entry, rated: Sequence[Entry], turn: int) -> str:
    title, who, day = title_of(goal.headline), shared.author(goal), shared.day(goal.when.day)
    is_new = shared.covers(goal.when.day)
    if not rated:
        return capital(
            f"{title} is a goal that {who} wrote down on {day}." if is_new else f"{title} is one of our goals."
        )
    before = [each for each in rated if each.when.day < shared.since]
    start, now = (before[-1] if before else rated[0]).number("level"), rated[-1].number("level")
    at = shared.day(rated[-1].when.day)
    if len(rated) == 1 or rated[-1] in before:
        moved = f"stood at {now} of 10 on {at}"
    elif start == now:
        moved = f"began at {start} of 10 and stood there again on {at}"
    else:
        moved = (
            f"went from {start} to {now} of 10 by {at}",
            f"began at {start} and stood at {now} of 10 on {at}",
            f"had gone from {start} to {now} of 10 by {at}",
            f"moved from {start} to {now} of 10 until {at}",
        )[turn % 4]
    if not is_new:
        return f"{title} {moved}."
    return capital(
        (
            f"{title}, which {who} wrote down on {day}, {moved}.",
            f"on {day} {who} added {title}; it {moved}.",
            f"{title} came from {who} on {day}; it {moved}.",
            f"{who} wrote down {title} on {day}; it {moved}.",
        )[turn % 4]
    )


def _ends(goal: Entry, rated: Sequence[Entry], turn: int) -> str:
    """Where it started and is to lead, in its own words, as far as its levels do not say so already."""
    start, target = clean_line(goal.line("baseline")), clean_line(goal.line("target"))
    if start and rated and start == str(rated[0].number("level")):
        start = ""
    start, target = (words if not words or is_figure(words) else quoted(words) for words in (start, target))
    if start and target:
        is_ahead = "is" if is_open(goal.state) else "was"
        return ended(f"It {('set out', 'started')[turn % 2]} from {start} and {is_ahead} to lead to {target}")
    if target:
        return ended(f"The aim {'is' if is_open(goal.state) else 'was'} {target}")
    return ended(f"It set out from {start}") if start else ""


def _reached(shared: Shared, goal: Entry) -> list[Entry]:
    named = [each for each in shared.parts(goal, MILESTONE.name) if each.headline]
    done = [each for each in named if shared.covers(day_of(each, "done_on"))]
    return sorted(done, key=lambda each: (each.line("done_on"), each.headline, each.id))


def _milestones(reached: Sequence[str], of: int, turn: int, *, listing: bool) -> str:
    if len(reached) == of:
        lead = "Its milestone was reached" if of == 1 else f"All {spelt(of)} of its milestones were reached"
    else:
        was = "was" if len(reached) == 1 else "were"
        lead = (
            f"{counting(len(reached))} of its {some(of, 'milestone')} {was} reached",
            f"On the way we reached {spelt(len(reached))} of {some(of, 'milestone')}",
        )[turn % 2]
    return f"{lead}:" if listing else f"{lead}: {listed(reached)}."


def _served(shared: Shared, goal: Entry) -> str:
    linked = [each for each in shared.of(IDEA.name) if goal.id in each.members("links") and each.headline]
    ideas = [title_of(each.headline) for each in linked if each.state in ("tried", "kept")]
    helped = f"What served it: {listed(ideas)}." if ideas else ""
    done = sum(
        each.state == "done" and shared.covers(day_of(each, "done_on")) for each in shared.parts(goal, ACTION.name)
    )
    acted = f"{capital(some(done, 'action'))} that we noted for it {'is' if done == 1 else 'are'} done." if done else ""
    return running([helped, acted])


def _said(shared: Shared, check_ins: Sequence[Entry], turn: int) -> str:
    """What its author said of it last, in the period."""
    saying = [each for each in check_ins if shared.covers(each.when.day) and sentence_of(each.text)]
    if not saying:
        return ""
    last = saying[-1]
    who, day, said = shared.author(last), shared.day(last.when.day), quoted(sentence_of(last.text))
    frames = (f"{who} noted on {day}: {said}", f"on {day} {who} wrote: {said}", f"in {who}'s words of {day}: {said}")
    return ended(capital(frames[turn % (2 if who == ONE_OF_US else 3)]))
