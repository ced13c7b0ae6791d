"""The tables of a space, formats 1 to 4. `docs/format.md` describes them for other programs.

Formats 1 and 2 have the same tables, format 2 more tokens in `keys`; format 3 adds what a shared space needs,
format 4 files that are kept with entries.

`pos` is the entry's place in time: minutes of the writer's local calendar since year 1, times 1,000, plus a counter.
Rows, and with them the full-text index, lie in that order, so that the newest fifty of anything cost no sorting.
`device` holds this device's signing keys in the space, the last one in use; an entry's id is a hash of the space's id,
its device's key and its nonce. `fields` is a JSON object of all fields except title and text; `more` repeats its words
for the search; `keys` are tokens for kind, tags, links, parent, state
and for each yes; `cjk` are bigrams of Chinese, Japanese and Korean text.
`touched` holds the entries of a shared space whose row may differ from what has left: the triggers fill it, so that no
way of saving can forget to. They ask for the setting `shared` first, and cost a private space next to nothing.
`copy_made` names backups and exports that left the vault, so that a later "forget" can say where a copy may still lie.
`kept_file` are files kept as evidence with entries, `kept_chunk` their content in pieces. `evidence` is another thing:
what shows that something went wrong elsewhere.
The index's own pages are a little smaller than FTS5 makes them, so that each fits one page of the encrypted file.
"""

from __future__ import annotations

VERSION = 4
"""The newest format that this peerlog writes, kept in `PRAGMA user_version`."""

FORMAT_1 = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE device (
  number INTEGER PRIMARY KEY,
  key BLOB NOT NULL UNIQUE CHECK (length(key) = 32),
  seed BLOB NOT NULL CHECK (length(seed) = 32),
  since TEXT NOT NULL
) STRICT;

CREATE TABLE entry (
  pos INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
  nonce BLOB NOT NULL CHECK (length(nonce) = 16),
  device INTEGER NOT NULL REFERENCES device(number),
  kind TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  fields TEXT NOT NULL,
  more TEXT NOT NULL DEFAULT '',
  keys TEXT NOT NULL,
  cjk TEXT NOT NULL DEFAULT '',
  created TEXT NOT NULL,
  saved TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  deleted TEXT
) STRICT;
CREATE INDEX entry_deleted ON entry(deleted) WHERE deleted IS NOT NULL;

CREATE TABLE version (
  entry BLOB NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  fields TEXT NOT NULL,
  saved TEXT NOT NULL,
  UNIQUE (entry, number)
) STRICT;

CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  fields TEXT NOT NULL,
  saved TEXT NOT NULL,
  entry BLOB,
  base INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE tag (folded TEXT PRIMARY KEY, name TEXT NOT NULL, uses INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE origin (source TEXT PRIMARY KEY, entry BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE forgotten (entry BLOB PRIMARY KEY, at TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE copy_made (
  at TEXT NOT NULL,
  what TEXT NOT NULL,
  path TEXT NOT NULL,
  PRIMARY KEY (path, at)
) STRICT, WITHOUT ROWID;

CREATE VIEW searched AS SELECT pos, title, text, more, keys, cjk FROM entry WHERE deleted IS NULL;

CREATE VIRTUAL TABLE search USING fts5(
  title, text, more, keys, cjk,
  content='searched', content_rowid='pos', columnsize=0, prefix='1 2', tokenize='unicode61 remove_diacritics 2'
);
INSERT INTO search(search, rank) VALUES ('pgsz', 3950);
"""

FORMAT_3 = """
ALTER TABLE device ADD COLUMN identity BLOB;
ALTER TABLE device ADD COLUMN own INTEGER NOT NULL DEFAULT 1;

CREATE TABLE change (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
  entry BLOB NOT NULL,
  device TEXT NOT NULL,
  seq INTEGER NOT NULL,
  learned INTEGER NOT NULL,
  text TEXT NOT NULL,
  signature BLOB NOT NULL
) STRICT;
CREATE INDEX change_entry ON change(entry);
CREATE INDEX change_device ON change(device, seq);

CREATE TABLE change_value (
  change INTEGER NOT NULL,
  register TEXT NOT NULL,
  salt BLOB NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (change, register)
) STRICT, WITHOUT ROWID;

CREATE TABLE touched (entry BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE pending (
  entry BLOB NOT NULL,
  register TEXT NOT NULL,
  supersedes TEXT NOT NULL,
  deletes INTEGER NOT NULL DEFAULT 0,
  before TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (entry, register)
) STRICT, WITHOUT ROWID;

CREATE TABLE two_versions (
  entry BLOB NOT NULL,
  register TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (entry, register)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  text TEXT NOT NULL,
  signature BLOB NOT NULL,
  learned INTEGER NOT NULL
) STRICT;

CREATE TABLE known (
  device TEXT PRIMARY KEY,
  number INTEGER NOT NULL,
  heads TEXT NOT NULL,
  at TEXT NOT NULL,
  learned INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bundle (
  digest BLOB PRIMARY KEY,
  device TEXT NOT NULL,
  number INTEGER NOT NULL,
  at TEXT NOT NULL,
  name TEXT NOT NULL,
  here TEXT NOT NULL,
  upto INTEGER NOT NULL DEFAULT 0,
  recipients TEXT NOT NULL DEFAULT '[]'
) STRICT, WITHOUT ROWID;

CREATE TABLE departure (
  entry BLOB NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (entry, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  id BLOB PRIMARY KEY,
  what TEXT NOT NULL,
  device TEXT NOT NULL,
  at TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE compared (member TEXT PRIMARY KEY, keys TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE handshake (
  token TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  state TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE shared_copy (
  copy BLOB PRIMARY KEY,
  entry BLOB NOT NULL,
  space TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_made AFTER INSERT ON entry
WHEN EXISTS (SELECT 1 FROM setting WHERE name = 'shared')
BEGIN
  INSERT OR IGNORE INTO touched VALUES (NEW.id);
END;

CREATE TRIGGER entry_changed AFTER UPDATE OF kind, title, text, fields, deleted ON entry
WHEN EXISTS (SELECT 1 FROM setting WHERE name = 'shared')
BEGIN
  INSERT OR IGNORE INTO touched VALUES (NEW.id);
END;

CREATE TRIGGER entry_forgotten AFTER INSERT ON forgotten
WHEN EXISTS (SELECT 1 FROM setting WHERE name = 'shared')
  AND EXISTS (SELECT 1 FROM change WHERE entry = NEW.entry)
BEGIN
  INSERT OR IGNORE INTO touched VALUES (NEW.entry);
END;
"""

FORMAT_4 = """
CREATE TABLE kept_file (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  entry BLOB NOT NULL CHECK (length(entry) = 32),
  name TEXT NOT NULL,
  media TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  chunks INTEGER NOT NULL,
  added TEXT NOT NULL,
  until TEXT,
  removed TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_file_entry ON kept_file(entry);

CREATE TABLE kept_chunk (
  file BLOB NOT NULL,
  number INTEGER NOT NULL,
  data BLOB NOT NULL,
  UNIQUE (file, number)
) STRICT;
"""
