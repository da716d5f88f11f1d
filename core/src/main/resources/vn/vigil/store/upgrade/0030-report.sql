-- What is recorded for reports, and the reports that were signed (clauses 7.1, 7.4, 8.3c, 8.3e, 8.4f). Each of them is a number and the
-- entries about it, which are never changed.
-- Times: *_us = microseconds since 1970-01-01T00:00:00Z.
create table report_subject (
  id text primary key,               -- ACV-2026-0003; PLG, CRT, RMK, RPT likewise
  series text not null check (series in ('ACV', 'PLG', 'CRT', 'RMK', 'RPT')),
  year bigint not null,
  number bigint not null check (number >= 1),
  unique (series, year, number)
);
-- @append-only report_subject

create table report_entry (
  subject text not null references report_subject (id),
  number bigint not null check (number >= 1),
  act text not null,                 -- word of Act
  entered_us bigint not null,
  by_member text not null,           -- member id, or os:<account>
  body text not null,                -- JSON (RFC 8785): what Act says that the entry tells
  salt text not null,                -- hex
  sha256 text not null,              -- over the whole entry; stands in the ledger too
  primary key (subject, number)
);
-- @append-only report_entry
