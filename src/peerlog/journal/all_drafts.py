"""What was begun and not saved, in every space."""

from __future__ import annotations

import secrets
from dataclasses import replace

from ..domain.entry import PRIVATE, Draft
from ..vault.drafts import Drafts
from .spaces import Spaces


class AllDrafts:
    """The drafts of all open spaces. Each lies in the space where what it becomes will live."""

    def __init__(self, spaces: Spaces) -> None:
        self._spaces = spaces

    def all(self) -> list[Draft]:
        """Every draft, the latest first."""
        found = [draft for name in self._spaces.by_name for draft in self._in(name).all()]
        return sorted(found, key=lambda draft: draft.saved, reverse=True)

    def keep(self, draft: Draft) -> None:
        """Store a draft where it belongs, and nowhere else; in the private space where that is gone."""
        home = draft.space if draft.space in self._spaces.by_name else PRIVATE
        elsewhere = self._holding(draft.id, besides=home)
        if not elsewhere:
            with self._spaces.write(home):
                self._in(home).keep(draft)
            return
        with self._spaces.together():
            with self._spaces.write(home):
                self._in(home).keep(draft)
            self._drop(draft.id, elsewhere)

    def take_over(self, draft: Draft) -> Draft:
        """Go on with a draft under another id."""
        taken = replace(draft, id=secrets.token_hex(16))
        with self._spaces.together():
            for name in self._holding(draft.id):
                with self._spaces.write(name):
                    self._in(name).take_over(draft.id, taken.id)
        return taken

    def drop(self, id_: str) -> None:
        """Remove a draft wherever it lies; one that is not there is no error."""
        with self._spaces.together():
            self._drop(id_, self._holding(id_))

    def _drop(self, id_: str, names: list[str]) -> None:
        for name in names:
            with self._spaces.write(name):
                self._in(name).drop(id_)

    def _holding(self, id_: str, besides: str = "") -> list[str]:
        return [name for name in self._spaces.by_name if name != besides and self._in(name).has(id_)]

    def _in(self, name: str) -> Drafts:
        return Drafts(self._spaces.by_name[name])
