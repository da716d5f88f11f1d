-- The ledger of every act, its head, and the leases of work that only one process may do at a time.
-- Times: *_us = microseconds since 1970-01-01T00:00:00Z. Days: *_day = local calendar day of the site, yyyy-mm-dd.
-- Flags: 0 or 1. Written for SQLite and PostgreSQL alike; {blob} becomes blob or bytea.

-- One act. Rows are never changed nor removed: triggers refuse it.
create table ledger_entry (
    seq bigint primary key check (seq > 0),              -- 1, 2, 3, … without holes
    time_us bigint not null,                             -- when it was written
    act text not null,                                   -- what was done: extract.approve
    subject text not null,                               -- what it was done to: EXT-2026-0012, camera gate-1
    phase text not null check (phase in ('act', 'intent', 'outcome')),
    intent_seq bigint references ledger_entry (seq),     -- an outcome names the intent that it closes
    body text not null,                                  -- the entry itself: canonical JSON (RFC 8785)
    hash text not null check (length(hash) = 64),        -- SHA-256 of body, hexadecimal
    check ((phase = 'outcome') = (intent_seq is not null))
);
create index ledger_entry_subject on ledger_entry (subject, seq);
-- An intent has one outcome at most.
create unique index ledger_entry_intent on ledger_entry (intent_seq);
-- @append-only ledger_entry

-- The last entry once more, so that a tail that was cut off shows. One row.
create table ledger_head (
    id integer primary key check (id = 1),
    seq bigint not null,                                 -- 0 while the ledger is empty
    hash text not null check (length(hash) = 64)         -- 64 zeros while the ledger is empty
);
insert into ledger_head (id, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Work that only one process may do at a time. A row that has expired counts as absent.
create table lease (
    name text primary key,                               -- camera-check
    holder text not null,                                -- login, process and machine, for people to read
    token text not null,                                 -- known to the holder only
    taken_us bigint not null,
    expires_us bigint not null,
    check (expires_us > taken_us)
);
