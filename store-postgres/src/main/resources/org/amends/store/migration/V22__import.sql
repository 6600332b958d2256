-- Files that were brought in, and what became of their rows.
create table import_run (
    id          uuid primary key,
    -- As the sender named the file.
    name        text not null,
    started_by  text not null,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    -- prepared (uploaded, not begun), running, done, failed
    status      text not null,
    -- JSON: which column is which, and the zone of times without one.
    mapping     text not null,
    -- Why it failed.
    failure     text,
    row_count   bigint not null default 0,
    accepted    bigint not null default 0,
    duplicate   bigint not null default 0,
    rejected    bigint not null default 0
);
create index import_run_by_time on import_run (started_at desc, id);

-- Rows that were left out, each with its place and what to do about it.
create table import_rejection (
    import bigint generated always as identity,
    run    uuid not null references import_run (id) on delete cascade,
    line   bigint not null,
    place  text not null,
    value  text not null,
    reason text not null,
    remedy text not null,
    primary key (run, line, import)
);

-- How columns were mapped the last time that a file with the same header came.
create table import_mapping (
    -- SHA-256 of the names in the header.
    header  bytea primary key,
    mapping text not null,
    used_at timestamptz not null
);
