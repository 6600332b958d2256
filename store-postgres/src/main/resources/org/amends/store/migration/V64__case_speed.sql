-- Stale days are counted some at a time, each time in a transaction of its own.
create index complaint_day_stale_by_day on complaint_day_stale (day);
