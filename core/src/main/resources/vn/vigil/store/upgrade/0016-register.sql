-- Numbers of outgoing documents, numbers given outside, and scans of signed papers.
-- Times: *_us = microseconds since 1970-01-01T00:00:00Z. Days: *_day = local calendar day of the site, yyyy-mm-dd.

-- One outgoing document: the columns of the register of outgoing documents (Decree 30/2020, appendix IV). Rows are corrected,
-- never removed; the ledger keeps what they were.
create table register_entry (
    document_key text not null primary key,              -- what the document is to vigil: roster/2026-12/r1
    year bigint not null,                                -- of the document's day; numbers begin at 01 on 1 January
    series text,                                         -- own series: BC-TNC; null: the number was given outside
    number bigint check (number >= 1),                   -- within the series; null: given outside
    symbol text not null check (symbol <> ''),           -- 05/BC-TNC, 123/TB-SKHĐT
    folded_symbol text not null,                         -- small letters, for comparing
    document_day text not null check (length(document_day) = 10),
    title text not null check (title <> ''),             -- kind and abstract
    signer text not null check (signer <> ''),
    recipients text not null check (recipients <> ''),   -- a line each
    holder text,                                         -- who keeps the file copy
    copies bigint check (copies >= 0 and copies <= 100000),
    sent_day text check (length(sent_day) = 10),
    receipt text,
    note text,
    entered_us bigint not null,
    entered_by text not null,                            -- member id, or os:<account>
    unique (year, series, number),
    unique (year, folded_symbol),
    check ((series is null) = (number is null))
);

-- A signed sheet, as it was scanned. The file lies in the site's scans folder under its fingerprint.
create table register_scan (
    document_key text not null,                          -- need not be in the register: minutes, handovers
    sha256 text not null check (length(sha256) = 64),    -- of the file, hexadecimal
    media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/tiff')),
    size_bytes bigint not null check (size_bytes > 0),
    signer text not null check (signer <> ''),           -- who signed the sheet by hand
    signed_day text not null check (length(signed_day) = 10),
    symbol text,                                         -- the number on the sheet; null: it has none
    sealed integer not null check (sealed in (0, 1)),    -- 1: a signature of the department's key lies beside the file
    registered_us bigint not null,
    registered_by text not null,                         -- member id, or os:<account>
    primary key (document_key, sha256)
);
-- @append-only register_scan
