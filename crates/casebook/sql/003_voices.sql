-- The casebook, version 3: how what each source says of an event stands to what others say of it.

-- Sources of events that more than one origin tells of.
CREATE TABLE event_voice (
  event        INTEGER NOT NULL REFERENCES event (n) ON DELETE CASCADE,
  source       TEXT NOT NULL,
  contradicted INTEGER NOT NULL,
  PRIMARY KEY (event, source)
) WITHOUT ROWID;
-- The source's figure over the middle one of the others'.
CREATE TABLE event_ratio (
  event    INTEGER NOT NULL REFERENCES event (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  source   TEXT NOT NULL,
  harm     TEXT NOT NULL,
  ratio    REAL NOT NULL,
  PRIMARY KEY (event, position)
) WITHOUT ROWID;

-- Events of before have none: they are made again.
UPDATE linked SET stale = 1;
