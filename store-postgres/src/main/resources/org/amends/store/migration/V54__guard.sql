-- Near misses: what the guard asked about or blocked, and what was sent in the end. Rows go after a while, and lose whatever
-- tells of a person when that person is erased; the counts stay.

-- One question to the guard to which not everything was allowed.
create table guard_question (
    id           bigint generated always as identity primary key,
    asked_at     timestamptz not null,
    -- That of the customer, where known; empty where the company has one only.
    brand        text collate "C" not null,
    -- As the caller names it; null once the person is erased, like whatever else tells of them.
    request      text collate "C",
    customer     text collate "C",
    relationship bigint,
    ordered      text,
    -- The place of the candidate that was best; null where none could be sent without asking.
    best         smallint
);

create index guard_question_asked on guard_question (asked_at, id);
create index guard_question_request on guard_question (request, id);
create index guard_question_customer on guard_question (customer) where customer is not null;

-- A candidate of such a question, those that were allowed included: they are what can be sent instead.
create table guard_candidate (
    question   bigint   not null references guard_question on delete cascade,
    -- Counted from 0, in the order of the request.
    place      smallint not null,
    candidate  text collate "C",
    name       text,
    price      numeric,
    verdict    text     not null,
    rules      text[]   not null,
    -- JSON: a list of objects with verdict, rule and evidence.
    reasons    text,
    -- What became of it: sent, agreed, declined, replaced or cancelled; null until it is told.
    outcome    text,
    outcome_by text,
    outcome_at timestamptz,
    wrong      boolean  not null default false,
    -- The event that tells of the violation.
    event_id   text,
    primary key (question, place)
);

create index guard_candidate_missed on guard_candidate (question desc, place) where verdict <> 'ALLOW';

-- How often something was asked, blocked, or done after that, in each month.
create table guard_count (
    -- Its first day.
    month   date not null,
    brand   text collate "C" not null,
    -- Empty for all together, since a candidate may run against several rules.
    rule    text collate "C" not null,
    measure text not null,
    count   bigint not null,
    primary key (month, brand, rule, measure)
);
