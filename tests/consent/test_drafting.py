"""Drafting a joint summary between real journals: what is composed, added, quoted, listed, and told about it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.consent.agreeing import agreeing, put_forward, sign_newest
from tests.exchange.meeting import Peer, exchange
from tests.prebuilt import PASSPHRASE

from peerlog.domain.entry import PRIVATE, Entry
from peerlog.domain.kinds import APPROVAL
from peerlog.domain.problem import Problem
from peerlog.errors import Refused
from peerlog.journal.agreeing.answering import decline, sign, withdraw
from peerlog.journal.agreeing.signing_news import signing_news, signing_sentences
from peerlog.journal.agreeing.text_named import text_named
from peerlog.journal.agreeing.texts_seen import has_news, mark_looked_at, news_of_texts, seen_before, to_sign
from peerlog.journal.agreeing.texts_to_agree import text_meant, texts_to_agree
from peerlog.journal.circle.circles import read_circle
from peerlog.journal.countersigning.paper_words import in_plain_fields, paper_words
from peerlog.journal.field_words import all_words
from peerlog.journal.joint_summary.summaries import (
    add_contribution,
    composed_anew,
    contributions_to,
    made_void_by_editing,
    new_summary,
    next_number,
    period_of,
    proposed_period,
    section_named,
    summary_meant,
    write_section,
)
from peerlog.journal.joint_summary.summary_quotes import add_quote, prepare_quote
from peerlog.journal.joint_summary.summary_rows import summary_rows
from peerlog.journal.shared.visibility import who_can_see


def draft(peer: Peer, **more: object) -> Entry:
    return new_summary(peer.journal, read_circle(peer.space), **more)  # type: ignore[arg-type]


def test_a_draft_begins_with_what_is_shared_and_grows_by_what_each_adds(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        kim.write("goal", title="Chair a meeting")
        kim.journal.entries.add("note", {"text": "Only for me"})
        journal = kim.journal
        summary = draft(kim)
        assert (summary.title, summary.number("number"), summary.space) == ("Summary 1", 1, kim.space.name)
        assert "Chair a meeting" in summary.line("goals")
        assert "Only for me" not in str(dict(summary.fields))
        assert period_of(journal, summary) == proposed_period(journal, read_circle(kim.space))

        changed = write_section(journal, summary, "decisions", "We go on.")
        assert (changed.line("decisions"), changed.line("goals")) == ("We go on.", summary.line("goals"))
        write_section(journal, summary, "goals", "")
        assert composed_anew(journal, summary, "Goals and how they moved") == summary.line("goals")
        add_contribution(journal, summary, "I wait longer.")
        exchange(kim, sam)
        add_contribution(sam.journal, summary, "I ask first.")
        exchange(kim, sam)
        assert [(each.line("by"), each.text) for each in contributions_to(journal, summary)] == [
            ("", "I wait longer."),
            ("Sam", "I ask first."),
        ]
        with pytest.raises(Problem, match="nothing to save"):
            add_contribution(journal, summary, "  ")

        journal.entries.delete(summary.id)
        assert next_number(journal, kim.space.name) == 2, "one in the trash keeps its number"
        with pytest.raises(Refused, match="in the trash"):
            add_contribution(journal, journal.entries.get(summary.id), "Late.")
        with pytest.raises(Refused, match="There is no summary yet"):
            summary_meant(journal, None)


def test_a_period_or_a_section_that_cannot_be_is_refused(crews: Path) -> None:
    with agreeing(crews) as (kim, _):
        today = kim.journal.time.today()
        with pytest.raises(Problem, match="cannot begin on"):
            draft(kim, since=today, until=date(2026, 1, 1))
        with pytest.raises(Problem, match="lies ahead"):
            draft(kim, since=date(2099, 1, 1), until=date(2099, 6, 30))
        with pytest.raises(Problem, match="no section called"):
            draft(kim, sections=["weather"])
        with pytest.raises(Problem, match="no section called"):
            section_named("")
        assert section_named("Next").name == section_named("next-steps").name == "next_steps"
        early = draft(kim, until=date(2020, 6, 30), title="Our first")
        assert early.title == "Our first"
        assert period_of(kim.journal, early) == (date(2019, 12, 31), date(2020, 6, 30))
        kim.change(early.id, since="", until="")
        assert period_of(kim.journal, kim.journal.entries.get(early.id)) == (today, today)
        write_section(kim.journal, early, "text", "Words")
        with pytest.raises(Refused, match="which days it is about"):
            put_forward(kim, early.id)


def test_only_what_was_shown_of_a_private_entry_is_added_and_only_that_leaves(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        journal = kim.journal
        summary = draft(kim)
        own = journal.entries.add("reflection", {"title": "Canary title", "text": "I was afraid.\n\nCanary text."})
        other = journal.entries.add("note", {"text": "Silence works."})
        quote = prepare_quote(journal, summary, "learned", own.id, "I was afraid.")
        assert quote.added == "Kim wrote:\n\n> I was afraid."
        before = journal.entries.get(summary.id).line("learned")
        assert add_quote(journal, quote).line("learned") == f"{before}\n\n{quote.added}".lstrip()
        add_quote(journal, prepare_quote(journal, summary, "learned", other.id))
        assert (
            journal.entries.get(summary.id)
            .line("learned")
            .endswith("> I was afraid.\n\nKim wrote:\n\n> Silence works.")
        )
        for each in (own, other):
            assert "Words of it were copied to what you share with Sam" in who_can_see(journal, each)
            assert journal.entries.get(each.id).space == PRIVATE
        exchange(kim, sam)
        came = str([dict(each.fields) for each in sam.journal.entries.of_kind("summary")])
        assert "> I was afraid." in came
        assert "Canary" not in came

        vent = journal.entries.add("note", {"text": "The printer!", "vent": True})
        empty = journal.entries.add("note", {"title": "Only a title"})
        for entry, why in ((vent.id, "never be copied"), (summary.id, "shared already")):
            with pytest.raises(Refused, match=why):
                prepare_quote(journal, summary, "learned", entry, "Words")
        with pytest.raises(Problem, match="nothing to quote"):
            prepare_quote(journal, summary, "learned", empty.id)


def test_what_each_has_said_is_listed_and_told_once(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        summary = draft(kim, sections=[])
        write_section(kim.journal, summary, "text", "We met.")
        assert [row.stands for row in summary_rows(kim.journal)] == ["draft"]
        first = put_forward(kim, summary.id)
        exchange(kim, sam)
        (row,) = summary_rows(sam.journal)
        assert (row.name, row.stands, row.label) == ("Summary 1", "waits for you", "Kim")
        assert [each.id for each in to_sign(texts_to_agree(sam.journal))] == [first.id]
        assert text_named(sam.journal, None, "summary").id == first.id
        assert has_news(sam.journal, mark_looked_at(sam.journal, text_meant(sam.journal, first.id))) is False
        assert [each.id for each in made_void_by_editing(kim.journal, summary)] == [first.id]

        write_section(kim.journal, summary, "text", "We met twice.")
        assert made_void_by_editing(kim.journal, summary) == []
        second = put_forward(kim, summary.id)
        exchange(kim, sam)
        texts = texts_to_agree(sam.journal)
        before = seen_before(sam.journal, text_meant(sam.journal, second.id), texts)
        assert before is not None
        assert before.id == first.id
        mark_looked_at(sam.journal, text_meant(sam.journal, second.id))
        assert seen_before(sam.journal, text_meant(sam.journal, second.id), texts) == before, "it can be asked again"

        assert sign_newest(sam).is_agreed
        assert news_of_texts(sam.journal) == [], "what I did myself is no news"
        exchange(kim, sam)
        assert [each.id for each in news_of_texts(kim.journal)] == [second.id]
        (row,) = summary_rows(kim.journal)
        assert (row.name, row.stands.partition(" on ")[0]) == ("Summary 1, version 2", "agreed")
        write_section(kim.journal, summary, "text", "We met often.")
        assert summary_rows(kim.journal)[0].stands.endswith("; the draft has changed since")
        assert proposed_period(kim.journal, read_circle(kim.space))[0] == kim.journal.time.today()


def test_every_signature_and_answer_has_its_sentence(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        summary = draft(kim, sections=[])
        write_section(kim.journal, summary, "text", "We met.")

        def told(peer: Peer) -> str:
            papers = peer.journal.entries.of_kind(APPROVAL.name)
            newest = max(papers, key=lambda each: each.created)
            return signing_sentences(peer.journal, peer.space.name, papers)[newest.id]

        first = put_forward(kim, summary.id)
        assert told(kim) == "You put Summary 1 forward. It waits for Sam."
        exchange(kim, sam)
        assert told(sam) == "Kim put Summary 1 forward. It waits for you."
        decline(sam.journal, text_meant(sam.journal, first.id), "Not yet.")
        assert told(sam) == "You said no to Summary 1: “Not yet.” Change it together, and put it forward again."
        write_section(kim.journal, summary, "text", "We met twice.")
        second = put_forward(kim, summary.id)
        exchange(kim, sam)
        sign(sam.journal, text_meant(sam.journal, second.id), PASSPHRASE)
        assert told(sam) == "You signed Summary 1, version 2. It is agreed."
        withdraw(sam.journal, text_meant(sam.journal, second.id))
        exchange(kim, sam)
        assert told(kim).startswith("Sam withdrew Summary 1, version 2. It stays agreed")

        space = kim.space.name
        odd = sam.write(APPROVAL.name, parent=summary.id, signed="no signature", content="Words")
        exchange(kim, sam)
        (sentence,) = signing_news(kim.journal, space, [odd])
        assert sentence.startswith("Something in the place of a signature that is none")
        assert signing_news(kim.journal, PRIVATE, [odd]) == signing_news(kim.journal, space, []) == []
        assert paper_words(kim.journal, {"signed": "{"}).name == "that cannot be read"
        for paper in kim.journal.entries.of_kind(APPROVAL.name):
            plain = in_plain_fields(kim.journal, paper)
            words = " ".join(
                [plain.title, plain.text, *(f.text for f in all_words(kim.journal, paper.kind, paper.fields))]
            )
            assert "{" not in words
            assert "signed" not in plain.fields
        names = {paper_words(kim.journal, each.fields).name for each in kim.journal.entries.of_kind(APPROVAL.name)}
        assert names == {
            "under Summary 1",
            "under Summary 1, version 2",
            "no to Summary 1",
            "that withdraws Summary 1, version 2",
            "that cannot be read",
        }
