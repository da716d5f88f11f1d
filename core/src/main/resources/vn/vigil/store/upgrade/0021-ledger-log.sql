-- The ledger as an RFC 6962 tree: its key, the hashes of full blocks, and the heads that were signed.

-- By which key checkpoints are believed. One row, once there is a key.
create table ledger_log (
    id integer primary key check (id = 1),
    vkey text not null                                   -- name+hash+key of C2SP signed-note
);
-- @append-only ledger_log

-- Hash over 256 entries, kept once they are there: entries 256 * block + 1 and the 255 behind it.
create table ledger_block (
    block integer primary key check (block >= 0),
    hash text not null check (length(hash) = 64)
);
-- @append-only ledger_block

-- Signed heads of the log. Rows are never changed nor removed.
create table ledger_checkpoint (
    size bigint primary key check (size >= 0),           -- how many entries it speaks of
    note text not null,                                  -- C2SP signed note
    timestamp_token {blob},                              -- RFC 3161 token over the note; null when there is none
    made_us bigint not null
);
-- @append-only ledger_checkpoint
