-- Parting: the way there, the silence after it, and on whom it falls.

-- A parting on its way, or done: one row a case, which repeats what lists look for. It follows from the log of the case.
create table parting (
    complaint         bigint primary key references complaint,
    relationship      bigint not null references relationship,
    brand             text collate "C" not null,
    -- proposed, cooling_off, done, called_off
    standing          text collate "C" not null,
    proposed_at       timestamptz not null,
    proposed_by       text collate "C" not null,
    confirmed_at      timestamptz,
    confirmed_by      text collate "C",
    cooling_off_until timestamptz,
    -- Names of the steps that are done.
    done              text[] not null,
    ended_at          timestamptz
);
create index parting_newest on parting (proposed_at desc, complaint desc);
create index parting_of_relationship on parting (relationship);

-- How long after the second person's word nothing is done. The row of the empty brand is for all others.
create table parting_terms (
    brand            text collate "C" primary key,
    cooling_off_days smallint not null check (cooling_off_days between 0 and 90),
    changed_by       text collate "C" not null,
    changed_at       timestamptz not null
);

-- Whom no channel writes to any more, and who came back. A row stays when it is lifted, so that whoever reads changes hears of it.
create table suppression (
    relationship  bigint primary key references relationship,
    brand         text collate "C" not null,
    complaint     bigint references complaint,
    since         timestamptz not null,
    lifted_at     timestamptz,
    -- Why, in a word: returned, erased
    lifted_because text,
    -- Rises with every change, in the order in which they were committed.
    change        bigint not null
);
create unique index suppression_by_change on suppression (change);
create index suppression_in_force on suppression (relationship) where lifted_at is null;
create sequence suppression_change;

-- What was done all the same to somebody who is to be left in peace.
create table suppression_breach (
    relationship bigint not null references relationship,
    event_id     text collate "C" not null,
    type         text collate "C" not null,
    at           timestamptz not null,
    found_at     timestamptz not null,
    seen_at      timestamptz,
    seen_by      text collate "C",
    primary key (relationship, event_id)
);
create index suppression_breach_newest on suppression_breach (at desc, relationship, event_id);

-- Who else does what the company does, for those who move on.
create table alternative (
    id         uuid primary key,
    -- Empty for all brands.
    brand      text collate "C" not null,
    name       text not null,
    address    text not null,
    -- Words for what it is good at, in lower case.
    qualities  text[] not null,
    -- ISO 639-1; empty for all.
    languages  text[] not null,
    -- Why, in whole sentences by language, as JSON.
    why        text not null,
    changed_by text collate "C" not null,
    changed_at timestamptz not null
);

-- Of each case what shows whether partings fall on some more than on others.
create table parting_ground (
    complaint    bigint primary key references complaint,
    brand        text collate "C" not null,
    opened_at    timestamptz not null,
    language     text not null,
    vulnerable   boolean not null,
    -- Days since the relationship began when the case was opened; null where nothing was known of it.
    tenure_days  integer,
    -- What was given on the case, in the main unit of its currency, whichever that is.
    given        double precision not null,
    -- Whether somebody confirmed that the company parts.
    parted       boolean not null
);
insert into parting_ground (complaint, brand, opened_at, language, vulnerable, tenure_days, given, parted)
    select id, brand, opened_at, language, vulnerable, null, 0, false from complaint;
create index parting_ground_by_time on parting_ground (opened_at);
