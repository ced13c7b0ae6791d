from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ...errors import BadInput
from .. import completing, terminal
from ..entry_fields import Given, details_options
from ..examples import examples
from ..given import require_one
from ..invocation import invocation
from ..json_option import json_option

if TYPE_CHECKING:
    from ...domain.reflection_model import ReflectionModel
    from ...journal.journal import Journal
    from ..guided_entry import Begun


@click.command(
    epilog=examples(
        "peerlog reflect what --about 3f9a2c1 --minutes 35",
        "peerlog reflect --list",
        'peerlog reflect era --answer "experience=The set ran over." --tag sets',
        "peerlog reflect --go-on",
    )
)
@click.argument("model", metavar="[MODEL]", required=False, shell_complete=completing.models)
@click.option("--list", "lists", is_flag=True, help="List the models, what each is for and whose idea it is.")
@click.option("--go-on", is_flag=True, help="Go on with what is unfinished: the latest, or the draft named as MODEL.")
@click.option("--about", metavar="ID", help="Link it to the entry that it is about, such as a meeting.")
@click.option("--answer", "answers", multiple=True, metavar="STAGE=TEXT", help="Do not ask, take this; repeatable.")
@click.option("--editor", "in_editor", is_flag=True, help="Write each answer in your editor.")
@click.option("--depth", is_flag=True, help="Show four questions to look back with, for yourself alone.")
@details_options
@json_option
def command(
    model: str | None,
    lists: bool,
    go_on: bool,
    about: str | None,
    answers: tuple[str, ...],
    in_editor: bool,
    depth: bool,
    as_json: bool,
    **options: Any,
) -> None:
    """Reflect by a MODEL, one question at a time.

    Each answer ends with an empty line or Ctrl-D. On lines of their own, /back, /skip, /more and /later lead elsewhere,
    and /help says how. Nothing that you typed is lost when you stop. It goes into your private journal.
    """
    from ..described import described
    from ..listing import one_line

    require_one(("--list", lists), ("--go-on", go_on), ("--answer", bool(answers)), ("--depth", depth))
    require_one(("--answer", bool(answers)), ("--editor", in_editor))
    if depth:
        from ..depth_lines import write_looks

        write_looks(as_json=as_json)
        return
    with invocation().journal(writes=not lists) as journal:
        if lists:
            from ..practice_lists import write_models

            write_models(journal, as_json=as_json)
            return
        given = Given(settings=answers, **options)
        if go_on:
            if given or about:
                raise BadInput("--go-on goes on with what was begun as it is.", "Leave the other options out.")
            begun = _unfinished(journal, model)
        else:
            begun = _new(journal, model, about, given)
        entry = begun.save() if answers else begun.write(in_editor=in_editor)
        if entry and as_json:
            terminal.put_json(described(entry))
        elif entry:
            terminal.put(one_line(journal, entry))


def _new(journal: Journal, name: str | None, about: str | None, given: Given) -> Begun:
    from ...domain.kinds import REFLECTION
    from ...journal.expected_kind import require_at_hand
    from ...journal.reflecting import beginning, model_named
    from ..guided_entry import Begun

    model = model_named(journal, name) if name else _asked_for(journal)
    _require_stages(model, given.settings)
    entry = require_at_hand(journal, journal.entries.resolve(about)) if about is not None else None
    start: dict[str, object] = {**beginning(entry)}
    links = tuple(str(each) for each in start.get("links", ()))  # type: ignore[attr-defined]
    return Begun.new(
        journal, {"model": model.name, **start, **given.fields(journal, REFLECTION.name, model.name, (), links)}
    )


def _require_stages(model: ReflectionModel, answers: tuple[str, ...]) -> None:
    from ...domain.kinds import bare_name
    from ...domain.text import brief

    stages = [bare_name(stage.name) for stage in model.stages]
    for each in answers:
        name = each.partition("=")[0].strip()
        if bare_name(name) not in stages:
            raise BadInput(f"{model.label} asks nothing called “{brief(name)}”.", f"It asks: {', '.join(stages)}.")


def _asked_for(journal: Journal) -> ReflectionModel:
    """The model that somebody names when asked, the last used one when they just press Enter."""
    from ...journal.reflecting import model_named, models_by_use
    from ..asking import ask

    if not terminal.can_ask():
        raise BadInput("A reflection follows a model.", "Name one; “peerlog reflect --list” lists them.")
    models = models_by_use(journal)
    for model in models:
        terminal.say(f"{model.name}: {model.label}")
    while True:
        try:
            return model_named(journal, ask("Which one", models[0].name))
        except BadInput as error:
            terminal.say(error.message)


def _unfinished(journal: Journal, prefix: str | None) -> Begun:
    from ...errors import Refused
    from ...journal.drafts import draft_named
    from ...journal.reflecting import is_guided
    from ..guided_entry import Begun

    if prefix:
        draft = draft_named(journal, prefix)
        if not is_guided(draft):
            raise Refused("That draft follows no model.", "“peerlog drafts save” saves it; the app goes on with it.")
    else:
        found = next(filter(is_guided, journal.entries.drafts()), None)
        if found is None:
            raise Refused("No reflection is unfinished.", "“peerlog reflect” begins one.")
        draft = found
    begun = Begun.of(journal, draft)
    begun.draft = journal.entries.take_over_draft(draft)
    return begun
