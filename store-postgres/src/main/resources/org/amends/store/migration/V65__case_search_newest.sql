-- Words among open cases are looked for along the open ones, the newest first.
create index complaint_open on complaint (id) where stage <> 'CLOSED';
