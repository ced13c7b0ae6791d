"""The pictures of the documentation, drawn from the demo journal: `make screenshots`."""

from __future__ import annotations

import asyncio
import re
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from peerlog.demo.playing import LAPTOP, play
from peerlog.demo.story import PEOPLE
from peerlog.journal.home import Home
from peerlog.journal.opening import unlock
from peerlog.settings import Settings
from peerlog.tui.app import PeerlogApp
from peerlog.tui.life.door import go_in

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's name, the size in columns and rows, the theme, what to press before it is drawn, and whose it is."""

    name: str
    size: tuple[int, int]
    theme: str
    keys: tuple[str, ...]
    whose: str = "kim"


_OVER = ("I", "t", "space", *"ran", "space", *"over")
_THREE_LINES = (*"Three", "space", *"lines", "space", *"each")

DRAWN = (
    Picture("today", (80, 24), "", ()),
    Picture("journal", (120, 36), "", ("2", "j", "j", "j")),
    Picture("search", (120, 30), "", ("2", "slash", *"chair")),
    Picture("editor", (80, 24), "", ("n",)),
    Picture("goals", (80, 24), "", ("3",)),
    Picture("heatmap", (80, 24), "", ("2", "y")),
    Picture("help", (80, 24), "", ("question_mark",)),
    Picture("light", (80, 24), "paper", ()),
    Picture("prepare", (80, 24), "", ("p",)),
    Picture("together", (80, 24), "", ("4", "enter")),
    Picture("two-versions", (80, 30), "", ("V",)),
    Picture("words", (80, 24), "", ("4", "down", "enter", "enter"), "sam"),
    Picture("agreement", (120, 36), "paper", ("4", "a")),
    Picture("goal", (120, 36), "", ("3", "enter")),
    Picture("exchange", (80, 24), "", ("x", "down", "enter")),
    Picture("summary", (80, 24), "", ("4", "enter", "j", "j", "j", "j", "enter")),
    Picture("agreed", (80, 24), "paper", ("4", "enter", "j", "j", "j", "j", "enter", "enter")),
    Picture("cpd", (80, 24), "", ("5",), "ada"),
    Picture("record", (80, 30), "paper", ("5", "r"), "ada"),
    # Whatever is begun here waits on Today, so these come last.
    Picture("reflecting", (120, 30), "paper", ("ctrl+p", *"reflect", "enter", *"gibbs", "enter", *_OVER, "f5")),
    Picture("running", (80, 24), "", ("p", "r", *_THREE_LINES, "f5", "f4", "down", "enter")),
)


class SaturdayMorning:
    """The clock in every picture."""

    def now(self) -> datetime:
        return datetime(2026, 11, 21, 9, 12, tzinfo=UTC)


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        homes = {person: Home(Path(folder) / person, Path(folder) / "state") for person in (*PEOPLE, LAPTOP)}
        play(Path(folder), homes.__getitem__, SaturdayMorning())
        for picture in DRAWN:
            svg = asyncio.run(_draw(homes[picture.whose], PEOPLE[picture.whose].passphrase, picture))
            (PICTURES / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
            print(f"docs/pictures/{picture.name}.svg")


async def _draw(home: Home, passphrase: str, picture: Picture) -> str:
    clock = SaturdayMorning()
    settings = Settings(theme=picture.theme, backups=False)
    app = PeerlogApp(home, settings, home.data / "config", clock=clock)
    async with app.run_test(size=picture.size) as pilot:
        await app.session.open(partial(unlock, home, passphrase, clock=clock))
        await go_in(app)
        for key in (None, *picture.keys):
            if key:
                await pilot.press(key)
            await pilot.pause(0.3)
        svg = app.export_screenshot(title="peerlog")
    # Fonts come from the reader's machine: a picture in a text about privacy fetches nothing.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    # Some viewers would fold the spaces that columns are made of.
    return svg.replace("<text ", '<text xml:space="preserve" ')


if __name__ == "__main__":
    main()
