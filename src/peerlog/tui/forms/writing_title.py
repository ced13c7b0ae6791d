"""What stands over a form: what is being written, and that it has two versions."""

from __future__ import annotations

from textual.content import Content

from ...domain.kinds import KINDS
from ..keeping import steam
from ..widgets.plain import plain_line
from .typed_form import TypedForm


def say_title(form: TypedForm) -> Content:
    """`Goal`, `New note · …`; after it which fields have two versions, of which the one that is shown is changed."""
    writing = form.writing
    kind = KINDS[writing.kind].label
    title = kind if writing.entry else f"New {kind.lower()}"
    said = f"{title} · {writing.template}" if writing.template else title
    heading = plain_line(said + steam.words_beside_title(form)).stylize("bold")
    if not writing.apart:
        return heading
    of = Content.assemble("TWO VERSIONS of ", plain_line(", ".join(writing.apart)))
    return Content.assemble(heading, "   ", of.stylize("$warning"))
