-- Messages to people: written with what they tell, sent afterwards, at least once. Times: *_ms = milliseconds since 1970, UTC.
create table outbox_message (
  id bigint primary key check (id > 0),          -- 1, 2, 3, … in the order of writing
  dedup_key text not null unique check (dedup_key <> ''), -- what is told to whom, in which version; never a second message
  channel text not null check (channel in ('mail', 'webhook', 'command')),
  recipient text not null,                       -- mail: the address; command: its argument, or empty; webhook: empty
  subject text not null,                         -- mail: one line; else empty
  body text not null,                            -- mail: plain text; else JSON
  created_ms bigint not null,                    -- when it was written; the date of a mail
  queued_ms bigint not null,                     -- since when it waits or waited; given up seven days later
  not_before_ms bigint not null,                 -- the earliest next attempt
  attempts bigint not null check (attempts >= 0), -- counted before each attempt is made
  last_attempt_ms bigint,
  last_error text,                               -- word of SendFault and perhaps a code: http-status 500
  state text not null check (state in ('queued', 'sent', 'failed')),
  sent_ms bigint,                                -- when the other side took it
  check ((attempts = 0) = (last_attempt_ms is null)),
  check ((state = 'sent') = (sent_ms is not null))
);
create index outbox_message_due on outbox_message (state, channel, id);

-- Channels whose login was refused. That login is not tried again: servers lock callers out.
create table outbox_stop (
  channel text primary key check (channel in ('mail', 'webhook', 'command')),
  login text not null,                           -- server, user name and time of the password's file; never the password
  refused_ms bigint not null
);
