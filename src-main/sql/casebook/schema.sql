-- casebook.sqlite: what the analyst authored, schema 9. Written by a test from the migrations, which are what counts.

CREATE TABLE casebook (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

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
  saved_at TEXT NOT NULL, tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
  PRIMARY KEY (note_id, revision)
) STRICT;

CREATE TRIGGER note_revision_is_history BEFORE UPDATE ON note_revision
BEGIN SELECT RAISE(ABORT, 'note_revision is append-only'); END;

CREATE TRIGGER note_revision_is_kept BEFORE DELETE ON note_revision
BEGIN SELECT RAISE(ABORT, 'note_revision is append-only'); END;

CREATE TABLE kept_revision (
  note_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('emptied', 'replaced-by-restore')),
  PRIMARY KEY (note_id, revision),
  FOREIGN KEY (note_id, revision) REFERENCES note_revision (note_id, revision)
) STRICT;

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

CREATE TRIGGER anchor_is_history BEFORE UPDATE ON anchor
BEGIN SELECT RAISE(ABORT, 'anchor is append-only'); END;

CREATE TRIGGER anchor_is_kept BEFORE DELETE ON anchor
BEGIN SELECT RAISE(ABORT, 'anchor is append-only'); END;

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

CREATE TRIGGER citation_is_history BEFORE UPDATE ON citation
BEGIN SELECT RAISE(ABORT, 'citation is append-only'); END;

CREATE TRIGGER citation_is_kept BEFORE DELETE ON citation
BEGIN SELECT RAISE(ABORT, 'citation is append-only'); END;

CREATE TABLE highlight (
  id TEXT PRIMARY KEY,
  anchor_id INTEGER NOT NULL REFERENCES anchor (id),
  note_id TEXT REFERENCES note (id),
  made_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE INDEX highlight_anchor ON highlight (anchor_id);

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

CREATE TRIGGER briefing_revision_is_history BEFORE UPDATE ON briefing_revision
BEGIN SELECT RAISE(ABORT, 'briefing_revision is append-only'); END;

CREATE TRIGGER briefing_revision_is_kept BEFORE DELETE ON briefing_revision
BEGIN SELECT RAISE(ABORT, 'briefing_revision is append-only'); END;

CREATE TABLE state (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE article_mark (
  -- sha256 of the article's bytes, hex
  article_id TEXT PRIMARY KEY,
  read INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1)),
  starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX article_mark_starred ON article_mark (article_id) WHERE starred = 1;

CREATE TABLE conflict_judgement (
  sequence INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  -- the passages of each side when it was judged: JSON
  sides TEXT NOT NULL CHECK (json_valid(sides)),
  verdict TEXT NOT NULL CHECK (verdict IN ('conflict', 'none', 'resolved', 'open')),
  note TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER conflict_judgement_is_history BEFORE UPDATE ON conflict_judgement
BEGIN SELECT RAISE(ABORT, 'conflict_judgement is append-only'); END;

CREATE TRIGGER conflict_judgement_is_kept BEFORE DELETE ON conflict_judgement
BEGIN SELECT RAISE(ABORT, 'conflict_judgement is append-only'); END;

CREATE TABLE "decision" (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  made_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER decision_is_history BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'decision is append-only'); END;

CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'decision is append-only'); END;

CREATE TABLE source_text (
  -- sha256 of the article's bytes, hex
  article_id TEXT PRIMARY KEY CHECK (length(article_id) = 64),
  path TEXT NOT NULL,
  title TEXT,
  date TEXT,
  agency TEXT,
  -- UTF-8, raw deflate
  text BLOB NOT NULL,
  -- of the UTF-8 before it was compressed
  text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64),
  kept_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER source_text_is_history BEFORE UPDATE ON source_text
BEGIN SELECT RAISE(ABORT, 'source_text is append-only'); END;

CREATE TRIGGER source_text_is_kept BEFORE DELETE ON source_text
BEGIN SELECT RAISE(ABORT, 'source_text is append-only'); END;

CREATE TABLE note_text (
  id INTEGER PRIMARY KEY,
  note_id TEXT NOT NULL UNIQUE REFERENCES note (id),
  revision INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE note_words USING fts5 (
  title, body, tags, content = '', contentless_delete = 1, tokenize = 'ascii'
);

CREATE TABLE note_link (
  note_id TEXT NOT NULL REFERENCES note (id),
  kind TEXT NOT NULL CHECK (kind IN ('note', 'entity', 'article')),
  target TEXT NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (note_id, kind, target)
) STRICT, WITHOUT ROWID;

CREATE INDEX note_link_target ON note_link (kind, target);

CREATE TABLE code (
  id TEXT PRIMARY KEY,
  parent_id TEXT REFERENCES code (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  colour TEXT NOT NULL,
  definition TEXT NOT NULL,
  memo TEXT NOT NULL,
  position INTEGER NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;

CREATE TABLE coding (
  id TEXT PRIMARY KEY,
  code_id TEXT NOT NULL REFERENCES code (id) DEFERRABLE INITIALLY DEFERRED,
  anchor_id INTEGER NOT NULL REFERENCES anchor (id),
  memo TEXT NOT NULL,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;

CREATE INDEX coding_code ON coding (code_id);

CREATE INDEX coding_anchor ON coding (anchor_id);

CREATE TABLE codebook_change (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  made_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER codebook_change_is_history BEFORE UPDATE ON codebook_change
BEGIN SELECT RAISE(ABORT, 'codebook_change is append-only'); END;

CREATE TRIGGER codebook_change_is_kept BEFORE DELETE ON codebook_change
BEGIN SELECT RAISE(ABORT, 'codebook_change is append-only'); END;

CREATE TABLE grade (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  scope TEXT NOT NULL CHECK (scope IN ('outlet', 'article')),
  -- an outlet's key or an article's hash
  target TEXT NOT NULL,
  -- the outlet's name as it was printed, the article's path
  name TEXT NOT NULL,
  scheme TEXT NOT NULL,
  reliability TEXT,
  credibility TEXT,
  reason TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

CREATE INDEX grade_target ON grade (scope, target, sequence);

CREATE TRIGGER grade_is_history BEFORE UPDATE ON grade
BEGIN SELECT RAISE(ABORT, 'grade is append-only'); END;

CREATE TRIGGER grade_is_kept BEFORE DELETE ON grade
BEGIN SELECT RAISE(ABORT, 'grade is append-only'); END;

CREATE TABLE saved_search (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- as typed, in the search language
  query TEXT NOT NULL,
  -- names are found in other spellings and scripts
  spellings INTEGER NOT NULL CHECK (spellings IN (0, 1)),
  made_at TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE TABLE saved_search_look (
  search_id TEXT PRIMARY KEY REFERENCES saved_search (id),
  looked_at TEXT NOT NULL,
  -- the first 8 bytes of each article's sha256, one after the other
  seen BLOB NOT NULL CHECK (length(seen) % 8 = 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_history (
  query TEXT PRIMARY KEY,
  searched_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX search_history_newest ON search_history (searched_at DESC);
