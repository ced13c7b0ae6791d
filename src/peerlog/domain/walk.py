"""A way through a reflection model, one question at a time: going on, going back and skipping never lose a word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from .reflection_model import ReflectionModel, Stage


@dataclass(frozen=True, slots=True)
class Walk:
    """Where somebody is on the way through `model`.

    `written` holds by the names of the stages what has been written, and nothing for a stage that is empty. `at` is
    the place of the stage from 0; as many as there are stages when the last one has been passed. `asked` is a question
    from elsewhere that it is all about, such as the prompt of the day.
    """

    model: ReflectionModel
    written: Mapping[str, str]
    at: int
    asked: str = ""

    @classmethod
    def begin(cls, model: ReflectionModel, written: Mapping[str, object], asked: str = "") -> Walk:
        """Where to go on with what is `written` of a model: see `ReflectionModel.next_stage`.

        When nothing is left, that is the last stage, where somebody may have stopped in the middle.
        """
        names = [stage.name for stage in model.stages]
        found = {name: value for name in names if isinstance(value := written.get(name), str) and value.strip()}
        following = model.next_stage(found)
        return cls(model, found, names.index(following.name) if following else len(names) - 1, asked)

    @property
    def stage(self) -> Stage | None:
        """The stage one is at; None at the end."""
        return self.model.stages[self.at] if self.at < len(self.model.stages) else None

    @property
    def is_complete(self) -> bool:
        """Whether something is written at every stage."""
        return len(self.written) == len(self.model.stages)

    @property
    def question(self) -> str:
        """What is asked now; nothing at the end. A question from elsewhere takes the place of a single stage's own."""
        stage = self.stage
        if stage and self.asked and len(self.model.stages) == 1:
            return self.asked
        return stage.question if stage else ""

    @property
    def text(self) -> str:
        """What is written at the stage one is at."""
        return self.text_of(self.stage) if self.stage else ""

    def text_of(self, stage: Stage) -> str:
        return self.written.get(stage.name, "")

    def saying(self, text: str) -> Walk:
        """With `text` as what is written at this stage; at the end nothing can be written."""
        if self.stage is None or text == self.text:
            return self
        others = {name: said for name, said in self.written.items() if name != self.stage.name}
        return replace(self, written={**others, self.stage.name: text} if text.strip() else others)

    def forward(self) -> Walk:
        """At the next stage, or at the end. A stage with nothing written is skipped by that."""
        return replace(self, at=min(self.at + 1, len(self.model.stages)))

    def back(self) -> Walk:
        """At the stage before; the first one stays."""
        return replace(self, at=max(self.at - 1, 0))

    def from_the_beginning(self) -> Walk:
        return replace(self, at=0)
