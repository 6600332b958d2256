-- Every policy that was ever published, as it was published. The one with the greatest number is in force: publishing adds a
-- row, rolling back adds the old text again, and nothing is changed or taken away.
create table policy_version (
    -- Without gaps, from 1.
    number       integer primary key,
    -- What the policy calls itself; decisions record it. One name always stands for the same numbers.
    version      text not null,
    -- YAML as it was published.
    content      text not null,
    -- SHA-256 of the text.
    hash         bytea not null,
    note         text not null,
    published_by text not null,
    published_at timestamptz not null
);
create index policy_version_named on policy_version (version, number);
