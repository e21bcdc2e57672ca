-- The casebook, version 6: what is of one time lies together in the file, so that one more report touches few pages.

-- A sample of the runs of words of each report, to find copies by. A period is 32 days since 1900-01-01, numbered
-- from 0 (`linking.rs`); 0 also where a report has no date.
DROP TABLE copy_run;
CREATE TABLE copy_run (
  period INTEGER NOT NULL,
  hash   INTEGER NOT NULL,
  report INTEGER NOT NULL,
  PRIMARY KEY (period, hash, report)
) WITHOUT ROWID;

-- unit.n begins with the week now. All of linking is made again.
DELETE FROM event_box;
DELETE FROM event;
DELETE FROM unit_edge;
DELETE FROM unit_box;
DELETE FROM unit;
DELETE FROM shared_text;
DELETE FROM linked;
INSERT OR IGNORE INTO unlinked SELECT n FROM report WHERE superseded_by IS NULL;
