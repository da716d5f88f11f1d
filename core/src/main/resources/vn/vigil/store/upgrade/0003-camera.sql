-- Cameras: the inventory, and what checks remember. Times are milliseconds since 1970-01-01T00:00Z, UTC.

create table camera (
  -- Short name, lower-case ASCII.
  id text not null primary key,
  -- What people call it.
  name text not null,
  -- Live streams and replay; never with a login inside. url is null only while an ONVIF device has not been asked for it.
  url text,
  sub_url text,
  replay_url text,
  -- host:port of its ONVIF service.
  onvif text,
  -- Token of its recording at the recorder (ONVIF Profile G).
  recording text,
  -- Login name; its password lies in the vault.
  login_user text,
  -- Counts the logins it has had: a refused one is known by its number.
  login_version bigint not null check (login_version >= 0),
  -- 1: watches an essential place (clause 7.3a).
  essential bigint not null check (essential in (0, 1)),
  -- Where it stands, in the site's own words; empty when nobody said.
  place text not null,
  -- What the device said of itself; null when it was not asked or did not say.
  maker text,
  model text,
  firmware text,
  serial text,
  hardware text,
  added_at_ms bigint not null,
  check (url is not null or onvif is not null)
);

-- The last look at each camera.
create table camera_check (
  camera_id text not null primary key references camera (id) on delete cascade,
  checked_at_ms bigint not null,
  -- up, degraded, down; "not checked" leaves the row as it was.
  state text not null check (state in ('up', 'degraded', 'down')),
  -- Since when the camera has been in this state, as far as checks show.
  since_ms bigint not null,
  -- Words of the machine form, separated by blanks; empty when all is well.
  findings text not null,
  -- The first step that failed; null when none did.
  broken_step text,
  -- The last decoded picture as 160 x 90 bytes of brightness, and when it was seen; null when none ever was.
  thumb {blob},
  thumb_at_ms bigint
);

-- The last reading of each camera's clock.
create table camera_clock (
  camera_id text not null primary key references camera (id) on delete cascade,
  measured_at_ms bigint not null,
  -- Camera minus ours, and how much the true offset may differ from it.
  offset_ms bigint not null,
  error_ms bigint not null check (error_ms >= 0),
  -- onvif: asked by SOAP; rtcp: from sender reports of a stream.
  how text not null check (how in ('onvif', 'rtcp'))
);

-- Logins that a camera refused. That version of the login is not tried again: devices lock callers out.
create table camera_refusal (
  camera_id text not null primary key references camera (id) on delete cascade,
  -- Which login: the camera's login_version at that time.
  login_version bigint not null,
  refused_at_ms bigint not null
);
