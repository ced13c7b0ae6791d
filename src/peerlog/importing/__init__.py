"""Reading what people wrote elsewhere. Each reader turns a file or folder into items, and never touches the vault.

`jrnl`, `dayone`, `markdown` and `own_json` each have `read(path, *, zone, now, templates)`, a generator of `Item` and
`Skipped`. One item that cannot be taken never ends the reading; a file that is not what it claims to be raises
`Refused`, `NewerFormat` or `Damaged`. Dates without an offset are local times in `zone`.
"""
