"""Honest people and liars who put forward, sign, refuse, lose devices and messages: what has to hold of the verdict."""

from __future__ import annotations

from random import Random

from hypothesis.stateful import invariant
from tests.consent.signers import (
    Person,
    agreed_in,
    sums_up,
)
from tests.consent.signing_liars import UNCLEAN, SigningLiars


class SigningMachine(SigningLiars):
    """Looks after everything that is done at what each of the honest people has agreed to."""

    @invariant()
    def agreed_is_what_all_have_signed(self) -> None:
        if not hasattr(self, "people"):
            return
        for person in self.people:
            if person.honest:
                self._look_at(person)

    def teardown(self) -> None:
        if not hasattr(self, "people"):
            return
        for which in (0, 1):
            self.all_sign(which, liars_too=True)
        seen = []
        for person in (each for each in self.people if each.honest):
            person.items |= {*self.items}
            person.statements |= {*self.statements}
            self._look_at(person)
            seen.append(sums_up(self.circle.verdict(person, Random(person.name).sample(self.items, len(self.items)))))
        assert all(each == seen[0] for each in seen)

    def _look_at(self, person: Person) -> None:
        verdict = self.circle.verdict(person)
        agreed = agreed_in(verdict)
        assert self.agreed[person.name] <= agreed.keys(), "what was agreed is not any more"
        self.agreed[person.name] |= agreed.keys()
        for id_, each in agreed.items():
            assert each.text is not None
            assert each.text != UNCLEAN
            assert len(each.statement.members) > 1
            for signer in each.statement.members:
                one = next(x for x in self.people if x.member == signer.member)
                if one.honest and id_ not in self.consented[one.name]:
                    assert id_ in self.stolen[one.name], f"{one.name} never agreed to this"
