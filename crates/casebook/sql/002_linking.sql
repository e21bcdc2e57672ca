-- The casebook, version 2: what linking keeps between two runs, so that a new report costs no more than
-- what it touches. All of it can be made again from reports, claims and reviews.

INSERT INTO meta VALUES ('linked_review', '0');

-- Reports whose units are in the tables below; stale ones are to be taken out and linked anew.
CREATE TABLE linked (
  report INTEGER PRIMARY KEY REFERENCES report (n) ON DELETE CASCADE,
  stale  INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX linked_stale ON linked (report) WHERE stale;

-- Reports that wait for it.
CREATE TABLE unlinked (
  report INTEGER PRIMARY KEY REFERENCES report (n) ON DELETE CASCADE
);
INSERT INTO unlinked SELECT n FROM report WHERE superseded_by IS NULL;
CREATE TRIGGER report_waits AFTER INSERT ON report
BEGIN INSERT INTO unlinked VALUES (new.n); END;
CREATE TRIGGER report_replaced AFTER UPDATE OF superseded_by ON report WHEN new.superseded_by IS NOT NULL
BEGIN
  DELETE FROM unlinked WHERE report = new.n;
  UPDATE linked SET stale = 1 WHERE report = new.n;
END;

-- One report's tellings of one occurrence; n is a hash of the first claim's id, "group" the least n of those
-- that are one event.
CREATE TABLE unit (
  n       INTEGER PRIMARY KEY,
  report  INTEGER NOT NULL REFERENCES report (n) ON DELETE CASCADE,
  "group" INTEGER,
  doc     TEXT NOT NULL
);
CREATE INDEX unit_report ON unit (report);
CREATE INDEX unit_group ON unit ("group");
-- Where (degrees) and when (days since 1900-01-01) a unit is; n = unit.n.
CREATE VIRTUAL TABLE unit_box USING rtree (n, west, east, south, north, first, last, +sort INTEGER);
-- Pairs that agree enough to be one event, in both directions.
CREATE TABLE unit_edge (
  unit   INTEGER NOT NULL,
  other  INTEGER NOT NULL,
  points INTEGER NOT NULL,
  PRIMARY KEY (unit, other)
) WITHOUT ROWID;
CREATE TABLE group_event (
  "group" INTEGER PRIMARY KEY,
  event   INTEGER NOT NULL REFERENCES event (n) ON DELETE CASCADE
);
CREATE INDEX group_event_event ON group_event (event);

-- A sample of the runs of words of each report, to find copies by; day 0 where it has no date.
CREATE TABLE copy_run (
  hash   INTEGER NOT NULL,
  day    INTEGER NOT NULL,
  report INTEGER NOT NULL,
  PRIMARY KEY (hash, day, report)
) WITHOUT ROWID;
-- What two reports share, in both directions: stretches of characters as JSON.
CREATE TABLE shared_text (
  report INTEGER NOT NULL REFERENCES report (n) ON DELETE CASCADE,
  other  INTEGER NOT NULL REFERENCES report (n) ON DELETE CASCADE,
  share  REAL NOT NULL,
  here   TEXT NOT NULL,
  there  TEXT NOT NULL,
  PRIMARY KEY (report, other)
) WITHOUT ROWID;
CREATE INDEX shared_text_other ON shared_text (other);
