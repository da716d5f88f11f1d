-- Files that go with a mail; taken away once it was sent.
create table outbox_attachment (
  message_id bigint not null references outbox_message (id),
  number bigint not null check (number >= 1), -- 1, 2, 3, … in their order
  name text not null,                -- of the file
  media_type text not null,
  bytes {blob} not null,
  primary key (message_id, number)
);
