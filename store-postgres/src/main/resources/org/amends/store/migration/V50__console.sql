-- Filters of the list of relationships that a person wants to come back to. Nobody else sees them.
create table saved_view (
    id         bigint generated always as identity primary key,
    -- The actor as the audit log names it.
    person     text not null,
    name       text not null,
    -- What stands behind the question mark of the list's address.
    query      text not null,
    created_at timestamptz not null,
    unique (person, name)
);
