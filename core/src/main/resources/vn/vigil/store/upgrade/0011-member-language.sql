-- What language a member is written to in; null: the site's.
alter table member add column lang text check (lang in ('vi', 'en'));
