-- Meetings, what they set to be done, proposals, petitions, supervision (clauses 5, 6, 7.5b, 8.4). Each of them is a number and the
-- entries about it; how it stands is found from its entries, which are never changed.
-- Times: *_us = microseconds since 1970-01-01T00:00:00Z.
create table meeting_subject (
  id text primary key,               -- MTG-2026-0003; ACT, PRO, PET, SUP likewise
  series text not null check (series in ('MTG', 'ACT', 'PRO', 'PET', 'SUP')),
  year bigint not null,
  number bigint not null check (number >= 1),
  unique (series, year, number)
);
-- @append-only meeting_subject

create table meeting_entry (
  subject text not null references meeting_subject (id),
  number bigint not null check (number >= 1),
  act text not null,                 -- word of Act
  at_us bigint not null,             -- when it happened
  by_member text not null,           -- who did it: member id, or os:<account>
  entered_us bigint not null,
  salt text not null,                -- hex
  sha256 text not null,              -- over the entry and its fields; stands in the ledger too
  primary key (subject, number)
);
-- @append-only meeting_entry

create table meeting_field (
  subject text not null,
  entry bigint not null,
  name text not null,                -- what Act says that the entry tells
  place bigint not null check (place >= 1), -- of several values: 1, 2, 3, …
  value text not null check (value <> ''),
  primary key (subject, entry, name, place),
  foreign key (subject, entry) references meeting_entry (subject, number)
);
-- @append-only meeting_field
