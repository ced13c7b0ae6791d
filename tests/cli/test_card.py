"""`peerlog card`: one's own, those of others, and what they have in common."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Program


def test_one_s_own_card_and_what_is_still_empty(cli: Program) -> None:
    nothing = cli.run("card", "me")
    assert nothing.stdout == "Kim  Europe/Dublin\n"
    assert "You have no card yet" in nothing.stderr
    made = cli.run("card", "me", "--offers", "chairing, reading drafts")
    assert "Everybody has something to give and to gain. Still empty: --seeks." in made.stderr
    assert "Offers: chairing, reading drafts" in made.stdout
    assert "Still empty" not in cli.run("card", "me", "--seeks", "publishing").stderr
    assert cli.run("card", "me", "--seeks", "").exit_code == 0
    card = cli.json("card", "me")["card"]
    assert card["fields"]["own"] is True
    assert "seeks" not in card["fields"]


def test_name_and_time_zone_change_for_the_whole_journal(cli: Program) -> None:
    changed = cli.json("card", "me", "--name", "Kimberley", "--timezone", "Asia/Kathmandu")
    assert changed == {"name": "Kimberley", "timezone": "Asia/Kathmandu", "card": None}
    assert cli.json("show", cli.add("A note"))["when"].endswith("+05:45")
    refused = cli.run("card", "me", "--timezone", "Mars/Olympus")
    assert refused.exit_code == 2
    assert "There is no time zone called “Mars/Olympus”." in refused.stderr
    assert cli.run("card", "me", "--name", " ").exit_code == 2
    assert cli.json("card", "me")["name"] == "Kimberley"


def test_somebody_s_card_is_made_once_and_shown_with_what_goes_on(cli: Program) -> None:
    cli.run("card", "add", "Sam", "--zone", "Australia/Brisbane", "--offers", "publishing", "--json")
    cli.add("--kind", "meeting", "--set", "people=Sam, Noor", "--date", "-3d", "--title", "Video")
    cli.run("action", "add", "sam", "reading", "list")
    again = cli.run("card", "add", " sam ")
    assert again.exit_code == 1
    assert "There is a card of sam already." in again.stderr
    assert cli.run("card", "add", "").exit_code == 2
    shown = cli.run("card", "show", "Sam").stdout
    for words in ("There: ", "Offers: publishing", "Meetings: 1, the last one", "Reading list"):
        assert words in shown
    found = cli.json("card", "show", "sam")
    assert found["local_time"].endswith("+10:00[Australia/Brisbane]")
    assert (len(found["meetings"]), len(found["actions"])) == (1, 1)
    listed = cli.json("card")
    assert ([card["headline"] for card in listed["cards"]], listed["without_card"]) == (["Sam"], ["Noor"])
    assert "Without a card: Noor" in cli.run("card", "list").stdout
    assert cli.run("card", "show", "Zoë").exit_code == 1


def test_two_are_compared_and_several_laid_side_by_side(cli: Program) -> None:
    cli.run("card", "me", "--offers", "chairing", "--seeks", "publishing", "--interests", "open access")
    cli.run("card", "add", "Sam", "--offers", "publishing", "--seeks", "chairing", "--interests", "Open access, maps")
    cli.run("card", "add", "Ada", "--seeks", "maps")
    assert cli.run("card", "compare", "Sam").stdout == (
        "You share\n  open access\n\nKim can give Sam\n  chairing\n\nSam can give Kim\n  publishing\n\n"
        "You differ, and can show each other something new\n  Sam cares about maps\n\n"
    )
    assert cli.json("card", "compare", "me", "Sam")["shared_interests"] == ["open access"]
    grid = cli.json("card", "compare", "me", "Sam", "Ada")
    assert grid["names"] == ["Kim", "Sam", "Ada"]
    maps = next(topic for topic in grid["topics"] if topic["topic"] == "maps")
    assert (maps["people"], maps["met"], maps["marks"]) == (2, False, {"Sam": ["interests"], "Ada": ["seeks"]})
    assert "offered and sought" in cli.run("card", "compare", "me", "Sam", "Ada").stdout


@pytest.mark.parametrize("names", [["Sam", "sam"], ["Sam"] * 9])
def test_a_card_is_not_compared_with_itself(cli: Program, names: list[str]) -> None:
    cli.run("card", "add", "Sam")
    assert cli.run("card", "compare", *names).exit_code == 2
