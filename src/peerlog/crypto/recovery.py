"""The recovery key: 256 bits as 24 English words of BIP 39, whose last word carries a checksum of 8 bits.

It opens the journal when the passphrase is forgotten. Written down by hand and typed back years later, so
reading is forgiving of everything that does not change the words.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from dataclasses import dataclass, field
from datetime import date

from peerlog.errors import BadInput

WORDS = 24
_ROWS = 6

_NUMBERED = re.compile(r"(?<!\w)(\d{1,2})\s?[.:)]\s*([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class RecoveryKey:
    """The 24 words, and the 32 bytes that they stand for. Never shown by `repr`."""

    words: tuple[str, ...] = field(repr=False)
    secret: bytes = field(repr=False)


def word_list() -> list[str]:
    """The 2048 English words of BIP 39; no two share their first four letters."""
    from mnemonic import Mnemonic

    return Mnemonic("english").wordlist


def new_recovery_key() -> RecoveryKey:
    """A fresh recovery key from the system's random numbers."""
    from mnemonic import Mnemonic

    secret = secrets.token_bytes(32)
    return RecoveryKey(tuple(Mnemonic("english").to_mnemonic(secret).split()), secret)


def parse_recovery_key(text: str) -> RecoveryKey:
    """Read typed or pasted recovery words.

    Case, punctuation, numbering and line breaks do not matter, the first four letters of a word are enough,
    and where exactly the numbers 1 to 24 stand before words ("7. wheel"), as in a whole pasted kit, those
    words are taken in the order of their numbers. Raises BadInput, which gives the positions of words that
    are not in the list and never the words.
    """
    from mnemonic import Mnemonic

    typed = _words_in(text)
    if len(typed) != WORDS:
        raise BadInput(f"A recovery key has {WORDS} words, and these are {len(typed)}.", "Type all of them, in order.")
    by_start = {word[:4]: word for word in word_list()}
    words = [by_start.get(given[:4], "") for given in typed]
    pairs = enumerate(zip(typed, words, strict=True), start=1)
    wrong = [str(place) for place, (given, word) in pairs if not word.startswith(given)]
    if wrong:
        raise BadInput(
            f"Word {wrong[0]} is not in the list of recovery words."
            if len(wrong) == 1
            else f"Words {', '.join(wrong[:-1])} and {wrong[-1]} are not in the list of recovery words.",
            "Look at the spelling; the first four letters of each word are enough.",
        )
    try:
        secret = bytes(Mnemonic("english").to_entropy(words))
    except ValueError:
        raise BadInput(
            "These are recovery words, but they do not belong together: their checksum does not fit.",
            "One of them is another word than in the kit, or two have changed places.",
        ) from None
    return RecoveryKey(tuple(words), secret)


def _words_in(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).lower()
    numbered = sorted((int(number), word) for number, word in _NUMBERED.findall(plain))
    if [number for number, _ in numbered] == list(range(1, WORDS + 1)):
        return [word for _, word in numbered]
    return _WORD.findall(plain)


def kit_text(words: tuple[str, ...], name: str, created: date) -> str:
    """The recovery kit as plain text, at most 72 columns: what it is, the words, what to do with them.

    The words are numbered down four columns of six. The only secret in it is the words; `name` is shown on
    one line without control characters.
    """
    if len(words) != WORDS:
        raise ValueError(f"a recovery key has {WORDS} words")
    rows = (
        "   ".join(f"{place + 1:2}. {words[place]:<8}" for place in range(row, WORDS, _ROWS)).rstrip()
        for row in range(_ROWS)
    )
    owner = " ".join("".join(c if c.isprintable() else " " for c in name).split())[:40]
    table = "\n".join(f"    {row}" for row in rows)
    return f"""\
peerlog recovery kit

    for:     {owner}
    made on: {created.isoformat()}

These words open your journal when the passphrase is forgotten. Anybody
who has them and a copy of your journal can read all of it.

{table}

    Read down each column, in the order of the numbers.

What to do with this kit

  * Print it or copy it by hand, and keep it with your passport.
  * Do not photograph or mail it; delete the file when it is printed.
  * To use it, run this and type the words:

        peerlog recover

    The first four letters of each word are enough. You then choose
    a new passphrase.
  * When you make a new kit, destroy this one.
"""
