-- Requests for footage and what became of them (clauses 4b, 7.3c, 8.4k, 8.4l).
create table extract_request (
  id text primary key,               -- EXT-2026-0012
  year bigint not null,              -- calendar year of filing in the site's zone
  number bigint not null check (number >= 1),
  state text not null check (state in ('requested', 'approved', 'refused', 'done')),
  content_sha256 text not null,      -- of what is asked, without number, filer and time: the same request filed twice is one
  request_json text not null,        -- the sheet, canonical JSON; its exact bytes go into the package
  request_sha256 text not null,      -- of those bytes; bound by the approval
  filed_by text not null,            -- member id
  filed_at_us bigint not null,       -- microseconds since 1970, UTC
  approval_json text,                -- the approval's sheet, canonical JSON
  approval_p7s {blob},               -- the approver's CAdES signature over it
  approved_by text,                  -- member id, never filed_by
  decided_at_us bigint,              -- of approval or refusal
  expires_at_us bigint,              -- a run must begin before
  refused_reason text,
  check (approved_by is null or approved_by <> filed_by),
  check ((state in ('approved', 'done')) = (approval_p7s is not null)),
  unique (year, number)
);

-- Finished packages. A row is written only when the file lies whole in its place.
create table extract_package (
  request_id text not null references extract_request (id),
  part bigint not null check (part >= 1),
  parts bigint not null check (parts >= part),
  file text not null,                -- absolute path when it was made
  sha256 text not null,              -- of the whole file
  package_identity text not null,    -- SHA-256 of ASiCManifest001.xml
  size_bytes bigint not null,
  level text not null check (level in ('B', 'T')),
  sealed_at_us bigint not null,      -- microseconds since 1970, UTC
  primary key (request_id, part)
);
