import { appendOnly } from './append-only'
import { ARTICLE_MARK_SCHEMA } from './article-marks'
import { CONFLICT_JUDGEMENT_SCHEMA } from './conflict-judgements'
import { DECISION_LOG_SCHEMA } from './decisions'
import { CODEBOOK_SCHEMA } from './codebook'
import { GRADE_SCHEMA } from './grades'
import { NOTE_WORDS_SCHEMA } from './note-words'
import { SAVED_SEARCH_SCHEMA } from './saved-searches'
import { SOURCE_TEXT_SCHEMA } from './source-texts'
import type { Migration } from '../migrate'

const BEGINNING = `
-- Who this file is: a copy of another casebook put in its place is noticed.
CREATE TABLE casebook (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

-- A note as it is now; its words are those of its newest revision. A removed note keeps everything (the bin).
CREATE TABLE note (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
  made_at TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  removed_at TEXT,
  copy_of TEXT REFERENCES note (id),
  FOREIGN KEY (id, revision) REFERENCES note_revision (note_id, revision) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE note_revision (
  note_id TEXT NOT NULL REFERENCES note (id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  title TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  preview TEXT NOT NULL,
  -- Of title, body and citations together, taken before they were stored.
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (note_id, revision)
) STRICT;
${appendOnly('note_revision')}

-- Revisions that no later clean-up may drop, and why.
CREATE TABLE kept_revision (
  note_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('emptied', 'replaced-by-restore')),
  PRIMARY KEY (note_id, revision),
  FOREIGN KEY (note_id, revision) REFERENCES note_revision (note_id, revision)
) STRICT;

-- Where passages are (offsets in UTF-16 units) and from which bytes they were taken.
CREATE TABLE anchor (
  id INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL CHECK (length(article_id) = 64),
  path TEXT NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > start),
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL
) STRICT;
CREATE INDEX anchor_place ON anchor (article_id, start, "end");
CREATE INDEX anchor_path ON anchor (path);
${appendOnly('anchor')}

CREATE TABLE citation (
  note_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  id TEXT NOT NULL,
  anchor_id INTEGER NOT NULL REFERENCES anchor (id),
  PRIMARY KEY (note_id, revision, position),
  FOREIGN KEY (note_id, revision) REFERENCES note_revision (note_id, revision)
) STRICT;
CREATE INDEX citation_anchor ON citation (anchor_id);
${appendOnly('citation')}

CREATE TABLE highlight (
  id TEXT PRIMARY KEY,
  anchor_id INTEGER NOT NULL REFERENCES anchor (id),
  note_id TEXT REFERENCES note (id),
  made_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX highlight_anchor ON highlight (anchor_id);

-- The entity event log: replayed in order over every new index.
CREATE TABLE decision (
  sequence INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'rename', 'retype', 'reject')),
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  made_at TEXT NOT NULL
) STRICT;
${appendOnly('decision')}

CREATE TABLE briefing (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  made_at TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  removed_at TEXT,
  FOREIGN KEY (id, revision) REFERENCES briefing_revision (briefing_id, revision) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE briefing_revision (
  briefing_id TEXT NOT NULL REFERENCES briefing (id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  title TEXT NOT NULL,
  marking TEXT NOT NULL,
  author TEXT NOT NULL,
  -- Sections, sentences and their citations with whole anchors.
  sections TEXT NOT NULL CHECK (json_valid(sections)),
  sentences INTEGER NOT NULL,
  citations INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (briefing_id, revision)
) STRICT;
${appendOnly('briefing_revision')}

-- Small view state: open panes, sizes.
CREATE TABLE state (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`

/** The steps of the authored file. Released steps are never changed, and none takes anything away. */
export const CASEBOOK_MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'casebook', sql: BEGINNING },
  { version: 2, name: 'read and starred articles', sql: ARTICLE_MARK_SCHEMA },
  { version: 3, name: 'judgements of conflicts', sql: CONFLICT_JUDGEMENT_SCHEMA },
  { version: 4, name: 'decisions of any kind', sql: DECISION_LOG_SCHEMA },
  { version: 5, name: 'texts of cited articles', sql: SOURCE_TEXT_SCHEMA },
  { version: 6, name: 'tags, words and links of notes', sql: NOTE_WORDS_SCHEMA },
  { version: 7, name: 'codes', sql: CODEBOOK_SCHEMA },
  { version: 8, name: 'grades of sources', sql: GRADE_SCHEMA },
  { version: 9, name: 'saved searches and history', sql: SAVED_SEARCH_SCHEMA },
]
