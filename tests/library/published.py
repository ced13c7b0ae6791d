"""Published guides to peer mentoring that our texts must not quote, known by the fingerprints of their words.

`published_runs.bin` holds the first five bytes of SHA-256 over every run of seven words in a textbook's tip, a blog
post, a research report's abstract, a general guide and a museum programme's page, sorted and without repetition. The
texts themselves are not ours to keep here. `python -m tests.library.published FILE…` writes it anew from them.
"""

from __future__ import annotations

import re
import sys
from hashlib import sha256
from pathlib import Path

LONGEST_QUOTE = 6
"""Words."""
SIZE = 5
RUNS = Path(__file__).with_name("published_runs.bin")


def runs_of(text: str) -> dict[bytes, str]:
    """Every run of one word more than may be quoted, by its fingerprint."""
    words = re.findall(r"[\w']+", text.casefold().replace("’", "'"))
    runs = (" ".join(words[start : start + LONGEST_QUOTE + 1]) for start in range(len(words) - LONGEST_QUOTE))
    return {sha256(run.encode()).digest()[:SIZE]: run for run in runs}


def published_runs() -> frozenset[bytes]:
    content = RUNS.read_bytes()
    return frozenset(content[start : start + SIZE] for start in range(0, len(content), SIZE))


if __name__ == "__main__":
    found = {print_ for name in sys.argv[1:] for print_ in runs_of(Path(name).read_text(encoding="utf-8"))}
    RUNS.write_bytes(b"".join(sorted(found)))
