-- What looks at cameras rest on: how each usually looks, and what its recorder said last.

-- How a camera usually looks, by day and by night, learned from looks that found no fault.
create table camera_baseline (
  camera_id text not null primary key references camera (id),
  -- The learned measures in the form of the program's own class, at most 8 KiB.
  learned {blob} not null,
  updated_ms bigint not null,
  -- Who took the present view for the right one by hand, and when; null when it was only learned.
  accepted_by text,
  accepted_ms bigint,
  -- The picture that was taken for the right one, 160 x 90 bytes of brightness; null when it was only learned.
  thumb {blob},
  check ((accepted_by is null) = (accepted_ms is null))
);

-- What a camera's recorder said when it was last asked.
create table camera_recorder (
  camera_id text not null primary key references camera (id),
  asked_ms bigint not null,
  -- Oldest and newest recording in site time; null when not told.
  oldest_ms bigint,
  newest_ms bigint,
  -- Seconds recorded and missing of the 24 hours before the question, and how many holes.
  recorded_s bigint not null,
  hole_s bigint not null,
  holes bigint not null
);
