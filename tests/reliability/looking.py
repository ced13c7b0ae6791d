"""A program that opens a journal, checks it, tries to add an entry, and prints what came of it as JSON.

python -m tests.reliability.looking FOLDER
"""

from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path

from tests.vault.vaults import add, open_vault, texts

from peerlog.errors import PeerlogError
from peerlog.vault.check import check


def main(folder: Path) -> None:
    found: dict[str, object] = {}
    try:
        with closing(open_vault(folder)) as vault:
            found["entries"] = len(texts(vault))
            found["findings"] = [(each.severity, each.sentence) for each in check(vault).findings]
            with closing(vault.space()) as space:
                add(space, "one more")
            found["added"] = True
    except PeerlogError as error:
        found |= {"error": type(error).__name__, "message": error.message, "hint": error.hint}
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
