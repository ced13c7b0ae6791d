"""Why somebody said no to a text, or withdrew it, where they gave a reason."""

from __future__ import annotations

from ..domain.entry import Entry
from ..domain.kinds import APPROVAL
from .journal import Journal
from .texts_to_agree import MemberSaid, TextToAgree


def reasons_for(journal: Journal, text: TextToAgree) -> list[tuple[str, str]]:
    """(name, reason) of those who answered this text and said why; only words that came from themselves."""
    if not any(each.said in ("declined", "withdrew") for each in text.members):
        return []
    found: dict[str, str] = {}
    for entry in journal.entries.parts(text.document, APPROVAL.name, space=text.space):
        member = _who_answered(text, entry) if entry.line("reason") else None
        author = journal.entries.author_of(entry)
        if member and author.is_me == member.is_me and (author.is_me or author.name == member.name):
            found.setdefault(member.name, entry.line("reason"))
    return list(found.items())


def _who_answered(text: TextToAgree, entry: Entry) -> MemberSaid | None:
    """Whose answer to this text an entry brought; None for anything else."""
    from ..consent.answer import Answer
    from ..consent.paper import read_paper
    from ..consent.statement import BadConsent

    try:
        paper = read_paper(entry.line("signed"))
    except BadConsent:  # it is among what counts for nothing, see `objections_in`
        return None
    signer = text.asked.statement.signers.get(paper.key)
    if signer is None or not isinstance(paper.says, Answer) or paper.says.statement.hex() != text.id:
        return None
    return next((each for each in text.members if each.id == signer.member), None)
