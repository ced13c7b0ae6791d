"""Reflecting by a model: the last used comes first, and what was begun is found again."""

from __future__ import annotations

import pytest
from tests.journal.conftest import SetClock

from peerlog.domain.entry import Draft
from peerlog.errors import BadInput
from peerlog.journal.home import config_folder
from peerlog.journal.journal import Journal
from peerlog.journal.reflecting import answer_of_today, beginning, begun_on, is_guided, model_named, models_by_use


def test_the_last_used_comes_first(journal: Journal, clock: SetClock) -> None:
    labels = [model.label for model in models_by_use(journal)]
    assert labels == sorted(labels, key=str.casefold)
    for model in ("gibbs", "what", "gone"):
        journal.entries.add("reflection", {"model": model, "title": model})
        clock.forward(hours=1)
    journal.entries.keep_draft(Draft("d1", "reflection", {"model": "era"}, journal.time.stamp()))
    assert [model.name for model in models_by_use(journal)][:3] == ["era", "what", "gibbs"]
    assert len(models_by_use(journal)) == len(labels)


def test_a_model_is_found_by_its_name(journal: Journal) -> None:
    assert model_named(journal, " GIBBS ").name == "gibbs"
    with pytest.raises(BadInput, match="no reflection model called “gibb”") as refused:
        model_named(journal, "gibb")
    assert "atkins_murphy, boud" in refused.value.hint
    assert refused.value.hint.startswith("Perhaps: gibbs.")
    with pytest.raises(BadInput) as refused:
        model_named(journal, "Driscoll")
    assert refused.value.hint.startswith("Perhaps: what.")


def test_what_was_begun_on_a_prompt_is_found(journal: Journal) -> None:
    mine = Draft("d1", "reflection", {"model": "free", "asked": "Why?", "stage_text": "So"}, journal.time.stamp())
    for draft in (mine, Draft("d2", "reflection", {"asked": "Why?"}, journal.time.stamp())):
        journal.entries.keep_draft(draft)
    assert begun_on(journal, "Why?") == mine
    assert begun_on(journal, "What?") is None
    assert [is_guided(draft) for draft in sorted(journal.entries.drafts(), key=lambda each: each.id)] == [True, False]


def test_what_was_written_on_a_prompt_counts_for_the_day(journal: Journal, clock: SetClock) -> None:
    assert answer_of_today(journal, "Why?") is None
    entry = journal.entries.add("reflection", {"model": "free", "asked": "Why?", "stage_text": "So"})
    assert answer_of_today(journal, "Why?") == entry
    assert answer_of_today(journal, "What?") is None
    clock.forward(hours=24)
    assert answer_of_today(journal, "Why?") is None


def test_it_begins_with_what_it_is_about(journal: Journal) -> None:
    meeting = journal.entries.add("meeting", {"title": "Video with Sam"})
    assert beginning(meeting) == {"links": (meeting.id,), "about": "Video with Sam"}
    assert beginning(journal.entries.add("goal", {"target": "7"}))["links"]
    assert beginning(asked="Why?") == {"asked": "Why?"}
    assert beginning() == {}


def test_a_stage_that_the_model_has_lost_is_kept(journal: Journal) -> None:
    entry = journal.entries.add("reflection", {"model": "what", "stage_what": "This", "stage_old": "From before"})
    assert journal.entries.change(entry.id, {"stage_so_what": "That"}).line("stage_old") == "From before"


def test_a_broken_model_of_ones_own_costs_only_itself(journal: Journal) -> None:
    folder = config_folder() / "models"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text('label = "Mine"\nabout = 3\n', encoding="utf-8")
    (folder / "worse.toml").write_text("label = \n", encoding="utf-8")
    assert "gibbs" in {model.name for model in models_by_use(journal)}
    mine, worse = journal.forms.problems("reflection")
    assert mine.endswith("mine.toml, line 2: about: expected a line of text, up to 300 characters.")
    assert "worse.toml, line 1: not valid TOML" in worse


def test_a_draft_is_called_by_its_first_words() -> None:
    assert Draft("d", "reflection", {"model": "what", "stage_what": "It rained.\nMuch."}, "").headline == "It rained."
    assert Draft("d", "reflection", {"title": " ", "text": "Text"}, "").headline == "Text"
    assert Draft("d", "note", {"tags": "a"}, "").headline == ""
