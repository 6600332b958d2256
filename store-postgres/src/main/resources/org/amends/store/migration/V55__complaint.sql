-- Complaints: the log of each case, and one row a case by which lists and queues find it.

create table complaint (
    id            bigint generated always as identity primary key,
    -- By which people name it.
    reference     text collate "C" not null,
    -- How many events it has; whoever appends locks the row.
    version       integer not null,
    -- Whose it is: the store's number of the relationship.
    relationship  bigint not null references relationship,
    brand         text collate "C" not null,
    customer      text collate "C" not null,
    channel       text not null,
    language      text not null,
    subject       text not null,
    stage         text not null,
    outcome       text,
    opened_at     timestamptz not null,
    updated_at    timestamptz not null,
    answered_at   timestamptz,
    closed_at     timestamptz,
    owner         text collate "C",
    team          text collate "C",
    severity      real not null,
    want          text not null,
    hostility     smallint not null,
    -- Somebody may be in danger, and nobody has said that they were helped.
    danger        boolean not null,
    vulnerable    boolean not null,
    failures      text[] not null,
    tags          text[] not null,
    -- A chosen plan waits for a second person.
    approval      boolean not null,
    -- Greater is handled sooner; set by who knows the relationship.
    priority      real not null default 0,
    -- The nearest deadline of its clocks, and which one that is; null when none runs.
    due_at        timestamptz,
    due_duty      text,
    paused        boolean not null,
    -- SHA-256 of the key with which the customer sees it.
    access_digest bytea
) with (fillfactor = 80);

create unique index complaint_reference on complaint (reference);
create index complaint_of_relationship on complaint (relationship, id desc);
create index complaint_newest on complaint (opened_at desc, id desc);
create index complaint_open_priority on complaint (priority desc, id desc) where stage <> 'CLOSED';
create index complaint_open_of_owner on complaint (owner, priority desc, id desc) where stage <> 'CLOSED';
create index complaint_open_of_team on complaint (team, priority desc, id desc) where stage <> 'CLOSED';
create index complaint_due on complaint (due_at) where stage <> 'CLOSED' and due_at is not null;
create index complaint_in_danger on complaint (id) where danger;
create index complaint_for_approval on complaint (id) where approval;
create index complaint_tags on complaint using gin (tags);

-- What happened to each case, in its order. Appended to only, but for erasing what tells of a person.
create table complaint_event (
    complaint bigint not null references complaint,
    number    integer not null,
    at        timestamptz not null,
    actor     text collate "C" not null,
    type      text collate "C" not null,
    data      text not null,
    primary key (complaint, number)
);

-- What a plan was worked out from and what came out, so that it can be worked out again.
create table decision (
    id             uuid primary key,
    complaint      bigint not null references complaint,
    at             timestamptz not null,
    policy_version text not null,
    -- The relationship's facts, as JSON.
    facts          text not null,
    -- The answer, as JSON.
    answer         text not null
);
create index decision_of_complaint on decision (complaint, at desc);

-- For references of cases.
create sequence complaint_number;
