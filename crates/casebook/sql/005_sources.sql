-- The casebook, version 5: what is known of every source, counted as reports and events come and go, so that
-- nobody has to count all claims; and the events of a claim by its number, for full-text search.

-- What a report has of each source: claims attributed to it, claims in its own voice, whether it is the outlet.
-- Older versions of a report have no rows.
CREATE TABLE report_voice (
  report INTEGER NOT NULL REFERENCES report (n) ON DELETE CASCADE,
  source TEXT NOT NULL,
  quoted INTEGER NOT NULL,
  own    INTEGER NOT NULL,
  outlet INTEGER NOT NULL,
  PRIMARY KEY (report, source)
) WITHOUT ROWID;
CREATE TABLE report_side (
  report INTEGER NOT NULL REFERENCES report (n) ON DELETE CASCADE,
  source TEXT NOT NULL,
  side   TEXT NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (report, source, side)
) WITHOUT ROWID;
CREATE TRIGGER report_silenced AFTER UPDATE OF superseded_by ON report WHEN new.superseded_by IS NOT NULL
BEGIN
  DELETE FROM report_voice WHERE report = new.n;
  DELETE FROM report_side WHERE report = new.n;
END;

-- What an event has of each source: claims of it that have no other origin, and whether the event is contested,
-- other origins tell of it too, and one of them contradicts the source.
DROP TABLE event_voice;
CREATE TABLE event_voice (
  event        INTEGER NOT NULL REFERENCES event (n) ON DELETE CASCADE,
  source       TEXT NOT NULL,
  alone        INTEGER NOT NULL,
  contested    INTEGER NOT NULL,
  compared     INTEGER NOT NULL,
  contradicted INTEGER NOT NULL,
  PRIMARY KEY (event, source)
) WITHOUT ROWID;
CREATE INDEX event_ratio_source ON event_ratio (source, harm, ratio);

-- The sums of the above by source. Triggers keep them, so nothing that adds or takes out rows can forget to.
CREATE TABLE source_total (
  source       TEXT PRIMARY KEY,
  outlet       INTEGER NOT NULL DEFAULT 0,
  reports      INTEGER NOT NULL DEFAULT 0,
  quoted       INTEGER NOT NULL DEFAULT 0,
  own          INTEGER NOT NULL DEFAULT 0,
  events       INTEGER NOT NULL DEFAULT 0,
  alone        INTEGER NOT NULL DEFAULT 0,
  contested    INTEGER NOT NULL DEFAULT 0,
  compared     INTEGER NOT NULL DEFAULT 0,
  contradicted INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE source_side (
  source TEXT NOT NULL,
  side   TEXT NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (source, side)
) WITHOUT ROWID;
CREATE TABLE source_carrier (
  source  TEXT NOT NULL,
  carrier TEXT NOT NULL,
  reports INTEGER NOT NULL,
  PRIMARY KEY (source, carrier)
) WITHOUT ROWID;

CREATE TRIGGER report_voice_comes AFTER INSERT ON report_voice
BEGIN
  INSERT INTO source_total (source, outlet, reports, quoted, own)
    VALUES (new.source, new.outlet, 1, new.quoted, new.own)
    ON CONFLICT DO UPDATE SET outlet = outlet + new.outlet, reports = reports + 1, quoted = quoted + new.quoted,
      own = own + new.own;
  INSERT INTO source_carrier SELECT new.source, coalesce(publisher, outlet), 1 FROM report
    WHERE n = new.report AND new.quoted > 0 AND coalesce(publisher, outlet) IS NOT NULL
    ON CONFLICT DO UPDATE SET reports = reports + 1;
END;
CREATE TRIGGER report_voice_goes AFTER DELETE ON report_voice
BEGIN
  UPDATE source_total SET outlet = outlet - old.outlet, reports = reports - 1, quoted = quoted - old.quoted,
    own = own - old.own WHERE source = old.source;
  UPDATE source_carrier SET reports = reports - 1 WHERE source = old.source AND old.quoted > 0
    AND carrier = (SELECT coalesce(publisher, outlet) FROM report WHERE n = old.report);
  DELETE FROM source_carrier WHERE source = old.source AND reports = 0;
  DELETE FROM source_total WHERE source = old.source AND reports = 0 AND events = 0;
END;
CREATE TRIGGER report_side_comes AFTER INSERT ON report_side
BEGIN
  INSERT INTO source_side VALUES (new.source, new.side, new.claims)
    ON CONFLICT DO UPDATE SET claims = claims + new.claims;
END;
CREATE TRIGGER report_side_goes AFTER DELETE ON report_side
BEGIN
  UPDATE source_side SET claims = claims - old.claims WHERE source = old.source AND side = old.side;
  DELETE FROM source_side WHERE source = old.source AND side = old.side AND claims = 0;
END;
CREATE TRIGGER event_voice_comes AFTER INSERT ON event_voice
BEGIN
  INSERT INTO source_total (source, events, alone, contested, compared, contradicted)
    VALUES (new.source, 1, new.alone, new.contested, new.compared, new.contradicted)
    ON CONFLICT DO UPDATE SET events = events + 1, alone = alone + new.alone, contested = contested + new.contested,
      compared = compared + new.compared, contradicted = contradicted + new.contradicted;
END;
CREATE TRIGGER event_voice_goes AFTER DELETE ON event_voice
BEGIN
  UPDATE source_total SET events = events - 1, alone = alone - old.alone, contested = contested - old.contested,
    compared = compared - old.compared, contradicted = contradicted - old.contradicted WHERE source = old.source;
  DELETE FROM source_total WHERE source = old.source AND reports = 0 AND events = 0;
END;

INSERT INTO report_side
  SELECT c.report, s.name, cs.side, count(*) FROM claim_source cs JOIN source s ON s.n = cs.source
  JOIN claim c ON c.n = cs.claim JOIN report r ON r.n = c.report
  WHERE r.superseded_by IS NULL GROUP BY c.report, s.name, cs.side;
INSERT INTO report_voice
  SELECT x.report, x.source, sum(x.quoted), sum(x.own), max(x.outlet) FROM (
    SELECT c.report, s.name AS source, count(DISTINCT c.n) AS quoted, 0 AS own, 0 AS outlet
      FROM claim_source cs JOIN source s ON s.n = cs.source JOIN claim c ON c.n = cs.claim GROUP BY 1, 2
    UNION ALL
    SELECT r.n, r.outlet, 0, (SELECT count(*) FROM claim c WHERE c.report = r.n
      AND NOT EXISTS (SELECT 1 FROM claim_source cs WHERE cs.claim = c.n)), 1 FROM report r WHERE r.outlet IS NOT NULL
  ) x JOIN report r ON r.n = x.report WHERE r.superseded_by IS NULL GROUP BY x.report, x.source;

DROP TABLE event_claim;
CREATE TABLE event_claim (
  event    INTEGER NOT NULL REFERENCES event (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  claim    TEXT NOT NULL,
  n        INTEGER,
  PRIMARY KEY (event, position)
) WITHOUT ROWID;
-- n is that of the claim; none where the claim is not (any more) in the casebook.
CREATE INDEX event_claim_n ON event_claim (n);

-- Events of before say nothing of their origins: they are made again.
UPDATE linked SET stale = 1;
