"""What has been written of a reflection so far, beside the question or, where there is no room, in one line."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ...domain.reflection_model import Stage
from ...domain.walk import Walk
from .fitted import FittedLine
from .plain import plain, plain_line

_GAP = "  "


class SoFar(VerticalScroll):
    """Every stage with what is written there; the one somebody is at is marked and in sight."""

    def on_mount(self) -> None:
        self._stages: list[Static] = []

    async def show(self, walk: Walk) -> None:
        if not self._stages:
            self._stages = [Static(classes="so-far-stage") for _ in walk.model.stages]
            await self.mount_all(self._stages)
        for place, (stage, shown) in enumerate(zip(walk.model.stages, self._stages, strict=True)):
            here = place == walk.at
            text = walk.text_of(stage)
            # Where one writes the words stand in the text already, and need not follow every key.
            said = Content() if here or not text else Content.assemble("\n", plain(text))
            shown.update(Content.assemble(_marked(walk, stage, here=here), said))
        if walk.stage:
            self.scroll_to_widget(self._stages[walk.at], animate=False)


class Progress(FittedLine):
    """The stages in one line: all by name where they fit, else how far one is and the name of this one."""

    def __init__(self, walk: Walk) -> None:
        stages = walk.model.stages
        self._all = Content(_GAP).join(
            _marked(walk, stage, here=place == walk.at) for place, stage in enumerate(stages)
        )
        here = plain_line(walk.stage.label).stylize("bold $accent") if walk.stage else Content("all of it")
        marks = "".join("▸" if place == walk.at else _mark(walk, stage) for place, stage in enumerate(stages))
        self._short = Content.assemble(f"{min(walk.at + 1, len(stages))} of {len(stages)}", _GAP, here, _GAP, marks)

    def at(self, width: int) -> Content:
        shown = self._all if self._all.cell_length <= width else self._short
        return shown.truncate(width, ellipsis=True, pad=True)


def whole(walk: Walk) -> Content:
    """All that is written, under the names of the stages; those left empty say so."""
    parts: list[Content] = []
    for stage in walk.model.stages:
        text = walk.text_of(stage)
        said = plain(text) if text else Content("nothing here").stylize("$quiet")
        parts.append(Content.assemble(plain_line(stage.label).stylize("bold"), "\n", said))
    return Content("\n\n").join(parts)


def _marked(walk: Walk, stage: Stage, *, here: bool) -> Content:
    label = plain_line(stage.label)
    if here:
        return Content.assemble("▸ ", label).stylize("bold $accent")
    return Content.assemble(f"{_mark(walk, stage)} ", label).stylize("bold" if walk.text_of(stage) else "$quiet")


def _mark(walk: Walk, stage: Stage) -> str:
    return "✓" if walk.text_of(stage) else "·"
