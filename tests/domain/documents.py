"""Parsed TOML documents: good ones with something changed in them, and any at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from peerlog.domain.problem import Problem

from .hostile import assert_clear, texts

Document = Mapping[str, object]

_scalars = st.one_of(
    st.booleans(), st.integers(), st.integers(0, 12), st.floats(), texts, st.sampled_from(["", " ", "a", "turn"])
)
values = st.recursive(
    _scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3)),
    max_leaves=6,
)
documents: st.SearchStrategy[Document] = st.dictionaries(
    st.one_of(texts, st.sampled_from(["about", "source"])), values, max_size=4
)
"""Documents that lack a label, which every sort of them needs."""


def changed(good: Document, path: tuple[str | int, ...], value: object) -> Document:
    """`good` with `value` at `path`; None leaves the key out."""
    document: Any = deepcopy(dict(good))
    at = document
    for step in path[:-1]:
        at = at[step]
    if value is None:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return dict(document)


def mangled(good: Document) -> st.SearchStrategy[Document]:
    """`good` with anything in one place or in two."""
    paths = st.sampled_from(list(_paths(good)))
    once = st.builds(changed, st.just(good), paths, st.one_of(values, st.none()))
    return st.one_of(once, once.flatmap(_again))


def assert_read_or_refused(read: Callable[[str, Document], object], name: str, data: Document) -> None:
    """Whatever a document holds, reading it gives something, or a clear refusal that begins with its name."""
    refused: Problem | None = None
    try:
        read(name, data)
    except Problem as problem:
        refused = problem
    if refused:
        assert_clear(refused)
        assert refused.message.startswith(f"{name}: ")


def _again(document: Document) -> st.SearchStrategy[Document]:
    paths = list(_paths(document))
    if not paths:
        return st.just(document)
    return st.builds(changed, st.just(document), st.sampled_from(paths), st.one_of(values, st.none()))


def _paths(found: object, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The way to every value in a document."""
    if isinstance(found, Mapping):
        inner = list(found.items())
    elif isinstance(found, list):
        inner = list(enumerate(found))
    else:
        inner = []
    return [path for key, value in inner for path in [(*at, key), *_paths(value, (*at, key))]]
