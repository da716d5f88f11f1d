-- Copies of clips that were made to be looked at or handed on. A row is written only when the file lies whole in its place.
create table extract_copy (
  request_id text not null references extract_request (id),
  clip text not null,                -- entry of the original in its package
  kind text not null check (kind in ('view', 'redacted', 'still')),
  recipient text not null,           -- stands in each picture
  order_sha256 text not null,        -- of what was asked for: the same order to the same place is one copy
  file text not null,                -- absolute path when it was made
  sha256 text not null,              -- of the copy
  sheet_json text not null,          -- the sheet beside it, canonical JSON
  made_by text not null,             -- member id
  made_at_us bigint not null         -- microseconds since 1970, UTC
);
create index extract_copy_of_order on extract_copy (order_sha256, file);
-- @append-only extract_copy
