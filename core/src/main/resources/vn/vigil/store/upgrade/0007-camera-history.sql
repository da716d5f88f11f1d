-- What cameras were, for years: every look for days, hours for a year, days for ever. Cameras go by their number.
-- A look vouches for the time since the one before it, at most for as long as the setting camera.look-holds says; what no look
-- vouches for is not checked, and stands in no row. Within planned maintenance nothing counts as up or down.

-- One look. Kept for days.
create table camera_sample (
  -- When, in seconds since 1970-01-01T00:00Z.
  time_s bigint not null,
  camera_no bigint not null,
  -- 1 up, 2 degraded, 3 down.
  state bigint not null check (state between 1 and 3),
  -- Findings as bits, in the order of the machine words (bit 0: unreachable).
  findings bigint not null,
  -- Camera clock minus ours; null when not told.
  offset_ms bigint,
  -- Pictures a second times ten, and kilobits a second; null when not measured.
  fps10 bigint,
  kbps bigint,
  -- Video packets received, and missing.
  packets bigint,
  lost bigint,
  primary key (time_s, camera_no)
){clustered};

-- Seconds of one hour. Kept for a year and a quarter.
create table camera_hour (
  -- Hours since 1970-01-01T00:00Z.
  hour bigint not null,
  camera_no bigint not null,
  up_s bigint not null,
  degraded_s bigint not null,
  down_s bigint not null,
  planned_s bigint not null,
  primary key (hour, camera_no)
){clustered};

-- One day of the site. Kept for ever.
create table camera_day (
  -- Days since 1970-01-01 in the site's zone.
  day bigint not null,
  camera_no bigint not null,
  up_s bigint not null,
  degraded_s bigint not null,
  down_s bigint not null,
  -- Planned maintenance, and how much of it the camera was down.
  planned_s bigint not null,
  planned_down_s bigint not null,
  looks bigint not null,
  -- Outages that settled on this day.
  outages bigint not null,
  -- The clock's largest distance from ours, with its sign, in milliseconds; null when never told.
  drift_ms bigint,
  -- Sums over the looks that measured a stream, and how many did.
  measured bigint not null,
  fps10_sum bigint not null,
  kbps_sum bigint not null,
  packets bigint not null,
  lost bigint not null,
  -- What the recorder said of the 24 hours before its last question on this day; null when it was not asked.
  recorded_s bigint,
  hole_s bigint,
  holes bigint,
  primary key (day, camera_no)
){clustered};

-- From when to when a settled state lasted. Kept for ever.
create table camera_span (
  camera_no bigint not null,
  from_ms bigint not null,
  state text not null check (state in ('up', 'degraded', 'down')),
  -- What was wrong at its beginning, words of the machine form.
  findings text not null,
  -- Null while it lasts.
  to_ms bigint check (to_ms is null or to_ms >= from_ms),
  primary key (camera_no, from_ms)
){clustered};
