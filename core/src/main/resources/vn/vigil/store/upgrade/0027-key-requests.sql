-- A key made here that waits for an authority's certificate; gone when that is installed, or the owner's keys are revoked.
create table key_request (
    subject text primary key,                            -- 'member/<id>', or 'department'
    key_fingerprint text not null unique check (length(key_fingerprint) = 64), -- SHA-256 of the public key (SubjectPublicKeyInfo)
    token_label text,                                    -- the key's name on its token; null when it lies in a file
    requested_us bigint not null,
    requested_by text references member (id),            -- null: an account that stands for no member
    office text check (office in ('team-leader', 'administrator')) -- as which, where a new key replaces a lost one; else null
);
