-- A revocation of somebody's keys that one of two persons has asked for; gone when the other confirms, or when it has lapsed.
create table key_revocation (
    subject text not null primary key,                   -- 'member/<id>', or 'department'
    requested_us bigint not null,
    requested_by text not null references member (id),
    office text not null check (office in ('team-leader', 'administrator')), -- as which the first person asked
    reason text not null check (reason <> '')
);
