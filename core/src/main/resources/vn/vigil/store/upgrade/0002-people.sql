-- Members, the offices they hold by date, their certificates, and what the site is called by date.

create table member (
    id text primary key,                                 -- short name, given to --as
    full_name text not null check (length(full_name) > 0), -- NFC
    folded_name text not null,                           -- lower case without accents, for search
    phone text,
    email text,
    os_login text,                                       -- login of the operating system that selects this member
    from_day text not null check (length(from_day) = 10),
    until_day text check (length(until_day) = 10),       -- last day of membership; null: open
    check (until_day is null or until_day >= from_day)
);
create index member_folded_name on member (folded_name);

create table office_holding (
    member_id text not null references member (id),
    office text not null,                                -- team-leader, board, …
    from_day text not null check (length(from_day) = 10),
    until_day text check (length(until_day) = 10),       -- last day in office; null: open
    primary key (member_id, office, from_day),
    check (until_day is null or until_day >= from_day)
);

-- A member's certificates; the newest that is not revoked holds.
create table member_certificate (
    fingerprint text primary key check (length(fingerprint) = 64), -- SHA-256 of the DER form, hexadecimal
    key_fingerprint text not null check (length(key_fingerprint) = 64), -- SHA-256 of the public key (SubjectPublicKeyInfo)
    member_id text not null references member (id),
    pem text not null,
    enrolled_us bigint not null,
    revoked_us bigint                                    -- null while it holds
);
create index member_certificate_member on member_certificate (member_id, enrolled_us);
create index member_certificate_key on member_certificate (key_fingerprint);

-- Certificates of the department's own key, with which packages may be sealed; the newest that is not revoked holds.
create table department_certificate (
    fingerprint text primary key check (length(fingerprint) = 64), -- SHA-256 of the DER form, hexadecimal
    pem text not null,
    enrolled_us bigint not null,
    revoked_us bigint                                    -- null while it holds
);

-- Names that documents print, each valid from a day until the next row begins.
create table site_profile (
    from_day text primary key check (length(from_day) = 10),
    body text not null,                                  -- the organisation that runs the cameras
    superior_body text not null,                         -- printed above it
    place text not null,                                 -- printed before a document's date
    ward_police text not null,
    track_from_day text not null check (length(track_from_day) = 10), -- duties before this day are not tracked
    confirmed integer not null check (confirmed in (0, 1)) -- 0: the default profile's names, not yet confirmed by anyone
);
