"""What stands above and below a text to agree: where it is, what each has said, for what it is and for whom."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from ...domain.dates import written_out
from ...domain.said_names import listed
from ...journal.agreeing.hindrances import Way
from ...journal.agreeing.texts_to_agree import MemberSaid, TextToAgree
from ..reading.changed_lines import say_changed
from ..widgets.plain import plain, plain_line
from ..widgets.when import in_passing
from .review import Review

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_ENTER = {
    "words": "compares the words now",
    "exchange": "exchanges",
    "newer": "opens the newer version",
    "again": "puts it forward again",
    "versions": "settles them now",
}
KINDS = {"summary": "summary", "agreement": "agreement", "closing": "closing statement", "thanks": "thanks"}


def title_of(text: TextToAgree, with_whom: str = "") -> Content:
    """`Summary 3 with Sam, second version`."""
    whom = with_whom or text.label
    beside = f" with {whom}" if text.kind == "summary" else ""
    version = f", {ordinal(text.revision)} version" if text.revision > 1 else ""
    return plain_line(f"{text.title}{beside}{version}").stylize("bold")


def ordinal(number: int) -> str:
    return _ORDINALS[number - 1] if number <= len(_ORDINALS) else f"{number}th"


def states_of(found: Review) -> list[Content]:
    """What each member has said, oneself first: `you: not yet`, `Sam: signed`."""
    return said_by(found.text)


def said_by(text: TextToAgree) -> list[Content]:
    """The same, of one version of a text."""
    return [_state(each) for each in sorted(text.members, key=lambda each: not each.is_me)]


def _state(member: MemberSaid) -> Content:
    name = "you" if member.is_me else member.name
    said, style = {
        "asked": ("not yet", "$quiet"),
        "signed": ("signed", "$accent"),
        "declined": ("said no", "$warning"),
        "withdrew": ("withdrew", "$warning"),
    }[member.said]
    return Content.assemble(plain_line(f"{name}:").stylize("$quiet"), " ", (said, style))


def where_it_is(found: Review) -> list[Content]:
    """The sentences above the text."""
    text = found.text
    lines = list(_standing(found))
    lines += [plain(f"{name}: “{reason}”") for name, reason in found.reasons]
    if text.beside and text.kind != "thanks":
        lines.append(plain(f"It leaves out {listed(list(text.beside))}.").stylize("$warning"))
    lines += [plain(f"{_capital(each)}.").stylize("$warning") for each in text.objections]
    if found.hindrance:
        if not text.void:
            lines.append(plain(found.hindrance.why).stylize("$warning"))
        lines.append(way_on(found.hindrance.way, found.hindrance.hint))
    return lines


def way_on(way: Way, hint: str) -> Content:
    """What Enter does about it; else what there is to do."""
    if not way:
        return plain(hint).stylize("$quiet")
    return Content.assemble(("Enter", "bold $accent"), f" {_ENTER[way]}.")


def _standing(found: Review) -> Iterator[Content]:
    text = found.text
    if text.is_agreed:
        yield from _agreed(found)
    elif text.state == "declined":
        yield plain(_declined(found))
    elif text.void:
        yield plain(f"Void because {text.void}. Nothing in it counts any more.").stylize("$warning")
    elif not text.me:
        yield plain(f"It asks {listed([each.name for each in text.members])}, and not you.")
    elif text.waits_for_me:
        exactly = "Exactly this is what you would sign." if text.text else "What you would sign has not come yet."
        yield plain(" ".join(part for part in (exactly, _changes(found)) if part))
    else:
        waiting = listed([each.name for each in text.members if each.said == "asked"])
        yield plain(f"You have signed exactly this. It waits for {waiting}.")


def _changes(found: Review) -> str:
    if not found.before or not found.text.text:
        return ""
    version = "" if found.before.revision + 1 == found.text.revision else f", at version {found.before.revision}"
    changed = say_changed(found.lines)
    if changed:
        return f"{changed} since you last looked{version}; v shows how."
    return f"Its words are as you last saw them{version}."


def _agreed(found: Review) -> Iterator[Content]:
    text = found.text
    if text.kind == "thanks":
        yield plain(f"{_capital(_who_signed_when(found))}: exactly these words may be quoted.").stylize("$success")
    else:
        yield plain(f"This is agreed, number {text.number}: {_who_signed_when(found)}.").stylize("$success")
    more = []
    if found.replaces:
        more.append(f"It takes the place of version {found.replaces.revision}.")
    if text.state == "superseded":
        more.append(f"Version {found.newest.revision} has taken its place; this one stays as it was signed.")
    elif found.newest.revision > text.revision:
        more.append(f"Version {found.newest.revision} is {_how(found.newest)}; until it is agreed, this one holds.")
    if more:
        yield plain(" ".join(more)).stylize("$quiet")
    who = [each for each in text.members if each.said == "withdrew"]
    if who:
        names = listed(["You" if each.is_me else each.name for each in who])
        yield plain(f"{names} withdrew it. It stays agreed, and nothing more of it is to be handed on.").stylize(
            "$warning"
        )


def _who_signed_when(found: Review) -> str:
    """`Kim and you signed it on 21 November 2026`, each with their own day where the days differ."""
    names = ["you" if each.is_me else each.name for each in found.text.members]
    days = [written_out(found.signed_on[each.id]) for each in found.text.members]
    if len(set(days)) == 1:
        return f"{listed(names)} signed it on {days[0]}"
    return f"signed by {listed([f'{name} on {day}' for name, day in zip(names, days, strict=True)])}"


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def _how(text: TextToAgree) -> str:
    return {"open": "put forward", "declined": "put forward, and was declined"}.get(text.state, "void")


def _declined(found: Review) -> str:
    names = [each.name for each in found.text.members if each.said == "declined" and not each.is_me]
    if not names:
        return "You said no to this version, so it is not agreed. Another one can be put forward."
    return f"{listed(names)} would rather not sign this version. Change the draft together, and put it forward again."


def facts_of(found: Review) -> list[Content]:
    """`For: my CPD record   May have it: Kim, Sam   Answer by: 21 December`; what is new is marked."""
    text, before = found.text, found.before
    shown = found.text.state == "open"
    day = in_passing(text.answer_by, found.today) if shown else written_out(text.answer_by)
    passed = " (that day has passed)" if shown and found.today > text.answer_by else ""
    facts = [
        ("For", text.purpose, bool(before and before.purpose != text.purpose)),
        ("May have it", ", ".join(text.release), bool(before and set(before.release) != set(text.release))),
        ("Answer by", f"{day}{passed}", bool(before and before.answer_by != text.answer_by)),
    ]
    kept = facts if len(text.members) > 1 and not text.is_agreed else facts[:2]
    return [_fact(label, said, new=new and text.waits_for_me) for label, said, new in kept]


def _fact(label: str, said: str, *, new: bool) -> Content:
    mark = Content("~ ").stylize("bold $accent") if new else Content()
    return Content.assemble(mark, (f"{label}: ", "$quiet"), plain_line(said))
