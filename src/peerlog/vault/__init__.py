"""The encrypted store: a folder with a key file, one SQLCipher database for each space, and backups.

    from peerlog.vault import vault, entries
    with closing(vault.Vault.open(folder, unlock)) as opened, closing(opened.space()) as space:
        entries.Entries(space).add("note", {"when": "2026-11-17T19:40:00+00:00", "text": "Ask first."}, now)

`unlock` gives the vault key of a key file, by one of its slots (`peerlog.crypto.slots`). A space belongs to the thread
that opened it; several processes may have a vault open and write by turns.

The modules:
    vault, keyfile       the folder; `vault.json` and its copy
    exclusion, files     who else is in; private files and writes that survive a crash
    connection, schema, migrations, birth       opening a database safely; its tables; a new one
    reindexing                                  what a step to a newer format writes anew
    space, entries, drafts, tags, origins       transactions; what is written
    rows, position, tokens, search, snippets    how it is stored, ordered and found
    backup, rotation, archive, restore, copies  backups, their file, what has left the vault
    rekey, soundness     everything under a new key; whether a database is whole
    check, check_*, salvage, finding, watermark     what is wrong, in plain words; older copies put back
"""
