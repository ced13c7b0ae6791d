from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from tests.vault.vaults import CIRCLE, LATER, NOW, add, add_circle, fields, new_vault, open_vault, put_back, snapshot

from peerlog.domain.entry import Draft
from peerlog.vault.backup import automatic
from peerlog.vault.drafts import Drafts
from peerlog.vault.entries import Entries


@pytest.fixture(scope="package")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a vault with something of everything."""
    folder = new_vault(tmp_path_factory.mktemp("check") / "journal")
    with closing(open_vault(folder)) as vault:
        add_circle(vault)
        with closing(vault.space(CIRCLE)) as circle:
            add(circle, "shared words")
        with closing(vault.space()) as space:
            entries = Entries(space)
            for number in range(30):
                add(
                    space,
                    f"entry {number} 会議録 " + "filler " * 90 + "end",
                    title=f"Title {number}",
                    tags=("chairing",),
                )
            goal = entries.add("goal", fields("chair well", state="active", due="2026-12-24", tags=("Sets",)), NOW)
            page = fields("what else", template="swot", page_strengths="some", page_number=4, page_names=("a", "b"))
            entries.add("page", page, NOW)
            entries.save(goal.id, "goal", fields("chair well", state="met"), NOW)
            entries.save(goal.id, "idea", fields("chair better", state="kept"), NOW)
            deleted = add(space, "in the trash", tags=("gone",))
            entries.delete(deleted.id, NOW)
            entries.forget(add(space, "forgotten").id, NOW)
            Drafts(space).keep(Draft("d", "note", {"text": "half a thought"}, NOW))
        automatic(vault, LATER)
    return snapshot(folder)


@pytest.fixture
def whole(tmp_path: Path, lived_in: dict[str, bytes]) -> Path:
    """A copy of that vault, closed."""
    folder = tmp_path / "journal"
    folder.mkdir(mode=0o700)
    put_back(folder, lived_in)
    for path in folder.rglob("*"):
        if path.is_dir():
            path.chmod(0o700)
    return folder
