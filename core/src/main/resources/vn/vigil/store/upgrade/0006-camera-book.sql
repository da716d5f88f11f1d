-- The inventory grows up: more ways to reach a camera, what the organisation keeps on record of it, and a short number by which
-- years of history name it. Times are milliseconds since 1970-01-01T00:00Z, UTC; days are yyyy-mm-dd.
-- The tables are built anew, since a camera may now do without stream and ONVIF address.

create table camera_new (
  -- Short name, lower-case ASCII.
  id text not null primary key,
  -- The number by which the tables of history name it; never used again.
  no bigint not null unique check (no > 0),
  -- What people call it.
  name text not null,
  -- How recordings, clock and health are asked for.
  driver text not null check (driver in ('onvif', 'rtsp', 'hikvision', 'dahua', 'folder')),
  -- Live streams and replay; never with a login inside. url is null while a device that is asked for it has not told.
  url text,
  sub_url text,
  replay_url text,
  -- host:port of its ONVIF service.
  onvif text,
  -- host:port of the vendor's web interface; null: where ONVIF is.
  address text,
  -- Channel of a recorder, from 1.
  channel bigint not null check (channel between 1 and 999),
  -- Where an existing recorder lays its segments: a path with strftime fields.
  folder text,
  -- Token of its recording at the recorder (ONVIF Profile G).
  recording text,
  -- Login name; its password lies in the vault.
  login_user text,
  -- Counts the logins it has had: a refused one is known by its number.
  login_version bigint not null check (login_version >= 0),
  -- 1: the password may go by Basic over a plain connection.
  basic_allowed bigint not null check (basic_allowed in (0, 1)),
  -- SHA-256 of its TLS public key, hexadecimal; null while none is pinned.
  tls_pin text check (tls_pin is null or length(tls_pin) = 64),
  -- What the driver found out about how this device speaks.
  dialect text,
  -- 1: watches an essential place (clause 7.3a).
  essential bigint not null check (essential in (0, 1)),
  -- Where it stands, which groups it is in (separated by commas), which building, what for: the site's own words; empty when
  -- nobody said.
  place text not null,
  group_names text not null,
  site text not null,
  purpose text not null,
  -- For how many days recordings were promised to be kept; 0: nothing was promised.
  retention_days bigint not null check (retention_days >= 0),
  installed_day text,
  supplier text not null,
  warranty_day text,
  -- The switch or line it hangs on.
  uplink text not null,
  -- What the device said of itself; null when it was not asked or did not say.
  maker text,
  model text,
  firmware text,
  serial text,
  hardware text,
  added_at_ms bigint not null,
  -- Taken out of the inventory; its name and its history stay.
  removed_at_ms bigint,
  check (url is not null or onvif is not null or address is not null or folder is not null),
  check (driver <> 'folder' or folder is not null)
);
insert into camera_new (id, no, name, driver, url, sub_url, replay_url, onvif, address, channel, folder, recording, login_user,
  login_version, basic_allowed, tls_pin, dialect, essential, place, group_names, site, purpose, retention_days, installed_day,
  supplier, warranty_day, uplink, maker, model, firmware, serial, hardware, added_at_ms, removed_at_ms)
select id, row_number() over (order by added_at_ms, id), name, case when onvif is null then 'rtsp' else 'onvif' end, url, sub_url,
  replay_url, onvif, null, 1, null, recording, login_user, login_version, 0, null, null, essential, place, '', '', '', 0, null,
  '', null, '', maker, model, firmware, serial, hardware, added_at_ms, null
from camera;

-- The last look at each camera.
create table camera_check_new (
  camera_id text not null primary key references camera_new (id),
  checked_at_ms bigint not null,
  -- What the last look saw: up, degraded, down; "not checked" leaves the row as it was.
  state text not null check (state in ('up', 'degraded', 'down')),
  -- Since when the camera has been in this state, as far as looks show.
  since_ms bigint not null,
  -- Words of the machine form, separated by blanks; empty when all is well.
  findings text not null,
  -- The first step that failed; null when none did.
  broken_step text,
  -- What the last looks saw, newest last, one letter each: u up, g degraded, d down. Decides what counts as settled.
  recent text not null,
  -- The settled state, by which alarms and history go, and since when.
  settled text not null check (settled in ('up', 'degraded', 'down')),
  settled_since_ms bigint not null,
  -- The findings that are settled, separated by blanks.
  settled_findings text not null,
  -- The last decoded picture as 160 x 90 bytes of brightness, and when it was seen; null when none ever was.
  thumb {blob},
  thumb_at_ms bigint
);
insert into camera_check_new (camera_id, checked_at_ms, state, since_ms, findings, broken_step, recent, settled, settled_since_ms,
  settled_findings, thumb, thumb_at_ms)
select camera_id, checked_at_ms, state, since_ms, findings, broken_step,
  case state when 'up' then 'u' when 'degraded' then 'g' else 'd' end, state, since_ms, findings, thumb, thumb_at_ms
from camera_check;

-- Readings of each camera's clock: one whenever it changed by more than its error, else one an hour.
create table camera_clock_new (
  camera_no bigint not null references camera_new (no),
  measured_at_ms bigint not null,
  -- Camera minus ours, and how much the true offset may differ from it.
  offset_ms bigint not null,
  error_ms bigint not null check (error_ms >= 0),
  -- The device was asked: 1 onvif, 3 hikvision, 4 dahua; from sender reports of a stream: 2 rtcp. A number, since there are
  -- nine thousand readings a year and camera.
  how bigint not null check (how between 1 and 4),
  primary key (camera_no, measured_at_ms)
){clustered};
insert into camera_clock_new (camera_no, measured_at_ms, offset_ms, error_ms, how)
select c.no, k.measured_at_ms, k.offset_ms, k.error_ms,
  case k.how when 'onvif' then 1 when 'rtcp' then 2 when 'hikvision' then 3 else 4 end
from camera_clock k join camera_new c on c.id = k.camera_id;

-- Logins that a camera refused. That version of the login is not tried again: devices lock callers out.
create table camera_refusal_new (
  camera_id text not null primary key references camera_new (id),
  -- Which login: the camera's login_version at that time.
  login_version bigint not null,
  refused_at_ms bigint not null
);
insert into camera_refusal_new (camera_id, login_version, refused_at_ms)
select camera_id, login_version, refused_at_ms from camera_refusal;

drop table camera_refusal;
drop table camera_clock;
drop table camera_check;
drop table camera;
alter table camera_new rename to camera;
alter table camera_check_new rename to camera_check;
alter table camera_clock_new rename to camera_clock;
alter table camera_refusal_new rename to camera_refusal;
