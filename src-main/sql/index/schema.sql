-- index.sqlite: derived, may be deleted at any time, schema 7. Written by a test from the migrations, which are what counts.

CREATE TABLE block (
  id INTEGER PRIMARY KEY,
  -- packed by block-codec.ts
  data BLOB NOT NULL,
  -- how many articles have something in here
  articles INTEGER NOT NULL CHECK (articles >= 0)
) STRICT;

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  -- sha256 of the file's bytes
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  format TEXT NOT NULL,
  encoding TEXT,
  title TEXT,
  -- the first words, where there is no title
  lead TEXT NOT NULL,
  -- ISO 8601, of publication
  date TEXT,
  date_origin TEXT NOT NULL,
  place TEXT,
  agency TEXT,
  dateline_origin TEXT NOT NULL,
  author TEXT,
  language TEXT,
  words INTEGER NOT NULL CHECK (words >= 0),
  -- UTF-16 offsets into the text: JSON [bodyStart, placeStart, placeEnd, agencyStart, agencyEnd], shorter where not printed
  marks TEXT NOT NULL,
  -- no reference here and below: removing a block would look through all articles; its own count tells when it may go
  block_id INTEGER NOT NULL,
  -- where the text lies in its unpacked block, in bytes
  block_start INTEGER NOT NULL CHECK (block_start >= 0),
  block_length INTEGER NOT NULL CHECK (block_length >= 0)
, reader TEXT NOT NULL DEFAULT '', encoding_confidence REAL, encoding_chosen TEXT) STRICT;

CREATE INDEX article_by_date ON article (date);

CREATE VIRTUAL TABLE article_fts USING fts5 (
  title, body, content = '', contentless_delete = 1, tokenize = 'ascii'
);

CREATE TABLE extraction (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  -- where it lies, as engine/analysis/extraction-codec.ts packs it; NULL when analysis failed
  block_id INTEGER,
  block_start INTEGER,
  block_length INTEGER,
  failure TEXT,
  -- the rows of entity_article that came from here: entity, mentions, entity, mentions … as number-list.ts packs them
  entities BLOB NOT NULL,
  CHECK ((block_id IS NULL) = (failure IS NOT NULL)),
  CHECK ((block_id IS NULL) = (block_start IS NULL) AND (block_id IS NULL) = (block_length IS NULL))
) STRICT;

CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  -- sums over entity_article
  mentions INTEGER NOT NULL DEFAULT 0,
  articles INTEGER NOT NULL DEFAULT 0, corpus_id INTEGER, why TEXT,
  UNIQUE (type, key)
) STRICT;

CREATE INDEX entity_by_mentions ON entity (mentions DESC);

CREATE TABLE entity_alias (
  entity_id INTEGER NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (entity_id, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX entity_alias_by_key ON entity_alias (key);

CREATE TABLE entity_article (
  entity_id INTEGER NOT NULL REFERENCES entity (id),
  -- no reference: it would need an index as large as the table; extraction.entities leads back
  article_id INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (entity_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE "file" (
  id INTEGER PRIMARY KEY,
  -- relative to the folder, with '/'; bytes that are no UTF-8 written as \xNN; of a member: path of its container, '!/', its name
  path TEXT NOT NULL UNIQUE,
  -- the name as the disk has it, where it is not UTF-8
  path_bytes BLOB,
  size INTEGER NOT NULL,
  -- milliseconds since 1970, with fraction
  modified REAL NOT NULL,
  inode INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('indexed', 'partial', 'skipped', 'failed')),
  -- what happened, from a closed set, and the same in words for a person
  cause TEXT,
  reason TEXT,
  article_id INTEGER REFERENCES article (id),
  -- of a member: path of the file on the disk it is in, whose size, time and inode it carries
  container TEXT,
  -- of a container: how many members it has
  members INTEGER CHECK (members >= 0),
  CHECK (article_id IS NULL OR state IN ('indexed', 'partial')),
  CHECK (state NOT IN ('indexed', 'partial') OR article_id IS NOT NULL OR members IS NOT NULL),
  CHECK (container IS NULL OR members IS NULL),
  CHECK ((reason IS NULL) = (state = 'indexed'))
) STRICT;

CREATE INDEX file_by_article ON file (article_id);

CREATE INDEX file_by_trouble ON file (state, cause) WHERE state <> 'indexed';

CREATE INDEX file_by_container ON file (container) WHERE container IS NOT NULL;

CREATE TABLE term (
  term TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  made_at TEXT NOT NULL,
  -- as domain/decisions/decision.ts has it
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

CREATE TABLE corpus_entity (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  -- sums over entity_article, each article once
  mentions INTEGER NOT NULL DEFAULT 0,
  articles INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX corpus_entity_by_mentions ON corpus_entity (mentions DESC);

CREATE INDEX entity_by_corpus ON entity (corpus_id);

CREATE INDEX article_by_chosen_encoding ON article (encoding_chosen) WHERE encoding_chosen IS NOT NULL;
