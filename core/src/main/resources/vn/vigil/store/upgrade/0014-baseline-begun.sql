-- Since when a camera's usual look is learned: its first sample, or when somebody had it begun anew; null: not known.
alter table camera_baseline add column begun_ms bigint;
