"""Why somebody said no to a text, or withdrew it, as far as they say so."""

from __future__ import annotations

from ...domain.kinds import APPROVAL
from ...domain.text import clean_text
from ..journal import Journal
from .texts_to_agree import TextToAgree


def reasons_given(journal: Journal, text: TextToAgree) -> dict[str, str]:
    """By the id of a member the reason of their answer. Not signed: it counts from who sent the answer alone."""
    from ...consent.answer import Answer
    from ...consent.paper import read_paper
    from ...consent.statement import BadConsent

    said: dict[str, str] = {}
    answered = {each.id: each for each in text.members if each.said in ("declined", "withdrew")}
    if not answered:
        return said
    for part in journal.entries.parts(text.document, APPROVAL.name, space=text.space):
        reason = clean_text(part.line("reason")).strip()
        try:
            paper = read_paper(part.line("signed")) if reason else None
        except BadConsent:
            continue
        if paper is None or not isinstance(paper.says, Answer) or paper.says.statement != text.asked.statement.id:
            continue
        signer = text.asked.statement.signers.get(paper.key)
        member = answered.get(signer.member) if signer else None
        author = journal.entries.author_of(part)
        if member and (member.is_me if author.is_me else author.name == member.name):
            said[member.id] = reason
    return said
