"""A record as it would be handed in: every field with its answer, its length and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from .scheme.vocabulary import HAND_IN

Answer: TypeAlias = str | int | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class PreparedField:
    """One answer in one place.

    `name` is the field's full name, such as `nmc.learnt`; `value` is a number of minutes, whether, values of a list or
    an ISO day by `shape`, and None where nothing is answered; `text` is the same as one writes it on paper. `source` is
    own, entry or empty. `draft` is what the entry says where that is not handed in by itself. `problem` is a sentence,
    empty where nothing is wrong.
    """

    name: str
    label: str
    shape: str
    value: Answer
    text: str
    source: str
    required: bool
    least_words: int | None = None
    most_words: int | None = None
    most_characters: int | None = None
    hint: str = ""
    draft: str = ""
    problem: str = ""

    @property
    def words(self) -> int:
        return count_words(self.text)

    @property
    def characters(self) -> int:
        return len(self.text)

    @property
    def is_prose(self) -> bool:
        return self.shape == "prose"

    @property
    def count(self) -> str:
        """How long it is beside its limits: `118 of 250 words`, `118 words`; empty for what has no length."""
        if self.shape not in ("prose", "line") or not (self.is_prose or self.most_words or self.most_characters):
            return ""
        words = f"{self.words:,} of {self.most_words:,} words" if self.most_words else say_words(self.words)
        if self.least_words:
            words += f", at least {self.least_words:,}"
        if self.most_characters:
            words += f", {self.characters:,} of {self.most_characters:,} characters"
        return words


@dataclass(frozen=True, slots=True)
class PreparedPerson:
    """Another person's part by one rule: what is said of them, in order, as labels and texts, and what it means.

    `signed` says how they signed, empty where nobody has yet; `asks` is the form that their signature takes.
    """

    id: str
    rule: str
    label: str
    meaning: str
    asks: str
    about: tuple[tuple[str, str], ...] = ()
    signed: str = ""
    required: bool = True
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PreparedItem:
    """The fields for one activity, or for the whole record; `id` is the activity's, or the record's."""

    id: str
    title: str
    day: date | None
    minutes: int
    fields: tuple[PreparedField, ...]
    people: tuple[PreparedPerson, ...] = ()
    problem: str = ""

    @property
    def words(self) -> int:
        """Those of all fields that have words, for a limit that they share."""
        return sum(field.words for field in self.fields if field.shape in ("prose", "line"))


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A requirement that what is in a record does not come up to from the day `first` on, in a sentence."""

    requirement: str
    first: date
    problem: str


@dataclass(frozen=True, slots=True)
class PreparedPart:
    """A section. `left_out` are ids of activities that could be in it and were not chosen.

    `most_words` is for all fields of one item together. With `summary_only` nothing but the fields leaves: no title, no
    day and no length of an entry, unless a field asks for it.
    """

    name: str
    label: str
    holds: str
    items: tuple[PreparedItem, ...]
    left_out: tuple[str, ...] = ()
    summary_only: bool = False
    most_words: int | None = None
    problem: str = ""
    short: tuple[Shortfall, ...] = ()

    @property
    def minutes(self) -> int:
        return sum(item.minutes for item in self.items)

    def called(self, number: int) -> str:
        """What its `number`th item is called where it leaves."""
        return f"{self.label} {number}" if self.summary_only else self.items[number - 1].title

    @property
    def is_whole(self) -> bool:
        """Whether its one set of fields is for the whole record."""
        return self.holds == "statement" or any(item.day is None for item in self.items)


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Something to see to before the record is handed in: where, and what, in a sentence.

    `item` is the id that an answer would belong to, `field` the full name of the field, empty where it is none.
    """

    part: str
    where: str
    problem: str
    item: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Handing:
    """How, where and with what to mind it is handed in, in words; `asked` is whether only those asked do."""

    how: str
    where: str
    note: str
    asked: bool

    @property
    def is_field_by_field(self) -> bool:
        """Whether the body has a form or a website of its own, to which the answers are carried."""
        return self.how != HAND_IN["document"]

    @property
    def in_words(self) -> str:
        """How and where, in sentences."""
        said = f"Handed in {self.how}{f', {self.where}' if self.where else ''}."
        if self.asked:
            said += " Only those who are asked hand it in."
        return f"{said} {self.note}".rstrip()


@dataclass(frozen=True, slots=True)
class PreparedRecord:
    """The whole record; `number` is the writer's own on the body's register, `signatures` are under all of it."""

    id: str
    scheme: str
    body: str
    label: str
    author: str
    number: str
    first: date
    last: date
    due: date | None
    handing: Handing
    parts: tuple[PreparedPart, ...]
    signatures: tuple[PreparedPerson, ...] = ()
    notes: tuple[str, ...] = ()

    def places(self) -> Iterator[tuple[PreparedPart, PreparedItem, PreparedField]]:
        """Every field in the order of the form."""
        return ((part, item, field) for part in self.parts for item in part.items for field in item.fields)

    @property
    def whole_texts(self) -> tuple[str, ...]:
        """Titles of the activities that answer a field with all that their entry says, in the order of the form."""
        found = (item.title for _, item, field in self.places() if field.source == "entry" and field.is_prose)
        return tuple(dict.fromkeys(found))

    @property
    def unsettled(self) -> tuple[Unsettled, ...]:
        """All that is missing or does not fit, in the order of the form."""
        return tuple(self._unsettled())

    def _unsettled(self) -> Iterator[Unsettled]:
        for part in self.parts:
            if part.problem:
                yield Unsettled(part.label, "", part.problem)
            for short in part.short:
                yield Unsettled(part.label, "", short.problem)
            for item in part.items:
                if item.problem:
                    yield Unsettled(part.label, "" if part.is_whole else item.title, item.problem, item.id)
                for field in item.fields:
                    if field.problem:
                        where = field.label if part.is_whole else f"{item.title}: {field.label}"
                        yield Unsettled(part.label, where, field.problem, item.id, field.name)
                for person in item.people:
                    if person.problem:
                        yield Unsettled(part.label, person.label, person.problem, item.id)
        for person in self.signatures:
            if person.problem:
                yield Unsettled("Signatures", person.label, person.problem, self.id)

    @property
    def is_ready(self) -> bool:
        return not self.unsettled

    def people(self) -> Iterator[PreparedPerson]:
        """Everybody who has a part in it, under an item or under the whole."""
        yield from (person for part in self.parts for item in part.items for person in item.people)
        yield from self.signatures

    def reworded(self, change: Callable[[str], str]) -> PreparedRecord:
        """The same record with the texts of titles and fields changed, and what is said of what somebody signed.

        Who writes and who signs stays: that is what a body asks for.
        """
        parts = tuple(
            replace(part, items=tuple(_reworded_item(item, change) for item in part.items)) for part in self.parts
        )
        return replace(self, parts=parts, signatures=_reworded_people(self.signatures, change))


def fields_about(people: Iterable[PreparedPerson], under: str) -> Iterator[PreparedField]:
    """What is said about people, as fields to be carried across under a heading, which need not be said twice."""
    for person in people:
        before = "" if person.label == under else f"{person.label}: "
        for label, said in person.about:
            yield PreparedField(person.rule, f"{before}{label}", "line", said, said, "own", person.required)


def count_words(text: str) -> int:
    """Words as word processors count them: what stands between white space."""
    return len(text.split())


def say_words(number: int) -> str:
    return f"{number:,} {'word' if number == 1 else 'words'}"


def _reworded_item(item: PreparedItem, change: Callable[[str], str]) -> PreparedItem:
    fields = tuple(_reworded_field(field, change) for field in item.fields)
    return replace(item, title=change(item.title), fields=fields, people=_reworded_people(item.people, change))


def _reworded_people(people: Iterable[PreparedPerson], change: Callable[[str], str]) -> tuple[PreparedPerson, ...]:
    """It names one's own entries by their titles, and whoever else has signed them."""
    return tuple(replace(person, signed=change(person.signed)) for person in people)


def _reworded_field(field: PreparedField, change: Callable[[str], str]) -> PreparedField:
    value: Answer = field.value
    if isinstance(value, str):
        value = change(value)
    elif isinstance(value, tuple):
        value = tuple(map(change, value))
    return replace(field, value=value, text=change(field.text), draft=change(field.draft))
