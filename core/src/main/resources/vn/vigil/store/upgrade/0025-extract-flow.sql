-- The whole way of a request: withdrawn, delivered, received, closed; emergencies; packages raised, countersigned, encrypted.
-- Times: *_us = microseconds since 1970-01-01T00:00:00Z. Days: *_day = local calendar day of the site, yyyy-mm-dd.

create table extract_package_before as select * from extract_package;
drop table extract_package;
create table extract_request_before as select * from extract_request;
drop table extract_request;

create table extract_request (
  id text primary key,               -- EXT-2026-0012
  year bigint not null,              -- calendar year of filing in the site's zone
  number bigint not null check (number >= 1),
  state text not null check (state in
    ('requested', 'approved', 'refused', 'withdrawn', 'done', 'delivered', 'received', 'closed')),
  content_sha256 text not null,      -- of what is asked, without number, filer and time: the same request filed twice is one
  request_json text not null,        -- the sheet, canonical JSON; its exact bytes go into the package
  request_sha256 text not null,      -- of those bytes; bound by the approval
  filed_by text not null,            -- member id
  filed_at_us bigint not null,
  recipient_certificate {blob},      -- DER; the sheet holds its SHA-256; null: none is known
  approval_json text,                -- the approval's sheet, canonical JSON
  approval_p7s {blob},               -- CAdES over it: the approver's, or the department's when it was given on paper
  approved_by text,                  -- member id, never filed_by
  decided_at_us bigint,              -- of approval, refusal or withdrawal
  expires_at_us bigint,              -- a run must begin before
  refused_reason text,               -- of a refusal or a withdrawal
  paper_due_us bigint,               -- emergency: its paper must be there by then
  paper_number text,                 -- emergency: the paper that put it in order
  paper_day text check (length(paper_day) = 10),
  paper_entered_us bigint,
  paper_entered_by text,             -- member id
  check (approved_by is null or approved_by <> filed_by),
  check (state in ('requested', 'refused', 'withdrawn') or approval_p7s is not null),
  check ((paper_number is null) = (paper_day is null)),
  unique (year, number)
);
insert into extract_request (id, year, number, state, content_sha256, request_json, request_sha256, filed_by, filed_at_us,
  approval_json, approval_p7s, approved_by, decided_at_us, expires_at_us, refused_reason)
  select id, year, number, state, content_sha256, request_json, request_sha256, filed_by, filed_at_us,
  approval_json, approval_p7s, approved_by, decided_at_us, expires_at_us, refused_reason from extract_request_before;
drop table extract_request_before;

-- Finished packages. A row is written only when the file lies whole in its place; a package that was raised or countersigned is
-- a further file of the same identity.
create table extract_package (
  request_id text not null references extract_request (id),
  part bigint not null check (part >= 1),
  revision bigint not null check (revision >= 1), -- 1 as it was sealed; the greatest is the one to hand over
  parts bigint not null check (parts >= part),
  file text not null,                -- absolute path when it was made
  sha256 text not null,              -- of the whole file
  package_identity text not null,    -- SHA-256 of ASiCManifest001.xml
  size_bytes bigint not null,
  level text not null check (level in ('B', 'T', 'LT')),
  countersigned integer not null check (countersigned in (0, 1)),
  sealed_at_us bigint not null,      -- when this file was made
  encrypted_file text,               -- beside it, for the recipient's key only; null: none
  encrypted_sha256 text,
  primary key (request_id, part, revision),
  check ((encrypted_file is null) = (encrypted_sha256 is null))
);
insert into extract_package (request_id, part, revision, parts, file, sha256, package_identity, size_bytes, level, countersigned,
  sealed_at_us)
  select request_id, part, 1, parts, file, sha256, package_identity, size_bytes, level, 0, sealed_at_us
  from extract_package_before;
drop table extract_package_before;

-- Hand-overs to the recipient, each with its record in two copies.
create table extract_delivery (
  request_id text not null references extract_request (id),
  number bigint not null check (number >= 1),
  receiver text not null check (receiver <> ''),       -- who took it, for the recipient
  receiver_post text,                                  -- what they are there
  medium text not null check (medium <> ''),
  serial text,                                         -- of the medium
  seal text,                                           -- number of the seal on its envelope
  witness text,
  delivered_us bigint not null,
  delivered_by text not null,                          -- member id
  record_sha256 text not null check (length(record_sha256) = 64), -- of the record as PDF
  scan_sha256 text,                                    -- of the signed sheet; null: not registered yet
  primary key (request_id, number)
);

-- Receipts of recipients, one a package.
create table extract_receipt (
  request_id text not null references extract_request (id),
  part bigint not null check (part >= 1),
  code text not null,
  entered_us bigint not null,
  entered_by text not null,                            -- member id
  primary key (request_id, part)
);
-- @append-only extract_receipt

-- What extractions led to; the newest row of a request holds.
create table extract_outcome (
  request_id text not null references extract_request (id),
  number bigint not null check (number >= 1),
  kind text not null check (kind in ('used', 'not-used', 'returned', 'destroyed', 'unknown')),
  note text not null,
  document text not null,                              -- number of the paper that says so; may be empty
  entered_us bigint not null,
  entered_by text not null,                            -- member id
  primary key (request_id, number)
);
-- @append-only extract_outcome
