"""What an update brought about texts to agree, in whole sentences: who signed what, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import AGREEMENT, APPROVAL, CONTRIBUTION, SUMMARY, THANKS
from ...domain.text import clean_line
from ..journal import Journal
from .text_words import waits_words
from .texts_to_agree import TextToAgree, newest_texts, objections_in, texts_to_agree

if TYPE_CHECKING:
    from ...consent.paper import Paper


_DOCUMENTS = frozenset({SUMMARY.name, AGREEMENT.name, THANKS.name})


def signing_news(journal: Journal, space: str, ids: Iterable[str]) -> list[str]:
    """Sentences about the signatures, answers and edits among entries that came just now, and what does not count."""
    if space == PRIVATE:
        return []
    found = [entry for id_ in ids if (entry := journal.entries.find(id_)) and entry.space == space]
    said = signing_sentences(journal, space, found)
    odd = any(each.kind == APPROVAL.name and each.id not in said for each in found)
    return list(dict.fromkeys([*said.values(), *(objections_in(journal, space) if odd else ())]))


def signing_sentences(journal: Journal, space: str, entries: Iterable[Entry]) -> dict[str, str]:
    """By the id of the entry what a signature, an answer or an edit has come to; those left out came to nothing."""
    found = [each for each in entries if each.kind in _DOCUMENTS | {APPROVAL.name, CONTRIBUTION.name}]
    texts = texts_to_agree(journal, space=space) if found else []
    papers = {each.id: _about(texts, each) for each in found if each.kind == APPROVAL.name}
    told = {each.parent for each in found if papers.get(each.id)}
    void = {text.document: _about_edit(text) for text in newest_texts(texts) if text.state == "void"}
    edits = {each.id: void.get(_document(each), "") for each in found if _document(each) not in told}
    return {id_: sentence for id_, sentence in {**edits, **papers}.items() if sentence}


def _document(entry: Entry) -> str:
    return entry.parent if entry.kind in (CONTRIBUTION.name, APPROVAL.name) else entry.id


def what_now(text: TextToAgree) -> str:
    """`It is agreed.`, `It waits for you.`, `It is void, because …`: what a signature has come to."""
    if text.is_agreed:
        return "It is agreed." if text.kind != THANKS.name else ""
    if text.void:
        return f"It is void, because {text.void}."
    return f"It waits for {waits_words(text)}." if waits_words(text) else ""


def _about_edit(text: TextToAgree) -> str:
    return f"{text.name} is void, because {text.void}. It has to be put forward and signed again."


def _about(texts: Sequence[TextToAgree], entry: Entry) -> str:
    """What one signature or answer says; empty for one that does not count."""
    from ...consent.paper import read_paper
    from ...consent.statement import BadConsent, ConsentStatement

    try:
        paper = read_paper(entry.line("signed"))
    except BadConsent:
        return ""
    wanted = paper.says.id if isinstance(paper.says, ConsentStatement) else paper.says.statement
    text = next((each for each in texts if each.id == wanted.hex()), None)
    who = _who(text, paper) if text else ""
    if text is None or not who:
        return "" if isinstance(paper.says, ConsentStatement) else "An answer came to a text that has not come yet."
    if isinstance(paper.says, ConsentStatement):
        return _signed(text, paper, who)
    reason = clean_line(entry.line("reason"))
    end = "" if reason.endswith((".", "!", "?", "…")) else "."
    why = f": “{reason}”{end}" if reason else "."
    if paper.says.says == "withdraw":
        return f"{who} withdrew {text.name}{why} It stays agreed, and nothing more of it leaves from here."
    return f"{who} said no to {text.name}{why} Change it together, and put it forward again."


def _signed(text: TextToAgree, paper: Paper, who: str) -> str:
    is_proposer = text.asked.statement.signers[paper.key].member == text.asked.proposer
    if is_proposer and len(text.members) > 1:
        return f"{who} put {text.name} forward. {what_now(text)}".rstrip()
    return f"{who} signed {text.name}. {what_now(text)}".rstrip()


def _who(text: TextToAgree, paper: Paper) -> str:
    """Whose key it is, as the reader calls them; empty for one that the text does not name."""
    signer = text.asked.statement.signers.get(paper.key)
    member = next((each for each in text.members if signer and each.id == signer.member), None)
    return ("You" if member.is_me else member.name) if member else ""
