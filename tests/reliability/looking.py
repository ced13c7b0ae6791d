"""A program that opens a journal, counts its entries, tries to add one, and prints what came of it as JSON.

python -m tests.reliability.looking FOLDER
"""

from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path

from tests.vault.vaults import add, open_vault, texts

from peerlog.errors import PeerlogError


def main(folder: Path) -> None:
    found: dict[str, object] = {}
    try:
        with closing(open_vault(folder)) as vault:
            found["entries"] = len(texts(vault))
            with closing(vault.space()) as space:
                add(space, "one more")
            found["added"] = True
    except PeerlogError as error:
        found |= {"error": type(error).__name__, "message": error.message, "hint": error.hint}
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
