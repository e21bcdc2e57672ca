-- The casebook, version 1: one file that holds what was read, what it says, and who decided what.
--
-- `doc` columns hold the JSON of the model's type and are what is read back; every other column is
-- there to be asked for. Offsets ("start", "end") count characters of report.text. Integer keys named
-- `n` exist inside one file only; what leaves the casebook is named by `id`.

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- Raised whenever the set of claims changes, so that linking can tell whether it read the latest.
INSERT INTO meta VALUES ('revision', '0'), ('linked_revision', '0');

-- One version of one report. The first version of report X has the id X, later ones X@2, X@3 …
CREATE TABLE report (
  n                    INTEGER PRIMARY KEY,
  id                   TEXT NOT NULL UNIQUE,
  base                 TEXT NOT NULL,
  version              INTEGER NOT NULL,
  superseded_by        TEXT REFERENCES report (id),
  hash                 TEXT NOT NULL UNIQUE,
  origin               TEXT NOT NULL,
  url                  TEXT,
  language             TEXT NOT NULL,
  title                TEXT,
  publisher            TEXT,
  original_publisher   TEXT,
  outlet               TEXT,
  published            TEXT,
  originally_published TEXT,
  anchor               TEXT,
  byline               TEXT,
  codebook_version     TEXT NOT NULL,
  text                 TEXT NOT NULL,
  doc                  TEXT NOT NULL,
  UNIQUE (base, version)
);
CREATE INDEX report_url ON report (url) WHERE url IS NOT NULL;
CREATE INDEX report_origin_index ON report (origin);

-- Further places where the very same bytes were found.
CREATE TABLE report_origin (
  report INTEGER NOT NULL REFERENCES report (n) ON DELETE CASCADE,
  origin TEXT NOT NULL,
  PRIMARY KEY (report, origin)
) WITHOUT ROWID;

CREATE TABLE passage (
  n        INTEGER PRIMARY KEY,
  report   INTEGER NOT NULL REFERENCES report (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  start    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  author   TEXT,
  UNIQUE (report, position)
);
-- rowid = passage.n
CREATE VIRTUAL TABLE passage_text USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2');

CREATE TABLE claim (
  n              INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  report         INTEGER NOT NULL REFERENCES report (n) ON DELETE CASCADE,
  position       INTEGER NOT NULL,
  type           TEXT NOT NULL,
  status         TEXT NOT NULL,
  stance         TEXT NOT NULL,
  aggregate      INTEGER NOT NULL,
  quote          TEXT NOT NULL,
  start          INTEGER NOT NULL,
  "end"          INTEGER NOT NULL,
  trigger        TEXT NOT NULL,
  trigger_start  INTEGER NOT NULL,
  trigger_end    INTEGER NOT NULL,
  time_text      TEXT,
  time_from      TEXT,
  time_to        TEXT,
  time_start     INTEGER,
  time_end       INTEGER,
  responsibility TEXT,
  local_event    TEXT NOT NULL,
  rule           TEXT NOT NULL,
  confidence     REAL NOT NULL,
  doc            TEXT NOT NULL,
  UNIQUE (report, position)
);
CREATE INDEX claim_type ON claim (type);
CREATE INDEX claim_time ON claim (time_from, time_to);
-- rowid = claim.n; `names` holds sources, actors, places, type and means.
CREATE VIRTUAL TABLE claim_text USING fts5 (quote, names, tokenize = 'porter unicode61 remove_diacritics 2');

-- Every name that something is attributed to.
CREATE TABLE source (
  n    INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
CREATE TABLE claim_source (
  claim    INTEGER NOT NULL REFERENCES claim (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  source   INTEGER NOT NULL REFERENCES source (n),
  side     TEXT NOT NULL,
  start    INTEGER,
  "end"    INTEGER,
  PRIMARY KEY (claim, position)
) WITHOUT ROWID;
CREATE INDEX claim_source_source ON claim_source (source);

CREATE TABLE claim_actor (
  claim    INTEGER NOT NULL REFERENCES claim (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  role     TEXT NOT NULL,
  name     TEXT NOT NULL,
  side     TEXT NOT NULL,
  actor_id TEXT,
  start    INTEGER,
  "end"    INTEGER,
  PRIMARY KEY (claim, position)
) WITHOUT ROWID;
CREATE INDEX claim_actor_name ON claim_actor (name);

-- Every place as resolved: the same name resolved in the same way is one row.
CREATE TABLE place (
  n            INTEGER PRIMARY KEY,
  key          TEXT NOT NULL UNIQUE,
  text         TEXT NOT NULL,
  relation     TEXT,
  kind         TEXT NOT NULL,
  lat          REAL,
  lon          REAL,
  admin1       TEXT,
  country      TEXT,
  gazetteer_id TEXT,
  shape        TEXT
);
CREATE INDEX place_country ON place (country);
-- The box around the place's shape in degrees; n = place.n.
CREATE VIRTUAL TABLE place_box USING rtree (n, west, east, south, north);
CREATE TABLE claim_place (
  claim    INTEGER NOT NULL REFERENCES claim (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  place    INTEGER NOT NULL REFERENCES place (n),
  start    INTEGER,
  "end"    INTEGER,
  PRIMARY KEY (claim, position)
) WITHOUT ROWID;
CREATE INDEX claim_place_place ON claim_place (place);

CREATE TABLE claim_effect (
  claim    INTEGER NOT NULL REFERENCES claim (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  harm     TEXT NOT NULL,
  victims  TEXT,
  side     TEXT NOT NULL,
  min      INTEGER,
  max      INTEGER,
  text     TEXT NOT NULL,
  start    INTEGER,
  "end"    INTEGER,
  PRIMARY KEY (claim, position)
) WITHOUT ROWID;

CREATE TABLE claim_means (
  claim    INTEGER NOT NULL REFERENCES claim (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  means    TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) WITHOUT ROWID;

CREATE TABLE claim_evidence (
  claim    INTEGER NOT NULL REFERENCES claim (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  field    TEXT NOT NULL,
  start    INTEGER NOT NULL,
  "end"    INTEGER NOT NULL,
  rule     TEXT NOT NULL,
  PRIMARY KEY (claim, position)
) WITHOUT ROWID;

CREATE TABLE event (
  n             INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  type          TEXT NOT NULL,
  title         TEXT NOT NULL,
  time_from     TEXT,
  time_to       TEXT,
  country       TEXT,
  lat           REAL,
  lon           REAL,
  contested     INTEGER NOT NULL,
  origins       INTEGER NOT NULL,
  grade         TEXT NOT NULL,
  grade_reason  TEXT NOT NULL,
  doc           TEXT NOT NULL
);
CREATE INDEX event_time ON event (time_from, time_to);
CREATE VIRTUAL TABLE event_box USING rtree (n, west, east, south, north);
CREATE TABLE event_claim (
  event    INTEGER NOT NULL REFERENCES event (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  claim    TEXT NOT NULL,
  PRIMARY KEY (event, position)
) WITHOUT ROWID;
CREATE INDEX event_claim_claim ON event_claim (claim);
CREATE TABLE event_contested (
  event     INTEGER NOT NULL REFERENCES event (n) ON DELETE CASCADE,
  attribute TEXT NOT NULL,
  PRIMARY KEY (event, attribute)
) WITHOUT ROWID;
CREATE TABLE event_figure (
  event    INTEGER NOT NULL REFERENCES event (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  harm     TEXT NOT NULL,
  side     TEXT NOT NULL,
  low      INTEGER,
  best     INTEGER,
  high     INTEGER,
  PRIMARY KEY (event, position)
) WITHOUT ROWID;

-- What people decided. Rows are only ever added: a decision is taken back by a later one.
CREATE TABLE review (
  n       INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL,
  action  TEXT NOT NULL,
  subject TEXT NOT NULL,
  object  TEXT,
  note    TEXT
);
CREATE INDEX review_subject ON review (subject);
CREATE TRIGGER review_never_changes BEFORE UPDATE ON review
BEGIN SELECT RAISE (ABORT, 'the review log is append-only'); END;
CREATE TRIGGER review_never_shrinks BEFORE DELETE ON review
BEGIN SELECT RAISE (ABORT, 'the review log is append-only'); END;
