"""A reflection between the first question and its place in the journal: a draft all the while."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from ..domain.entry import Draft, Entry
from ..domain.kinds import REFLECTION
from ..domain.problem import Problem
from ..domain.walk import Walk
from ..journal.drafts import entry_changed_by
from ..journal.journal import Journal
from ..journal.reflecting import model_named
from . import terminal
from .field_values import typed_fields
from .guided import go_through
from .uninterrupted import uninterrupted
from .words import add_hint, as_draft_fields, kept

GO_ON = "“peerlog reflect --go-on” goes on with it, and so does the app."


@dataclass
class Begun:
    """What is being written. `draft` has all of it but the answers, which `walk` has."""

    journal: Journal
    draft: Draft
    walk: Walk

    @classmethod
    def new(cls, journal: Journal, fields: Mapping[str, object]) -> Begun:
        """A new one with these fields, of which `model` names the model."""
        typed = as_draft_fields(journal, REFLECTION.name, fields)
        return cls.of(journal, Draft(os.urandom(16).hex(), REFLECTION.name, typed, ""))

    @classmethod
    def of(cls, journal: Journal, draft: Draft) -> Begun:
        """One that was begun before; raises `BadInput` when its model is not here."""
        model = model_named(journal, str(draft.fields.get("model") or ""))
        return cls(journal, draft, Walk.begin(model, draft.fields, str(draft.fields.get("asked") or "")))

    def as_draft(self) -> Draft:
        stages = {stage.name for stage in self.walk.model.stages}
        others = {name: typed for name, typed in self.draft.fields.items() if name not in stages}
        draft = self.draft
        fields = {**others, **self.walk.written}
        return replace(draft, fields=fields, saved=self.journal.time.stamp())

    def keep(self, walk: Walk) -> None:
        self.walk = walk
        with uninterrupted():
            self.journal.entries.keep_draft(self.as_draft())

    def write(self, *, in_editor: bool) -> Entry | None:
        """Ask for the answers and save; None when it is to be finished later. Nothing that was typed is lost."""
        with self._kept_whatever_happens():
            walk = go_through(self.walk, self.keep, self._edited, in_editor=in_editor)
            self.walk = walk or self.walk
            if self._says_nothing():
                self.journal.entries.drop_draft(self.draft.id)
                terminal.say("Nothing is written, so nothing is kept.")
                return None
            if walk is None:
                self.journal.entries.keep_draft(self.as_draft())
                terminal.say(f"It is kept as unfinished. {GO_ON}")
                return None
            return self.save()

    def _says_nothing(self) -> bool:
        fields = self.draft.fields
        return not (self.walk.written or self.draft.entry or fields.get("title") or fields.get("text"))

    def save(self) -> Entry:
        """Put it into the journal; raises `Problem` when nothing is written or something does not fit."""
        if self._says_nothing():
            raise Problem("There is nothing to save yet.", "Write something first.")
        draft = self.as_draft()
        before = entry_changed_by(self.journal, draft)
        fields = typed_fields(self.journal, draft, before)
        if before:
            return self.journal.entries.save(before.id, fields, kind=draft.kind, draft=draft.id, base=draft.base)
        return self.journal.entries.add(draft.kind, fields, draft=draft.id, space=draft.space)

    def _edited(self, text: str) -> str:
        """What somebody makes of an answer in their editor, also when the editor ends with an error."""
        from ..journal.home import config_folder
        from ..own_editor.editing import EditorFailed, edit_text
        from ..own_editor.editor import find_editor
        from ..settings import load_settings

        editor = find_editor(load_settings(config_folder()).editor, os.environ)
        if editor.warning:
            terminal.say(editor.warning)
        try:
            written = edit_text(text, editor, self.journal.home.vault)
        except EditorFailed as failed:
            if failed.written is not None:
                self.keep(self.walk.saying(failed.written))
            raise
        return text if written is None else written

    @contextmanager
    def _kept_whatever_happens(self) -> Iterator[None]:
        from ..own_editor.private_file import keep_text

        try:
            yield
        except BaseException as error:
            if self.walk.written:
                text = "\n\n".join(self.walk.written.values())
                said = kept(self.journal, self.as_draft(), lambda: keep_text(text, self.journal.home.vault))
                add_hint(error, f"{said} {GO_ON}")
            raise
