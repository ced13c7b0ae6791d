"""Reflecting in the plain terminal: question by question, back and forth, later, and without anybody to ask."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Program
from tests.cli.terminals import Conversation
from tests.prebuilt import PASSPHRASE

from peerlog.journal.home import config_folder


def newest(cli: Program) -> Any:
    return cli.json("list", "--kind", "reflection")["entries"][0]


def test_stage_by_stage(cli: Program) -> None:
    about = cli.add("Talk with Sam", "--kind", "meeting")
    answers = "I ran over.\nTwelve minutes.\n\n/skip\nName a timekeeper. #sets\n\n"
    result = cli.run("reflect", "what", "--about", about, "--minutes", "35", "--tag", "chairing", input=answers)
    assert result.exit_code == 0, result.stderr
    assert "1 of 3: What?\nWhat happened?\n(who was there, what was said, what you did)" in result.stderr
    assert "2 of 3: So what?" in result.stderr
    entry = newest(cli)
    assert result.stdout.split()[0] == entry["id"][:7]
    assert entry["fields"] | {"when": ""} == {
        "when": "",
        "model": "what",
        "about": "Talk with Sam",
        "links": [about],
        "minutes": 35,
        "tags": ["chairing"],
        "stage_what": "I ran over.\nTwelve minutes.",
        "stage_now_what": "Name a timekeeper. #sets",
    }
    assert cli.json("drafts")["drafts"] == []
    shown = cli.run("show", entry["id"]).stdout
    assert shown.startswith("Reflection, What? So what? Now what?\n")
    assert "\nNow what?\nName a timekeeper." in shown
    assert "stage_" not in shown
    assert "model" not in shown.casefold()


def test_going_back_adds_to_what_was_written(cli: Program) -> None:
    result = cli.run("reflect", "era", input="First.\n\n/back\nAnd more.\n\n\n\n")
    assert "So far you wrote:\nFirst.\nWhat you type is added" in result.stderr
    assert newest(cli)["fields"]["stage_experience"] == "First.\nAnd more."


def test_words_with_a_slash(cli: Program) -> None:
    result = cli.run("reflect", "what", input="/more\n/more\n/more\n/help\n/bakc\n /bakc\n/usr/bin is full\n")
    for said in (
        "What did you notice first?\nWhat were you trying to do?\nThere is nothing further",
        "/later: stop here and finish later",
        "“/bakc” is none of what /help lists.",
    ):
        assert said in result.stderr
    assert newest(cli)["fields"]["stage_what"] == " /bakc\n/usr/bin is full"


def test_later_is_a_draft_that_goes_on_at_its_place(cli: Program) -> None:
    result = cli.run(
        "reflect", "what", "--minutes", "1h30", "--date", "yesterday 14:00", input="One.\n\nTwo.\n/later\n"
    )
    assert (result.exit_code, result.stdout) == (0, "")
    assert "peerlog reflect --go-on" in result.stderr
    (draft,) = cli.json("drafts")["drafts"]
    assert "One." in cli.run("drafts").stdout
    result = cli.run("reflect", "--go-on", draft["id"][:8], input="Three.\n")
    assert "3 of 3" in result.stderr
    assert "1 of 3" not in result.stderr
    fields = newest(cli)["fields"]
    assert [fields[f"stage_{name}"] for name in ("what", "so_what", "now_what")] == ["One.", "Two.", "Three."]
    assert (fields["minutes"], fields["when"][11:16]) == (90, "14:00")
    assert cli.json("drafts")["drafts"] == []
    assert cli.run("reflect", "--go-on").exit_code == 1


def test_an_entry_is_gone_through_again_by_its_draft(cli: Program) -> None:
    entry = cli.json("reflect", "what", "--answer", "what=Before")
    from peerlog.domain.entry import Draft
    from peerlog.journal.opening import unlock

    with unlock(cli.home, PASSPHRASE) as journal:
        fields = {"model": "what", "stage_what": "Before", "stage_so_what": "After"}
        journal.entries.keep_draft(Draft("d1", "reflection", dict(fields), journal.time.stamp(), entry["id"], 1))
    changed = json.loads(cli.run("reflect", "--go-on", "--json", input="\n").stdout)
    assert (changed["id"], changed["version"]) == (entry["id"], 2)
    assert changed["fields"]["stage_so_what"] == "After"


@pytest.mark.parametrize("input", ["", "\n\n\n", "/later\n", "\n/later\n"])
def test_nothing_written_leaves_nothing_behind(cli: Program, input: str) -> None:
    result = cli.run("reflect", "what", input=input)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing is written, so nothing is kept." in result.stderr
    assert cli.json("drafts")["drafts"] == []
    assert cli.json("list")["entries"] == []


def test_without_anybody_to_ask(cli: Program) -> None:
    entry = cli.json("reflect", "ERA", "--answer", "experience=It ran over.", "--answer", "stage_action=A watch.")
    assert entry["fields"]["stage_action"] == "A watch."
    for arguments, said in (
        (("reflect",), "A reflection follows a model."),
        (("reflect", "gibs"), "There is no reflection model called “gibs”."),
        (("reflect", "era", "--answer", "title=x"), "ERA: experience to action asks nothing called “title”."),
        (("reflect", "era", "--answer", "action="), "There is nothing to save yet."),
        (("reflect", "--go-on", "--minutes", "3"), "--go-on goes on with what was begun as it is."),
        (("reflect", "--list", "--go-on"), "--list and --go-on contradict each other."),
        (("prompt", "--deck", " "), "--deck is empty."),
        (("prompt", "--deck", "gibs"), "There is no deck called “gibs”."),
    ):
        result = cli.run(*arguments)
        assert (result.exit_code, said in result.stderr) == (2, True), (arguments, result.stderr)


def test_what_cannot_be_saved_is_kept(cli: Program) -> None:
    result = cli.run("reflect", "era", "--date", "31 Feb", input="x\n")
    assert result.exit_code == 2
    result = cli.run("reflect", "era", input="word " * 60_000 + "\n\n\n\n")
    assert result.exit_code == 2
    assert "kept as a draft" in result.stderr
    (draft,) = cli.json("drafts")["drafts"]
    assert len(draft["fields"]["stage_experience"]) > 256 * 1024


def test_bytes_that_are_no_text_are_refused(cli: Program) -> None:
    result = cli.run("reflect", "era", input=b"good\n\xff\xfe\n")
    assert result.exit_code == 2
    assert "not UTF-8" in result.stderr
    assert cli.json("drafts")["drafts"][0]["fields"]["stage_experience"] == "good"


def test_the_models_and_their_sources_are_listed(cli: Program) -> None:
    models = cli.json("reflect", "--list")["models"]
    assert len(models) >= 16
    gibbs = next(model for model in models if model["name"] == "gibbs")
    assert gibbs["source"] == "Gibbs 1988 (Learning by Doing)"
    assert next(stage["name"] for stage in gibbs["stages"]) == "description"
    listed = cli.run("reflect", "--list").stdout
    assert "After: Gibbs 1988" in listed
    assert all(f"{model['name']}  {model['label']}" in listed for model in models)


def test_a_broken_file_of_ones_own_is_named_and_costs_only_itself(cli: Program) -> None:
    for folder in ("models", "decks"):
        (config_folder() / folder).mkdir(parents=True)
        (config_folder() / folder / "mine.toml").write_text('label = "Mine"\nabout = \n', encoding="utf-8")
    for arguments in (("reflect", "--list"), ("prompt", "--list")):
        result = cli.run(*arguments, "--json")
        assert result.exit_code == 0
        assert "mine.toml, line 2: not valid TOML" in result.stderr
        assert json.loads(result.stdout)
    assert cli.json("prompt")["prompt"]


def test_the_prompt_of_the_day_is_shown_and_answered(cli: Program) -> None:
    found = cli.json("prompt")
    assert cli.run("prompt").stdout == f"{found['prompt']}\n"
    assert cli.json("prompt", "--deck", "people")["cpd"] is False
    assert {deck["name"] for deck in cli.json("prompt", "--list")["decks"]} >= {"everyday", found["deck"]}
    result = cli.run("prompt", "--write", input="Half of it.\n/later\n")
    assert f"1 of 1: Text\n{found['prompt']}" in result.stderr
    cli.run("prompt", "--write", input="The other half.\n")
    fields = newest(cli)["fields"]
    assert (fields["asked"], fields["stage_text"]) == (found["prompt"], "Half of it.\nThe other half.")


def test_the_looks_are_shown_without_a_journal(bare: Program) -> None:
    assert "4 of 4: Looking around" in bare.run("reflect", "--depth").stdout
    assert len(bare.json("reflect", "--depth")["looks"]) == 4


def test_in_ones_own_editor(cli: Program, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "line\\n\\nline" >> "$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    result = cli.run("reflect", "era", "--editor", input="\n/later\n", EDITOR=str(editor))
    assert result.exit_code == 0, result.stderr
    assert cli.json("drafts")["drafts"][0]["fields"]["stage_reflection"] == "line\n\nline"
    result = cli.run("reflect", "era", input="/edit\nmore\n", EDITOR=str(tmp_path / "none"))
    assert "is not installed" in result.stderr
    assert newest(cli)["fields"]["stage_experience"] == "more"


def test_on_a_terminal_ctrl_d_goes_on_and_ctrl_c_loses_nothing(cli: Program) -> None:
    asked = Conversation(cli, "reflect")
    asked.expect("Passphrase")
    asked.answer(PASSPHRASE)
    asked.expect("Which one [atkins_murphy]")
    asked.answer("what")
    asked.expect("1 of 3")
    asked.answer("One.")
    asked.child.sendeof()
    asked.expect("2 of 3")
    asked.answer("Two.")
    asked.answer("/more")
    asked.expect("What might somebody else have seen in it?")
    asked.child.sendintr()
    assert asked.end() == 130
    assert "kept as a draft" in asked.heard
    (draft,) = cli.json("drafts")["drafts"]
    assert (draft["fields"]["stage_what"], draft["fields"]["stage_so_what"]) == ("One.", "Two.")


def test_what_is_in_the_trash_is_nothing_to_link_to(cli: Program) -> None:
    note, goal = cli.add("A note"), cli.add("--kind", "goal", "--title", "Read")
    cli.run("delete", note, goal)
    for arguments in (("--about", note[:8]), ("--goal", goal[:8])):
        refused = cli.run("reflect", "what", "--answer", "what=x", *arguments)
        assert (refused.exit_code, "is in the trash" in refused.stderr) == (1, True)
