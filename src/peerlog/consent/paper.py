"""A paper: a signed statement or answer with its signature, as the field `signed` of an approval holds it.

It stands for itself: whoever carries it, in whichever entry it lies and whatever else is said there, it says what the
key's owner signed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from ..crypto import sshsig
from ..history.encoding import b64, unb64
from ..history.strict_json import BadText, parse_object
from .answer import Answer, read_answer
from .statement import STATEMENT_BYTES, BadConsent, ConsentStatement, read_key, read_statement

PAPER_BYTES = 2 * STATEMENT_BYTES + 1024
_DIGEST = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class Paper:
    """What was signed, by which key (32 bytes), the signature (64 bytes), and from which state of the draft.

    `drawn_from` is a digest that lets others see whether the draft has changed since; it decides nothing else.
    """

    says: ConsentStatement | Answer
    key: bytes
    signature: bytes
    drawn_from: str = ""

    def fits(self) -> bool:
        """Whether the signature is good."""
        return sshsig.verify(self.key, sshsig.CONSENT, self.says.text, self.signature)


def sign_paper(says: ConsentStatement | Answer, seed: bytes, key: bytes, drawn_from: str = "") -> Paper:
    """Sign with the private half `seed` of `key`, 32 bytes each."""
    return Paper(says, key, sshsig.sign(seed, sshsig.CONSENT, says.text), drawn_from)


def write_paper(paper: Paper) -> str:
    """The paper as text for the field `signed`."""
    said = {
        "statement" if isinstance(paper.says, ConsentStatement) else "answer": paper.says.text.decode(),
        "key": b64(paper.key),
        "signature": b64(paper.signature),
        **({"drawn_from": paper.drawn_from} if paper.drawn_from else {}),
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def read_paper(text: str) -> Paper:
    """The paper in `text`, whose signature may yet be wrong; raises `BadConsent` for what is none."""
    try:
        found = parse_object(text.encode("utf-8", "surrogatepass"), PAPER_BYTES)
    except BadText as error:
        raise BadConsent(str(error)) from error
    drawn_from = found.pop("drawn_from", "")
    names = found.keys() - {"key", "signature"}
    if len(found) != 3 or not names <= {"statement", "answer"} or not all(isinstance(x, str) for x in found.values()):
        raise BadConsent("it is not a signed text with its key and its signature")
    if not isinstance(drawn_from, str) or (drawn_from and not _DIGEST.fullmatch(drawn_from)):
        raise BadConsent("its “drawn_from” is not a digest")
    said = next(iter(names))
    try:
        signed = found[said].encode()
        says = read_statement(signed) if said == "statement" else read_answer(signed)
        return Paper(says, read_key(found["key"]), unb64(found["signature"], 64), drawn_from)
    except BadConsent:
        raise
    except ValueError as error:
        raise BadConsent("its signature is none") from error
