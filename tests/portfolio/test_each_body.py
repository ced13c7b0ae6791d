"""Each body against a worked example of our own, with the verdict that it ought to give."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from peerlog.portfolio.counted import Cosign, Counted
from peerlog.portfolio.course import Course
from peerlog.portfolio.filling import could_fill, wanted
from peerlog.portfolio.standing import Standing, standings

from .making import course, item, packaged, person

TODAY = date(2026, 11, 27)


def stands(of: Course, items: Iterable[Counted], *signed: Cosign) -> Standing:
    return standings([of], items, TODAY, signed)[0]


def open_names(standing: Standing) -> list[str]:
    return [each.requirement.name for each in standing.open] + [
        each.rule.name for each in standing.signed if not each.met
    ]


def weekly(first: date, times: int, hours: float, *categories: str, **more: object) -> list[Counted]:
    return [item(first + timedelta(weeks=week), hours, *categories, **more) for week in range(times)]  # type: ignore[arg-type]


def test_cilip_counts_the_last_twelve_months() -> None:
    cilip = course(packaged("cilip"), TODAY)
    too_early, rest = item(date(2025, 11, 27), 3), weekly(date(2026, 1, 5), 10, 1.75)
    standing = stands(cilip, [too_early, *rest])
    hours = standing.status("hours")
    assert (hours.have, hours.missing, hours.due, standing.met) == (1050, 150, None, False)
    assert stands(cilip, [item(date(2025, 11, 28), 2.5), *rest]).met
    statement = cilip.version.parts[1]
    assert (statement.most_words, len(statement.fields)) == (250, 3)


def test_alia_asks_for_each_year_and_for_all_three() -> None:
    three_years = course(packaged("alia"), date(2026, 6, 1), own_day=date(2023, 7, 1))
    items = [item(date(2023, 8, 1), 50), item(date(2024, 8, 1), 29), item(date(2026, 6, 30), 45)]
    standing = stands(three_years, items)
    assert [standing.status("yearly", year).met for year in range(3)] == [True, False, True]
    assert standing.status("yearly", 1).due == date(2025, 6, 30)
    assert standing.status("total").met
    assert not standing.met
    assert stands(three_years, [*items, item(date(2025, 6, 30), 1)]).met
    assert three_years.changes == (date(2024, 7, 1),)
    assert not three_years.version.confirmed


def lianza_entries(count: int) -> list[Counted]:
    clusters, domains = "ABCDEF", ("Knowing", "Doing", "Sharing", "Leading")
    return [
        item(
            date(2025, 1, 1) + timedelta(days=number),
            marks={"lianza.clusters": clusters[number % 6], "lianza.domains": domains[number % 3]},
        )
        for number in range(count)
    ]


@pytest.mark.parametrize(("count", "missing", "over"), [(17, 1, 0), (18, 0, 0), (21, 0, 0), (22, 0, 1)])
def test_lianza_wants_eighteen_entries_and_no_more_than_twenty_one(count: int, missing: int, over: int) -> None:
    lianza = course(packaged("lianza"), TODAY, own_day=date(2027, 3, 31))
    standing = stands(lianza, lianza_entries(count), person("read", "employer"))
    entries = standing.status("entries")
    assert (entries.missing, entries.over, standing.met) == (missing, over, not missing + over)


def test_lianza_wants_two_in_each_cluster_and_three_domains() -> None:
    lianza = course(packaged("lianza"), TODAY, own_day=date(2027, 3, 31), lists={"lianza.clusters": tuple("ABCDEF")})
    first = [entry for entry in lianza_entries(24) if next(iter(entry.traits.marks)).value not in "F"]
    standing = stands(lianza, [entry for entry in first if ("lianza.clusters", "F") not in entry.traits.marks])
    assert standing.status("clusters").uncovered == ("F",)
    assert open_names(standing) == ["clusters", "verification"]
    one_domain = [item(date(2025, 1, 1), marks={"lianza.domains": "Doing"})]
    domains = stands(lianza, one_domain).status("domains")
    assert (domains.have, domains.need) == (1, 3)
    assert wanted(lianza, domains).values == ("Knowing", "Sharing", "Leading")


def test_ama_wants_a_project_and_a_mentor() -> None:
    ama = course(packaged("ama"), TODAY, own_day=date(2025, 1, 10))
    items = [*weekly(date(2025, 2, 1), 20, 1.8), *weekly(date(2026, 2, 1), 20, 1.8)]
    assert open_names(stands(ama, items)) == ["project", "mentor"]
    items.append(item(date(2026, 3, 1), 0, "project"))
    assert open_names(stands(ama, items, person("supports", "colleague"), person("read", "mentor"))) == ["mentor"]
    assert stands(ama, items, person("supports", "mentor")).met
    assert ama.period.last == date(2027, 1, 9)


def test_ara_wants_competencies_by_the_sort_of_member() -> None:
    six = [item(date(2025, 1, 1), marks={"ara.competencies": str(number)}) for number in range(6)]
    signed = person("read", "manager")
    fellow = course(packaged("ara"), TODAY, own_day=date(2024, 1, 1), variant="fellow")
    registered = course(packaged("ara"), TODAY, own_day=date(2024, 1, 1))
    assert stands(fellow, six, signed).met
    assert stands(registered, six, signed).status("competencies").missing == 2
    assert not stands(fellow, six, person("read", "friend")).met
    assert not registered.requirements[0].confirmed


def nmc_items(registers: tuple[str, ...]) -> list[Counted]:
    start = date(2024, 6, 1)
    return [
        *weekly(start, 20, 22.5, "practice"),
        *weekly(start, 4, 5, participatory=True),
        *weekly(start, 3, 5),
        *weekly(start, 5, 0, "feedback"),
        *weekly(start, 5, 0, "account"),
        item(date(2026, 3, 1), 1, "discussion", cosigns=(person("took-place", "colleague", registers=registers),)),
    ]


def test_nmc_wants_a_registrant_and_a_confirmer() -> None:
    nmc = course(packaged("nmc"), TODAY, own_day=date(2027, 4, 30))
    confirmed = person("checked", "manager")
    assert stands(nmc, nmc_items(("nmc",)), confirmed).met
    assert open_names(stands(nmc, nmc_items(("gphc",)))) == ["discussion", "confirmer"]
    fewer = [each for each in nmc_items(("nmc",)) if not each.traits.participatory]
    assert open_names(stands(nmc, fewer, confirmed)) == ["cpd", "participatory"]
    assert stands(nmc, fewer, confirmed).status("participatory").missing == 1200


def test_nmc_for_two_professions_and_for_a_period_that_a_new_process_ends() -> None:
    both = course(packaged("nmc"), TODAY, own_day=date(2028, 4, 30), variant="dual")
    assert "practice" not in [each.name for each in both.requirements]
    assert both.changes == (date(2027, 10, 1),)
    assert not both.version.confirmed
    practice = stands(both, weekly(date(2025, 6, 1), 20, 22.5, "practice")).status("practice_both")
    assert (practice.have, practice.missing, practice.share) == (27_000, 27_000, 0.5)


def test_gphc_wants_six_records_and_nobody_close() -> None:
    gphc = course(packaged("gphc"), TODAY, own_day=date(2026, 12, 31))
    records = [
        item(date(2026, 2, 1), planned=True),
        item(date(2026, 3, 1), planned=True),
        item(date(2026, 4, 1)),
        item(date(2026, 5, 1)),
        item(date(2026, 6, 1), 0, "account", "learning"),
    ]

    def discussion(*relations: str) -> Counted:
        named = person("took-place", *relations, signed=False)
        return item(date(2026, 7, 1), 1, "discussion", "learning", cosigns=(named,))

    assert stands(gphc, [*records, discussion("colleague")]).met
    assert open_names(stands(gphc, [*records, discussion("colleague", "friend")])) == ["discussion"]
    assert open_names(stands(gphc, [*records[1:], discussion("colleague")])) == ["cpd", "planned"]
    assert gphc.version.cosigns[0].summary_only
    assert course(packaged("gphc"), date(2025, 6, 1), own_day=date(2025, 12, 31)).version.until == date(2025, 12, 31)


def test_swe_wants_two_pieces_and_what_a_peer_made_one_think() -> None:
    swe = course(packaged("swe"), TODAY)
    assert (swe.period.first, swe.period.due) == (date(2025, 12, 1), date(2026, 11, 30))
    pieces = [item(date(2025, 12, 1)), item(date(2026, 11, 30))]
    assert open_names(stands(swe, pieces)) == ["peer"]
    assert stands(swe, [pieces[0], item(date(2026, 1, 1), fields=("swe.peer",))]).met
    assert stands(course(packaged("swe"), date(2021, 5, 1)), [item(date(2021, 5, 1))]).met


def test_gosc_wants_half_with_others_all_themes_and_a_review() -> None:
    gosc = course(packaged("gosc"), TODAY, own_day=date(2024, 2, 29))
    assert (gosc.period.first, gosc.period.last) == (date(2024, 2, 29), date(2027, 2, 27))
    themes = ("A", "B", "C", "D")
    items = [
        item(
            date(2025, 1, 1) + timedelta(weeks=week),
            4.5,
            participatory=week < 10,
            marks={"gosc.themes": themes[week % 4]},
        )
        for week in range(20)
    ]
    review = person("checked", "same-profession")
    assert open_names(stands(gosc, items, review)) == ["objective", "communication"]
    items += [
        item(date(2025, 6, 1), marks={"gosc.focus": "Objective activity"}),
        item(date(2025, 6, 1), marks={"gosc.focus": "Communication and consent"}),
    ]
    assert stands(gosc, items, review).met
    assert open_names(stands(gosc, items)) == ["review"]
    assert open_names(stands(gosc, items[1:], review)) == ["hours", "with_others"]


def goc_items() -> list[Counted]:
    domains = ("A", "B", "C", "D")
    from_provider = {"goc.provider": "Approved provider"}
    named = person("took-place", "same-profession", signed=False)
    return [
        *(
            item(
                date(2025 + number // 4, 3, 1 + number % 4),
                1,
                points=3,
                participatory=number % 2 == 0,
                marks={**from_provider, "goc.domains": domains[number % 4]},
            )
            for number in range(12)
        ),
        item(date(2025, 2, 1), 0, "plan"),
        item(date(2026, 5, 1), 0, "peer-review"),
        item(date(2027, 11, 1), 0, "discussion", cosigns=(named,)),
    ]


def test_goc_wants_points_in_every_domain_and_a_peer_who_is_no_employee() -> None:
    goc = course(packaged("goc"), TODAY)
    assert (goc.period.first, goc.period.last) == (date(2025, 1, 1), date(2027, 12, 31))
    assert stands(goc, goc_items()).met
    employee = person("took-place", "same-profession", "employee", signed=False)
    *rest, _ = goc_items()
    assert open_names(stands(goc, [*rest, item(date(2027, 11, 1), 0, "discussion", cosigns=(employee,))])) == [
        "exercise"
    ]
    specialist = course(packaged("goc"), TODAY, variant="prescribing")
    assert open_names(stands(specialist, goc_items())) == ["points_and_specialty", "specialty"]
    first_year = [each for each in goc_items() if each.day.year != 2025 or each.traits.categories != {"learning"}]
    assert stands(goc, first_year).status("yearly", 0).missing == 600


def test_hcpc_wants_a_mixture_and_an_explanation_of_gaps() -> None:
    hcpc = course(packaged("hcpc"), TODAY, own_day=date(2026, 12, 31))
    items = [item(date(2025, month, 10), marks={"hcpc.sorts": "By myself"}) for month in range(1, 13)]
    standing = stands(hcpc, items)
    assert not standing.met
    assert wanted(hcpc, standing.status("mixture")).values == ("At work", "Professional", "Formal", "Other")
    assert standing.gaps == ((date(2025, 12, 11), TODAY),)
    standing = stands(hcpc, [*items, item(date(2026, 3, 10), marks={"hcpc.sorts": "Formal"})])
    assert standing.met
    assert standing.gaps == ((date(2026, 3, 11), TODAY),)
    assert [each.requirement.name for each in standing.open] == ["examples"]


def test_cipd_wants_three_reflections_and_only_advises_hours() -> None:
    cipd = course(packaged("cipd"), TODAY)
    reflected = [item(date(2026, month, 1), 1, fields=("cipd.learnt",)) for month in (1, 5)]
    assert stands(cipd, [*reflected, item(date(2026, 6, 1), 40)]).status("reflections").missing == 1
    standing = stands(cipd, [*reflected, item(date(2026, 12, 31), 1, fields=("cipd.learnt",))])
    assert standing.met
    assert [each.requirement.name for each in standing.open] == ["planned"]
    assert not cipd.version.confirmed


def test_iet_wants_a_record_and_advises_hours() -> None:
    active, retired = (course(packaged("iet"), TODAY, variant=variant) for variant in ("active", "retired"))
    assert not stands(active, []).met
    ten = [item(date(2026, 2, 1), 10)]
    assert stands(active, ten).met
    assert stands(active, ten).status("hours").missing == 1200
    assert stands(retired, ten).open == ()


def test_psyba_wants_ten_hours_of_peer_consultation_within_thirty() -> None:
    psyba = course(packaged("psyba"), TODAY)
    assert (psyba.period.first, psyba.period.due) == (date(2025, 12, 1), date(2026, 11, 30))
    items = [*weekly(date(2026, 1, 5), 20, 1), item(date(2026, 1, 1), 0, "plan")]
    consulted = weekly(date(2026, 1, 6), 10, 1, "discussion", "learning")
    assert open_names(stands(psyba, [*items, *items[:10]])) == ["consultation"]
    assert stands(psyba, [*items, *consulted]).met
    assert open_names(stands(psyba, [*items[:-1], *consulted])) == ["plan"]


def test_the_generic_one_fails_nobody() -> None:
    own = course(packaged("generic"), TODAY)
    standing = stands(own, [item(date(2026, 1, 1), 12, participatory=True)])
    assert standing.met
    assert [each.requirement.name for each in standing.open] == ["hours", "discussion"]
    talk = item(date(2026, 2, 1), 1, "discussion")
    assert [fill.item for fill in could_fill(own, standing.status("discussion"), [talk])] == [talk]


def test_the_same_entries_count_for_several() -> None:
    talk = item(date(2026, 2, 1), 1, "discussion", "learning", participatory=True, fields=("swe.peer",))
    courses = [
        course(packaged(name), TODAY, own_day=date(2027, 4, 30)) for name in ("cilip", "swe", "psyba", "gosc", "nmc")
    ]
    found = standings(courses, iter([talk]), TODAY)
    assert [each.statuses[0].have for each in found] == [60, 1, 60, 60, 0]
    assert [found[2].status("consultation").have, found[4].status("participatory").have] == [60, 60]
