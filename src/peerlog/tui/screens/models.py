"""Choosing how to reflect: every model by its name, with what it is for and whose idea it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from ...domain.reflection_model import ReflectionModel
from ...journal.journal import Journal
from ...journal.reflecting import models_by_use
from .choosing import ChoosingScreen


class ModelScreen(ChoosingScreen[ReflectionModel]):
    """The result is a model's name. The last used comes first."""

    question: ClassVar[str] = "How would you like to reflect?"
    label_width: ClassVar[int] = 34

    def fetch(self, journal: Journal) -> tuple[Sequence[ReflectionModel], Sequence[str]]:
        return models_by_use(journal), journal.forms.problems("reflection")

    def say(self, thing: ReflectionModel) -> Sequence[str]:
        stages = " · ".join(stage.label for stage in thing.stages)
        return thing.about, stages, f"After: {thing.source}" if thing.source else ""
