-- Clocks of cases and the ledger of promises. Both follow from the log of each case; what was told of them is kept here alone.

-- Rules of handling that a company loaded itself, as the text it loaded; one of the same name goes before one that comes along.
create table regime_pack (
    name     text collate "C" primary key,
    text     text not null,
    added_by text collate "C" not null,
    added_at timestamptz not null
);

-- Days off that a company loaded itself, as iCalendar.
create table holiday_feed (
    name     text collate "C" primary key,
    text     text not null,
    added_by text collate "C" not null,
    added_at timestamptz not null
);

-- Where a brand is at home, which decides under whose rules its cases are. The row of the empty brand is for all others.
create table clock_setting (
    brand      text collate "C" primary key,
    country    text collate "C" not null,
    sectors    text[] not null,
    -- Names of regimes that always apply.
    regimes    text[] not null,
    -- Names of feeds whose days are off as well.
    feeds      text[] not null,
    -- When business opens and closes, and in which zone; null for what the country's calendar says.
    zone       text,
    opens      time,
    closes     time,
    changed_by text collate "C" not null,
    changed_at timestamptz not null
);

create table clock (
    complaint  bigint not null references complaint,
    regime     text collate "C" not null,
    duty       text collate "C" not null,
    -- 1 for the first answer; another each time the customer does not accept one.
    round      smallint not null,
    started_at timestamptz not null,
    -- When the time has run out; null while the clock stands still.
    due_at     timestamptz,
    -- A reply that names reasons and a day moved the end.
    extended   boolean not null,
    standing   text collate "C" not null,
    settled_at timestamptz,
    -- What settled it: a letter's id, or a word for another event.
    settled_by text,
    -- What the letter that should have settled it does not say.
    lacks      text[] not null,
    primary key (complaint, regime, duty, round)
);

-- What is still to be told of a clock: at 75 % and 90 % of its time, and once it has run out. Each is told once.
create table clock_alarm (
    complaint bigint not null references complaint,
    regime    text collate "C" not null,
    duty      text collate "C" not null,
    round     smallint not null,
    extended  boolean not null,
    level     text collate "C" not null,
    -- When it is to be told; null while the clock stands still or has stopped.
    at        timestamptz,
    told_at   timestamptz,
    primary key (complaint, regime, duty, round, extended, level)
);
create index clock_alarm_to_come on clock_alarm (at) where told_at is null and at is not null;
create index clock_alarm_told on clock_alarm (told_at) where told_at is not null;

-- What each letter that left was found to say, since its text may be erased while the clocks stay.
create table letter_content (
    letter    text collate "C" primary key,
    complaint bigint not null references complaint,
    contents  text[] not null,
    checked_at timestamptz not null
);
create index letter_content_of_complaint on letter_content (complaint);

create table promise (
    complaint  bigint not null references complaint,
    id         text collate "C" not null,
    brand      text collate "C" not null,
    what       text not null,
    element    text,
    owner      text collate "C" not null,
    made_at    timestamptz not null,
    due_at     timestamptz not null,
    settled_at timestamptz,
    kept       boolean not null,
    -- What shows that it was kept, or why not.
    proof      text,
    -- That it falls due soon was told.
    warned_at  timestamptz,
    primary key (complaint, id)
);
create index promise_open on promise (due_at, complaint, id) where settled_at is null;
create index promise_open_of_owner on promise (owner, due_at) where settled_at is null;
create index promise_settled on promise (settled_at desc, complaint, id) where settled_at is not null;
