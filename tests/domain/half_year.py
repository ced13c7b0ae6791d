"""A half-year of two people with something of everything that a summary tells of, and of what it leaves out."""

from __future__ import annotations

from peerlog.domain.entry import Entry
from peerlog.domain.summary import Material

from .summaries import material, shared

KIM, SAM = "Kim Byrne", "Sam Okonkwo"


def meeting(day: str, *people: str, **fields: object) -> Entry:
    return shared("meeting", day, people=people or (KIM, SAM), state="held", **{"channel": "video", **fields})


def item(parent: Entry, by: str, sort: str, title: str, text: str = "", state: str = "settled") -> Entry:
    position = "V" if by == KIM else "W"
    said = {"parent": parent.id, "by": by, "sort": sort, "title": title, "text": text, "state": state}
    return shared("agenda-item", "2026-06-01", **said, position=position)


def half_year() -> Material:
    meetings, goals, ideas, others = _meetings(), _goals(), _ideas(), _others()
    by_kim = {each.id: KIM for each in (*goals, ideas[0], *others)}
    by_sam = {each.id: SAM for each in (goals[2], *ideas[1:])}
    return material([SAM, KIM], [*meetings, *goals, *ideas, *others], {**by_kim, **by_sam})


def _meetings() -> list[Entry]:
    first = meeting("2026-06-08", title="First call", minutes=65, insights="A good meeting can be described.")
    second = meeting("2026-06-29", channel="coffee", minutes=90, summary="More *listening*, less advice. And tea.")
    third = meeting("2026-07-20", minutes=60)
    fourth = meeting("2026-08-10", KIM, SAM, "Zoë", minutes=45)
    ahead = shared("meeting", "2026-12-07", people=(KIM, SAM), state="planned", channel="coffee", purpose="decide")
    return [
        *(first, second, third, fourth, ahead),
        meeting("2026-09-01", channel="e-mail", minutes=20),
        shared("meeting", "2026-10-01", people=(KIM, SAM), state="cancelled", title="Called off"),
        item(first, KIM, "question", "What is this for?", "We'll know when it's missing."),
        item(first, SAM, "knowledge", "Buckets"),
        item(second, KIM, "question", "Who is my opening for?"),
        item(second, SAM, "question", "For whom do I write?"),
        item(third, SAM, "", "The list", "Three things to bring", state="open"),
        item(fourth, KIM, "idea", "Where to practise"),
        item(fourth, SAM, "idea", "Not yet", state="carried"),
        item(ahead, SAM, "question", "Go on?", state="open"),
        shared("minute", "2026-06-08", parent=first.id, by=SAM, text="Terms agreed: alternate Mondays. Then tea."),
        shared("decision", "2026-06-08", parent=first.id, title="Half the time each"),
        shared("decision", "2026-08-10", parent=fourth.id, title="Kim chairs in October"),
    ]


def _goals() -> list[Entry]:
    goal = shared("goal", "2026-06-02", title="Chair a meeting well", baseline="4", target="8", state="met")
    older = shared("goal", "2026-01-10", title="Write every week", target="Twenty pages", due="2027-01-31")
    return [
        *(goal, older),
        shared("goal", "2026-06-20", title="Learn to say no"),
        shared("goal", "2025-02-01", title="Long over", state="met"),
        shared("check-in", "2026-06-02", parent=goal.id, level=4),
        shared("check-in", "2026-11-10", parent=goal.id, level=8, text="Early. People stayed for tea."),
        shared("check-in", "2026-05-20", parent=older.id, level=2),
        shared("check-in", "2026-09-09", parent=older.id, level=5),
        shared("milestone", "2026-06-02", parent=goal.id, title="Chair once", done_on="2026-07-14"),
        shared("action", parent=goal.id, title="Watch Nuala", owner=KIM, state="done", done_on="2026-06-18"),
    ]


def _ideas() -> list[Entry]:
    return [
        shared("idea", "2026-07-02", title="Ask before advising", state="kept", source=SAM, outcome="They asked me"),
        shared("idea", "2026-07-09", title="Stand up", state="tried", outcome="Shorter, and colder."),
        shared("idea", "2026-07-10", title="Name cards", state="dropped", source=KIM),
        shared("idea", "2026-07-11", title="A bell", source=KIM),
    ]


def _others() -> list[Entry]:
    ask = shared("request", "2026-08-11", title="My opening", source=KIM, people=(SAM,), help="edit", state="answered")
    told = {"source": SAM, "people": (KIM,), "behaviour": "You waited.", "impact": "They spoke."}
    rooms = {"source": KIM, "people": (SAM,)}
    insight = "I was afraid of the pause that came after my own question."
    terms = {"starts": "2026-06-01", "ends": "2026-12-31", "cadence": "monthly", "state": "active"}
    return [
        ask,
        shared("comment", "2026-08-12", parent=ask.id, by=SAM, text="Shorter.", suggestion="Good evening."),
        shared("circle", "2026-05-01", title="Kim and Sam", focus="Chairing and writing"),
        shared("agreement", "2026-05-28", **terms, focus="Chair well, write often", people=(KIM, SAM)),
        shared("reflection", "2026-07-21", title="The set that ran over", model="what", stage_so_what=insight),
        shared("feedback", "2026-09-02", **told, accepted=True),
        shared("feedback", "2026-09-03", source=KIM, people=(SAM,), behaviour="Nobody has taken this in."),
        shared("resource", "2026-09-04", title="Notes on rooms", **rooms, pass_on=True, why="It is short."),
        shared("resource", "2026-09-04", title="For the two alone", **rooms),
        shared("action", "2026-11-10", title="Send the list", owner=KIM, due="2026-12-04"),
        shared("action", "2026-11-11", title="Ask Priya", owner=SAM, due="2026-11-20"),
    ]
