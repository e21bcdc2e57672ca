-- The casebook, version 4: the order in which lists show events, as an index: a page is read without sorting all.
CREATE INDEX event_order ON event (
  coalesce(time_from, time_to) IS NULL,
  coalesce(time_from, time_to) DESC,
  coalesce(time_to, time_from) DESC,
  id
);
