"""Records as they would be handed in: which fields, in which order, with which answers, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.portfolio.records_of import activity, answered, course, marked, material, person, with_person, year

from peerlog.domain.prepared_record import PreparedRecord
from peerlog.export.document.markdown_page import markdown
from peerlog.export.record.json_file import json_record
from peerlog.export.record.layout import document_of
from peerlog.portfolio.counted import Cosign
from peerlog.portfolio.record import fits, in_record, prepare
from peerlog.portfolio.record_material import Activity
from peerlog.portfolio.standing import standings

DAY = date(2026, 3, 12)
SECRET = "What Sam told me about the closure"
TWENTY_HOURS = (activity(1, DAY, "A course", "On labels.", 1200),)
LONG = "I ask before I advise, and then I wait. " * 8


def told(record: PreparedRecord) -> list[tuple[str, str, str]]:
    return [(part.label, field.label, field.text) for part, _, field in record.places()]


def problems(record: PreparedRecord) -> dict[str, str]:
    return {f"{each.part}/{each.where}": each.problem for each in record.unsettled}


def discussion(number: int, **more: object) -> Activity:
    return activity(
        number, date(2026, 6, 12), "Peer discussion", SECRET, 60, categories=frozenset({"discussion"}), **more
    )


def test_cilip_a_log_and_a_statement_in_order() -> None:
    own = {"cilip.personal": "I can now.", "cilip.organisation": "We do.", "cilip.profession": "I know."}
    record = prepare(course("cilip"), material(year(date(2026, 9, 1), 1), answers=own))
    assert told(record) == [
        ("Log of activities", "Date", "1 September 2026"),
        ("Log of activities", "Activity", "Webinar on open licences"),
        ("Log of activities", "Time", "1 h 30"),
        ("Log of activities", "What I took from it", "Attribution is a chain: I now write ours into each record."),
        ("Log of activities", "Area of the knowledge and skills base", ""),
        ("Supporting statement", "Personal performance", "I can now."),
        ("Supporting statement", "Organisational context", "We do."),
        ("Supporting statement", "Wider professional context", "I know."),
    ]
    assert problems(record) == {"Log of activities/": "Hours in twelve months: 18 h 30 more."}


def test_words_that_are_too_many_are_counted_over_all_fields_that_share_them() -> None:
    own = {"cilip.personal": "word " * 200, "cilip.organisation": "word " * 51, "cilip.profession": "word"}
    record = prepare(course("cilip"), material(TWENTY_HOURS, answers=own))
    assert problems(record) == {"Supporting statement/": "2 words too many together: 252 of 250."}


def test_nmc_the_peer_is_named_only_with_their_consent() -> None:
    them = {"name": "Sam Okafor", "email": "sam@example.org", "phone": "0161 496 0000"}
    about = [
        prepare(
            course("nmc", own_day=date(2027, 4, 30)),
            material((with_person(discussion(1), person("took-place", them, may_be_named=agreed)),)),
        )
        for agreed in (True, False)
    ]
    named, withheld = (
        next(part for part in each.parts if part.name == "discussion").items[0].people[0] for each in about
    )
    assert named.about == (("Name", "Sam Okafor"), ("E-mail", "sam@example.org"))
    assert named.problem.startswith("Still to say of them: registration number, address and postcode, date.")
    assert withheld.about == ()
    assert withheld.problem.startswith("Ask them first whether they may be named")


@pytest.mark.parametrize(("registers", "lacking"), [((), "address and postcode"), (("gphc",), "registration number")])
def test_nmc_a_confirmer_who_is_on_no_register_has_no_number(registers: tuple[str, ...], lacking: str) -> None:
    them = {"name": "Ada Byrne", "role": "Ward manager", "organisation": "St Anne's", "email": "a@example.org"}
    confirmer = person("checked", {**them, "date": "2026-11-20"})
    confirmer = replace(confirmer, cosign=confirmer.cosign._replace(registers=frozenset(registers)))
    record = prepare(course("nmc", own_day=date(2027, 4, 30)), material((), others=(confirmer,)))
    (part,) = [each for each in record.parts if each.name == "confirmation"]
    assert part.items[0].people[0].problem.startswith(f"Still to say of them: {lacking}")


def test_nmc_fields_of_each_part_in_order() -> None:
    account = activity(2, DAY, "A fall on the ward", "The rail was up.", 30, categories=frozenset({"account"}))
    account = answered(account, {"nmc.learnt": "To ask.", "nmc.changed": "I ask.", "nmc.relevance": "Practise safely."})
    cpd = marked(
        activity(3, DAY, "A webinar", "On pressure care.", 90, participatory=True), "nmc.code=Practise effectively"
    )
    record = prepare(course("nmc", own_day=date(2027, 4, 30)), material((account, cpd)))
    assert [each for each in told(record) if each[2]] == [
        ("CPD", "Method", "Webinar"),
        ("CPD", "Topic, and what it has to do with my practice", "On pressure care."),
        ("CPD", "Dates", "12 March 2026"),
        ("CPD", "Hours", "1 h 30"),
        ("CPD", "With others", "Yes"),
        ("CPD", "Part of the Code", "Practise effectively"),
        ("Reflective accounts", "What it was: learning, feedback or an event", "The rail was up."),
        ("Reflective accounts", "What I learnt", "To ask."),
        ("Reflective accounts", "What I do differently", "I ask."),
        ("Reflective accounts", "What it has to do with the Code", "Practise safely."),
    ]
    said = problems(record)
    assert said["Reflective accounts/"] == "1 of 5 are in it."
    assert said["CPD/A webinar: Evidence"] == "No file is kept with it yet."
    assert said["Feedback/"] == "Nothing is in it yet; 5 are needed."


def test_gphc_only_the_summary_of_a_discussion_is_handed_in() -> None:
    them = person("took-place", {"name": "Sam Okafor", "role": "Pharmacist"}, signed="")
    made = answered(with_person(discussion(1), them), {"gphc.why_them": "They know my work.", "gphc.change": "I ask."})
    record = prepare(course("gphc", own_day=date(2027, 4, 30)), material((made,)))
    part = next(each for each in record.parts if each.name == "discussion")
    assert [(field.label, field.text) for field in part.items[0].fields] == [
        ("Why I chose this peer", "They know my work."),
        ("How it changed my practice", "I ask."),
        ("An example of how that helped the people who use my services", ""),
    ]
    assert SECRET not in repr(record)
    assert [each.label for each in record.parts] == [
        "Planned CPD",
        "Unplanned CPD",
        "Peer discussion",
        "Reflective account",
    ]


def test_where_only_a_summary_is_asked_for_the_entry_is_a_start_that_does_not_leave() -> None:
    made = activity(1, date(2026, 6, 1), "A course", SECRET, 60)
    record = prepare(course("swe"), material((made,)))
    field = next(field for _, _, field in record.places() if field.name == "swe.description")
    assert (field.text, field.draft) == ("", SECRET)
    assert "none of it leaves by itself" in field.problem


@pytest.mark.parametrize(
    ("body", "part", "room"), [("iet", "log", 30), ("lianza", "journal", 21), ("hcpc", "list", 30)]
)
def test_a_form_has_room_for_as_many_as_the_body_takes(body: str, part: str, room: int) -> None:
    at = course(body, own_day=date(2027, 4, 30))
    record = prepare(at, material(year(date(2026, 1, 5), 30)))
    assert len(next(each for each in record.parts if each.name == part).items) == room


def test_a_part_for_whatever_counts_says_what_is_missing_in_it() -> None:
    record = prepare(course("ara", own_day=date(2025, 4, 30)), material(()))
    assert problems(record)["Competencies/"] == "Competencies: 8 more."


def test_a_record_whose_fields_are_all_there_says_what_it_falls_short_of_all_the_same() -> None:
    answers = {f"swe.{name}": "So." for name in ("description", "learnt", "impact")}
    pieces = tuple(answered(each, answers) for each in year(date(2026, 3, 5), 3))
    record = prepare(course("swe"), material(pieces))
    assert problems(record) == {"Pieces of CPD/": "Of these, with a peer reflection: 1 more."}
    assert not record.is_ready


def test_what_is_left_out_makes_up_for_nothing() -> None:
    whole = year(date(2026, 1, 5), 20)
    log = next(each for each in prepare(course("cilip"), material(whole)).parts if each.name == "log")
    assert not log.short
    chosen = frozenset({whole[0].counted.id})
    (short,) = next(
        each for each in prepare(course("cilip"), material(whole, chosen=chosen)).parts if each.name == "log"
    ).short
    assert short.problem == "Hours in twelve months: 18 h 30 more."


def test_what_is_advised_leaves_nothing_to_see_to() -> None:
    record = prepare(course("generic"), material(year(date(2026, 3, 5), 1)))
    assert not any(part.short for part in record.parts)


def test_what_has_no_place_in_a_record_counts_all_the_same() -> None:
    (only,) = TWENTY_HOURS
    record = prepare(course("cilip"), material((), without_place=(only.counted,)))
    assert not any(part.short for part in record.parts)


def test_what_has_no_length_is_missing_one() -> None:
    record = prepare(course("cilip"), material((activity(1, DAY, "A talk", "On labels.", 0),)))
    assert problems(record)["Log of activities/A talk: Time"] == "Not written yet."
    assert "0 min" not in markdown(document_of(record))


def test_lengths_of_ones_own_add_up_too() -> None:
    first, second = year(date(2026, 9, 1), 2)
    record = prepare(course("cilip"), material((answered(first, {"cilip.hours": "2:00"}), second)))
    log = record.parts[0]
    assert [item.fields[2].text for item in log.items] == ["2 h", "1 h"]
    assert log.minutes == 180


def test_of_a_summary_nothing_of_the_entry_leaves_but_what_is_asked() -> None:
    them = person("took-place", {"name": "Ada Byrne", "role": "Pharmacist"}, signed="“Talk about Mrs Smith”")
    talk = replace(with_person(discussion(1), them), title="Talk about Mrs Smith")
    record = prepare(course("gphc", own_day=date(2026, 12, 31)), material((talk,)))
    part = record.parts[2]
    assert (part.summary_only, part.items[0].people[0].signed) == (True, "")
    for said in (markdown(document_of(record)), json_record(record, "2026-11-21T20:00:00Z")):
        assert "Ada Byrne" in said
        assert "Smith" not in said
        assert "12 June" not in said
        assert "2026-06-12" not in said
    pieces = [activity(number, DAY, f"Mrs Smith {number}", SECRET, 90) for number in (1, 2)]
    record = prepare(course("swe"), material(tuple(answered(each, {"swe.learnt": LONG}) for each in pieces)))
    said = markdown(document_of(record))
    assert "## Pieces of CPD 2" in said
    assert "Smith" not in said
    assert "3 h" not in said, "the body asks for no hours"


def test_the_same_person_twice_is_one() -> None:
    first, second = (person("took-place", {"name": "Ada"}, signed=said) for said in ("on paper", ""))
    twice = replace(first, id="e" * 64), replace(second, id="d" * 64)
    ada, again = (replace(each, cosign=each.cosign._replace(who="ada", signed=True)) for each in twice)
    talk = replace(with_person(discussion(1), ada), others=(ada, again))
    record = prepare(course("nmc", own_day=date(2027, 4, 30)), material((talk,)))
    assert len(next(part for part in record.parts if part.name == "discussion").items[0].people) == 1
    other = ada.cosign._replace(who="sam")
    for signed, have in ((ada.cosign, again.cosign), 1), ((ada.cosign, other), 2), ((Cosign("read"),) * 2, 2):
        rule = next(rule for rule in course("lianza", own_day=DAY).version.cosigns)
        under = [each._replace(meaning=rule.meaning) for each in signed]
        (standing,) = standings([course("lianza", own_day=DAY)], [], DAY, under)
        assert standing.signed[0].have == have


def test_a_form_takes_those_that_are_nearest_to_being_complete() -> None:
    accounts = [
        activity(number, date(2026, number, 1), f"Account {number}", "", 0, categories=frozenset({"account"}))
        for number in range(1, 8)
    ]
    accounts[0] = answered(accounts[0], {"nmc.what": "It was.", "nmc.learnt": "To ask."})
    at = course("nmc", own_day=date(2027, 4, 30))
    part = next(each for each in prepare(at, material(tuple(accounts))).parts if each.name == "accounts")
    assert [item.title for item in part.items] == ["Account 1", "Account 4", "Account 5", "Account 6", "Account 7"]
    assert len(part.left_out) == 2
    chosen = material(tuple(accounts), chosen=frozenset({accounts[2].counted.id}))
    part = next(each for each in prepare(at, chosen).parts if each.name == "accounts")
    assert [item.title for item in part.items] == ["Account 3"]
    assert in_record(at, chosen) == {accounts[2].counted.id}
    assert fits(at, chosen) == {each.counted.id for each in accounts}


@pytest.mark.parametrize(
    ("field", "typed", "text", "problem"),
    [
        ("day", "2026-03-12", "12 March 2026", ""),
        ("day", "in March", "in March", "This is no day such as 2026-03-12."),
        ("hours", "1:30", "1 h 30", ""),
        ("hours", "30h", "30h", "“30h” is not between one minute and 24 hours."),
    ],
)
def test_an_answer_of_ones_own_takes_the_place_of_the_entrys(field: str, typed: str, text: str, problem: str) -> None:
    made = answered(activity(1, DAY, "A webinar", "", 90), {f"generic.{field}": typed})
    record = prepare(course("generic"), material((made,)))
    found = next(each for _, _, each in record.places() if each.name == f"generic.{field}")
    assert (found.text, found.problem, found.source) == (text, problem, "own")


def test_a_signature_under_the_whole_counts_by_its_meaning() -> None:
    at = course("ama", own_day=date(2025, 1, 15))
    them = {"name": "Sam Okafor", "role": "Head", "organisation": "Harbour Museum", "date": "20 November 2026"}
    wrong = prepare(at, material((), others=(person("took-place", them),))).signatures[0]
    right = prepare(at, material((), others=(person("supports", them),))).signatures[0]
    unsigned = prepare(at, material((), others=(person("supports", them, signed=""),))).signatures[0]
    assert wrong.about == ()
    assert wrong.problem.startswith("Nobody yet.")
    assert [said for _, said in right.about] == list(them.values())
    assert not right.problem
    assert unsigned.problem == "Nothing is signed yet."
