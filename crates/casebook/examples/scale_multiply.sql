-- Nine more casebooks like the one there is, in other parts of the world (12 degrees further east each) and in
-- other words: what the indexes then hold is what filing the reports one by one would have put there. ?1 is the
-- number of the copy; what is linked stays as it is.
INSERT INTO report SELECT n + ?1 * 10000000, id || '~' || ?1, base || '~' || ?1, version, superseded_by, hash || '~' || ?1,
  origin || '~' || ?1, url, language, title, publisher, original_publisher, outlet, published, originally_published,
  anchor, byline, codebook_version, text, doc FROM report WHERE n < 10000000;
INSERT INTO passage SELECT n + ?1 * 10000000, report + ?1 * 10000000, position, kind, start, "end", author
  FROM passage WHERE n < 10000000;
INSERT INTO passage_text (rowid, text) SELECT rowid + ?1 * 10000000, text FROM passage_text WHERE rowid < 10000000;
INSERT INTO claim SELECT n + ?1 * 10000000, replace(id, '#', '~' || ?1 || '#'), report + ?1 * 10000000, position, type,
  status, stance, aggregate, quote, start, "end", trigger, trigger_start, trigger_end, time_text, time_from, time_to,
  time_start, time_end, responsibility, local_event, rule, confidence, doc FROM claim WHERE n < 10000000;
INSERT INTO claim_text (rowid, quote, names) SELECT rowid + ?1 * 10000000, quote, names FROM claim_text
  WHERE rowid < 10000000;
INSERT INTO claim_source SELECT claim + ?1 * 10000000, position, source, side, start, "end" FROM claim_source
  WHERE claim < 10000000;
INSERT INTO claim_actor SELECT claim + ?1 * 10000000, position, role, name, side, actor_id, start, "end" FROM claim_actor
  WHERE claim < 10000000;
INSERT INTO claim_place SELECT claim + ?1 * 10000000, position, place, start, "end" FROM claim_place
  WHERE claim < 10000000;
INSERT INTO claim_effect SELECT claim + ?1 * 10000000, position, harm, victims, side, min, max, text, start, "end"
  FROM claim_effect WHERE claim < 10000000;
INSERT INTO event SELECT n + ?1 * 10000000, id || '~' || ?1, type, title, time_from, time_to, country, lat, lon + 12 * ?1,
  contested, origins, grade, grade_reason, doc FROM event WHERE n < 10000000;
INSERT INTO event_box SELECT n + ?1 * 10000000, west + 12 * ?1, east + 12 * ?1, south, north FROM event_box
  WHERE n < 10000000;
INSERT INTO event_claim SELECT event + ?1 * 10000000, position, replace(claim, '#', '~' || ?1 || '#'),
  n + ?1 * 10000000 FROM event_claim
  WHERE event < 10000000;
INSERT INTO event_contested SELECT event + ?1 * 10000000, attribute FROM event_contested WHERE event < 10000000;
INSERT INTO event_figure SELECT event + ?1 * 10000000, position, harm, side, low, best, high FROM event_figure
  WHERE event < 10000000;
INSERT INTO event_voice SELECT event + ?1 * 10000000, source, alone, contested, compared, contradicted FROM event_voice
  WHERE event < 10000000;
INSERT INTO report_voice SELECT report + ?1 * 10000000, source, quoted, own, outlet FROM report_voice
  WHERE report < 10000000;
INSERT INTO report_side SELECT report + ?1 * 10000000, source, side, claims FROM report_side WHERE report < 10000000;
INSERT INTO event_ratio SELECT event + ?1 * 10000000, position, source, harm, ratio FROM event_ratio
  WHERE event < 10000000;
INSERT INTO unit SELECT n + ?1, report + ?1 * 10000000, "group" + ?1, doc FROM unit WHERE report < 10000000;
INSERT INTO unit_box SELECT b.n + ?1, west + 12 * ?1, east + 12 * ?1, south, north, first, last, sort FROM unit_box b
  JOIN unit u ON u.n = b.n WHERE u.report < 10000000;
INSERT INTO unit_edge SELECT e.unit + ?1, e.other + ?1, e.points FROM unit_edge e JOIN unit u ON u.n = e.unit
  WHERE u.report < 10000000;
INSERT INTO group_event SELECT "group" + ?1, event + ?1 * 10000000 FROM group_event WHERE event < 10000000;
INSERT INTO copy_run SELECT period, hash + ?1, report + ?1 * 10000000 FROM copy_run WHERE report < 10000000;
INSERT INTO shared_text SELECT report + ?1 * 10000000, other + ?1 * 10000000, share, here, there FROM shared_text
  WHERE report < 10000000;
DELETE FROM unlinked WHERE report >= 10000000;
INSERT INTO linked SELECT report + ?1 * 10000000, 0 FROM linked WHERE report < 10000000;
