"""Where an agreement or a thank-you says whether it is signed: a row for each text that was put forward from it."""

from __future__ import annotations

from dataclasses import dataclass, field

from textual.content import Content
from textual.widgets.option_list import Option

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import AGREEMENT, THANKS
from ...domain.said_names import listed
from ...journal.agreeing.saving_voids import is_edited_since
from ...journal.agreeing.text_words import agreed_on, where_it_stands
from ...journal.agreeing.texts_to_agree import TextToAgree, newest_texts, texts_to_agree
from ...journal.journal import Journal
from ..widgets.line import labelled
from ..widgets.list_pane import Contents
from ..widgets.rows import row
from ..widgets.when import in_passing

TEXT = "text:"
"""How the ids of rows begin that stand for a text to agree."""

_UNSIGNED = "You can sign it together when you write with a partner."


@dataclass
class SignedRows:
    """What to show; `waits` says that one of them is for me to sign, which goes first on a page then."""

    options: list[Option] = field(default_factory=list)
    waits: bool = False
    heading: str = "Signed together"

    def add_to(self, shown: Contents) -> None:
        if self.options and self.heading:
            shown.head(self.heading)
        elif self.options:
            shown.gap()
        shown.options += self.options


def signed_rows(journal: Journal, entry: Entry) -> SignedRows:
    """Whether it is signed, by whom and when, and what can be done about it."""
    if entry.space == PRIVATE:
        may_be = entry.kind == AGREEMENT.name and entry.state in ("draft", "active")
        return SignedRows([_read(_UNSIGNED)] if may_be else [], heading="")
    texts = [each for each in newest_texts(texts_to_agree(journal, space=entry.space)) if each.document == entry.id]
    found = SignedRows(waits=any(each.waits_for_me for each in texts))
    found.options += [
        row(labelled(_LABELS.get(each.kind, "It"), *_said(journal, each)), TEXT + each.id) for each in texts
    ]
    of_itself = next((each for each in texts if each.kind == entry.kind), None)
    if entry.kind == THANKS.name and not journal.entries.author_of(entry).is_me:
        return found
    if of_itself is None:
        what = "Not signed yet: " if entry.kind == AGREEMENT.name or entry.fields.get("quotable") else ""
        found.options += [_read(what, "F", " puts it forward.")] if what else []
    elif of_itself.state in ("void", "declined") or is_edited_since(journal, of_itself):
        found.options.append(
            _read("Its words have changed since: " if of_itself.is_agreed else "", "F", " puts it forward again.")
        )
    return found


_LABELS = {"agreement": "This agreement", "closing": "Closing statement", "thanks": "These thanks"}


def _said(journal: Journal, text: TextToAgree) -> tuple[str, str]:
    if text.waits_for_me:
        return (
            f"{text.proposer} has signed it, and asks you to",
            f"by {in_passing(text.answer_by, journal.time.today())}",
        )
    if text.is_agreed:
        names = listed(["you" if each.is_me else each.name for each in sorted(text.members, key=lambda m: m.is_me)])
        day = in_passing(agreed_on(journal, text), journal.time.today())
        on = day if day in ("today", "yesterday") else f"on {day}"
        return f"{names[:1].upper()}{names[1:]} signed it {on}", "withdrawn" if text.state == "withdrawn" else ""
    return where_it_stands(journal, text), ""


def _read(words: str, key: str = "", then: str = "") -> Option:
    said = Content.assemble((words, "$quiet"), (key, "bold $accent"), (then, "$quiet"))
    return Option(said, disabled=True)
