-- What is done to cases by rule, by macro and with saved replies.

create table automation_rule (
    -- In the log of cases it acts as rule:NAME@VERSION.
    name       text collate "C" primary key,
    -- Empty for all brands.
    brand      text collate "C" not null,
    -- Rules are tried in the order of their places.
    place      integer not null,
    -- Of its present definition.
    version    integer not null,
    -- What sets it off; repeats its definition.
    trigger    text collate "C" not null,
    -- For rules that wait: how long.
    hours      integer,
    -- Since when it is switched on; null while it is off. What happened before does not set it off.
    on_since   timestamptz,
    changed_by text collate "C" not null,
    changed_at timestamptz not null
);
create index automation_rule_on on automation_rule (trigger) where on_since is not null;

-- Each definition that a rule ever had, as JSON.
create table automation_rule_version (
    rule       text collate "C" not null,
    version    integer not null,
    brand      text collate "C" not null,
    definition text not null,
    made_by    text collate "C" not null,
    made_at    timestamptz not null,
    primary key (rule, version)
);

-- What set a rule off and was not looked at yet. Written in the transaction in which it happened.
create table automation_work (
    id           bigint generated always as identity primary key,
    rule         text collate "C" not null,
    complaint    bigint not null references complaint,
    -- What set it off: event:NUMBER, clock:..., unanswered:..., promise:...
    occasion     text collate "C" not null,
    at           timestamptz not null,
    attempts     smallint not null default 0,
    next_attempt timestamptz not null,
    unique (rule, complaint, occasion)
);
create index automation_work_of_complaint on automation_work (complaint, id);

-- What came of it: one row a rule, case and occasion, so that none is acted on twice.
create table automation_run (
    id        bigint generated always as identity primary key,
    rule      text collate "C" not null,
    version   integer not null,
    complaint bigint not null references complaint,
    occasion  text collate "C" not null,
    at        timestamptz not null,
    -- done, unchanged, partly, not_matched, refused, failed, off
    result    text collate "C" not null,
    -- Names of what happened to the case.
    done      text[] not null,
    -- A letter that was drafted.
    letter    uuid,
    -- Why not, or why not all.
    reason    text,
    unique (rule, complaint, occasion)
);
create index automation_run_of_rule on automation_run (rule, id desc);
create index automation_run_of_complaint on automation_run (complaint, id desc);

-- Since when a customer waits for an answer to what they said last. Follows from the log of the case.
create table automation_silence (
    complaint bigint primary key references complaint,
    since     timestamptz not null
);
create index automation_silence_since on automation_silence (since);
insert into automation_silence (complaint, since)
    select id, opened_at from complaint where answered_at is null and stage <> 'CLOSED' and channel <> 'proactive';

create table macro (
    name       text collate "C" primary key,
    -- Empty for all brands.
    brand      text collate "C" not null,
    -- Whose it is; null for everybody's.
    team       text collate "C",
    -- What it does, as JSON.
    acts       text not null,
    changed_by text collate "C" not null,
    changed_at timestamptz not null
);

-- That somebody applied a macro, and which events of the case that were.
create table macro_use (
    id        uuid primary key,
    macro     text collate "C" not null,
    complaint bigint not null references complaint,
    actor     text collate "C" not null,
    at        timestamptz not null,
    first     integer not null,
    last      integer not null,
    letter    uuid,
    undone_at timestamptz,
    undone_by text collate "C"
);
create index macro_use_of_complaint on macro_use (complaint, at desc);

create table saved_reply (
    name       text collate "C" primary key,
    -- Empty for all brands.
    brand      text collate "C" not null,
    -- Texts by language, as JSON.
    texts      text not null,
    changed_by text collate "C" not null,
    changed_at timestamptz not null
);
