-- What open cases are most often narrowed by stands in the index, so that those looked through for their words are found without
-- reading the cases.
drop index complaint_open;
create index complaint_open on complaint (id) include (brand, team, language, channel, severity) where stage <> 'CLOSED';
