"""A text to agree in one line of a list: where it stands, what it is called, and what Enter does."""

from __future__ import annotations

from ...domain.said_names import listed
from ...journal.agreeing.text_words import agreed_on
from ...journal.agreeing.texts_to_agree import TextToAgree
from ...journal.journal import Journal
from ..reading.filter_words import short_day
from ..widgets.line import Line, labelled
from ..widgets.when import in_passing


def text_line(journal: Journal, text: TextToAgree, *, say_whom: bool = False) -> Line:
    """`To sign   Summary 3, version 2   by Mon 21 Dec`."""
    today = journal.time.today()
    name = _named(text) if say_whom else text.name
    if text.waits_for_me:
        return labelled("To sign", name, f"by {in_passing(text.answer_by, today)}")
    if text.is_agreed:
        label = "Signed" if text.kind == "thanks" else "Agreed"
        withdrawn = ", withdrawn" if text.state == "withdrawn" else ""
        return labelled(label, name, f"{short_day(agreed_on(journal, text), today)}{withdrawn}")
    if text.state == "declined":
        names = [each.name for each in text.members if each.said == "declined" and not each.is_me]
        return labelled("Not agreed", name, f"{listed(names) or 'you'} said no")
    if text.void:
        return labelled("Void", name, f"because {text.void}")
    waiting = [each.name for each in text.members if each.said == "asked"]
    return labelled("Put forward", name, f"waits for {listed(waiting)}")


def news_line(text: TextToAgree) -> Line:
    """What has become of a text since one last looked, in a line of Today."""
    who = listed([each.name for each in text.members if each.said == _SAID.get(text.state) and not each.is_me])
    if text.state == "agreed" and text.kind == "thanks":
        return labelled("Signed", text.name, "may be quoted")
    if text.state == "agreed":
        return labelled("Agreed", _named(text), "Enter reads it")
    if text.state == "declined":
        return labelled("Not agreed", _named(text), f"{who} would rather not")
    if text.state == "withdrawn":
        return labelled("Withdrawn", _named(text), f"by {who}")
    return labelled("Void", _named(text), "Enter reads why")


def _named(text: TextToAgree) -> str:
    """What it is called among those with others: the numbers of summaries begin anew with each."""
    return f"{text.name}, with {text.label}" if text.kind == "summary" else text.name


_SAID = {"declined": "declined", "withdrawn": "withdrew"}
