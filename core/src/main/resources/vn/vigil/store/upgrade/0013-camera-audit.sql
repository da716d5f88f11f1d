-- What audits keep. Times are milliseconds since 1970-01-01T00:00Z, UTC; days are yyyy-mm-dd.

-- The table of advisories that the site imported, laid over the one that is shipped.
create table camera_advisories (
  id bigint not null primary key check (id = 1),
  imported_at_ms bigint not null,
  -- The table's own date.
  table_day text not null check (length(table_day) = 10),
  -- The file as it came, UTF-8.
  content text not null
);

-- The last attempt with a maker's well-known first password, device by device: no second one within a day. No password is kept.
create table camera_password_try (
  -- host:port of its web interface; channels of one recorder share it.
  device text not null primary key,
  tried_at_ms bigint not null,
  -- pending while it runs, and for ever when the process died over it.
  outcome text not null check (outcome in ('pending', 'accepted', 'refused', 'unclear'))
);
