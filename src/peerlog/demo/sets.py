"""What comes with peerlog for the further fields of each kind, whatever the person in front of it has added."""

from __future__ import annotations

from collections.abc import Mapping

from ..domain.kinds import AGREEMENT, PAGE, REFLECTION
from .story import FieldSet


def demo_sets() -> Mapping[str, Mapping[str, FieldSet]]:
    """Page templates, reflection models and sets of clauses, by the name of the kind and by their own."""
    from ..library.clause_sets import clause_sets
    from ..library.loader import page_templates
    from ..library.reflection_models import reflection_models

    return {PAGE.name: page_templates()[0], REFLECTION.name: reflection_models()[0], AGREEMENT.name: clause_sets()[0]}
