-- What a care team works with: the search over cases, teams, queues, fields of the company's own, who is at a case, acts on many
-- cases at once, and the counts that reports are made of.

-- The same letters for the index and for what is asked: lower case, without accents; what joins parts of names and numbers parts them.
create function search_folded(words text) returns text
    language sql immutable parallel safe
    return translate(
        lower(words),
        'àáâãäåçèéêëìíîïñòóôõöùúûüýÿё-/_.@#:+',
        'aaaaaaceeeeiiiinooooouuuuyyе        ');

-- How words of a language are brought to their stems.
create function search_config(language text) returns regconfig
    language sql immutable parallel safe
    return case language
        when 'en' then 'pg_catalog.english'::regconfig
        when 'fr' then 'pg_catalog.french'::regconfig
        when 'es' then 'pg_catalog.spanish'::regconfig
        when 'ru' then 'pg_catalog.russian'::regconfig
        else 'pg_catalog.simple'::regconfig end;

-- Words as they are found.
create function search_vector(language text, words text) returns tsvector
    language sql immutable parallel safe
    return to_tsvector(search_config(language), search_folded(words));

create aggregate search_sum(tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '');

-- What somebody typed, in whichever of the languages it is: words, "a phrase", or, -not.
create function search_query(typed text) returns tsquery
    language sql immutable parallel safe
    return websearch_to_tsquery('pg_catalog.english', search_folded(typed))
        || websearch_to_tsquery('pg_catalog.french', search_folded(typed))
        || websearch_to_tsquery('pg_catalog.spanish', search_folded(typed))
        || websearch_to_tsquery('pg_catalog.russian', search_folded(typed))
        || websearch_to_tsquery('pg_catalog.simple', search_folded(typed));

-- By which words a case is found; follows from the case, its messages and its letters, and can be made again from them.
create table complaint_search (
    complaint bigint primary key references complaint,
    brand     text collate "C" not null,
    -- A: reference, customer and names; B: subject and tags; C: what the customer wrote; D: letters, notes, fields, evidence.
    words     tsvector not null,
    -- The company's own fields.
    fields    jsonb not null default '{}'
) with (fillfactor = 80);
create index complaint_search_words on complaint_search using gin (words);
create index complaint_search_fields on complaint_search using gin (fields jsonb_path_ops);

create index complaint_open_due on complaint ((coalesce(due_at, 'infinity')), id) where stage <> 'CLOSED';
create index complaint_open_newest on complaint (opened_at desc, id desc) where stage <> 'CLOSED';
create index complaint_failures on complaint using gin (failures);

create table team (
    -- As cases name it.
    tag        text collate "C" primary key,
    name       text not null,
    created_at timestamptz not null
);

create table team_member (
    team   text collate "C" not null references team on delete cascade,
    person uuid not null references person on delete cascade,
    primary key (team, person)
);
create index team_member_person on team_member (person);

-- Fields of the company's own; what a case holds in them is in its log.
create table case_field (
    tag        text collate "C" primary key,
    name       text not null,
    -- text, number, date, choice, yes_no
    type       text not null,
    choices    text[] not null,
    -- A case cannot be closed without it.
    required   boolean not null,
    created_at timestamptz not null,
    -- It is shown where it was filled in, and nobody fills it in any more.
    retired_at timestamptz
);

-- Lists to come back to: of one person, or of everybody.
create table case_queue (
    id         bigint generated always as identity primary key,
    -- The actor whose it is; null when it is everybody's.
    owner      text collate "C",
    name       text not null,
    -- What stands behind the question mark of the list's address.
    query      text not null,
    created_at timestamptz not null,
    unique nulls not distinct (owner, name)
);

-- Who has a case open just now; a row that is not renewed counts no more.
create table case_presence (
    complaint bigint not null references complaint,
    actor     text collate "C" not null,
    writing   boolean not null,
    at        timestamptz not null,
    primary key (complaint, actor)
);

-- Whom notes call.
create table case_mention (
    note      text collate "C" not null,
    actor     text collate "C" not null,
    complaint bigint not null references complaint,
    at        timestamptz not null,
    seen_at   timestamptz,
    primary key (note, actor)
);
create index case_mention_unseen on case_mention (actor, at desc) where seen_at is null;

-- One act on many cases.
create table bulk_run (
    id         uuid primary key,
    actor      text collate "C" not null,
    -- The act, as JSON.
    act        text not null,
    started_at timestamptz not null,
    ended_at   timestamptz
);
create index bulk_run_newest on bulk_run (started_at desc);
create index bulk_run_running on bulk_run (started_at) where ended_at is null;

create table bulk_item (
    run       uuid not null references bulk_run on delete cascade,
    number    integer not null,
    reference text collate "C" not null,
    -- waiting, changed, unchanged, refused
    result    text not null,
    -- Why it was refused.
    reason    text,
    primary key (run, number)
);
create index bulk_item_waiting on bulk_item (run, number) where result = 'waiting';

-- How many cases that came on a day have each value of each thing that reports count. Counted anew for stale days.
create table complaint_day (
    day       date not null,
    brand     text collate "C" not null,
    dimension text collate "C" not null,
    value     text collate "C" not null,
    cases     bigint not null,
    primary key (day, brand, dimension, value)
);

-- Days of which something changed since they were counted. Only added to by those who change cases, so that nobody waits.
create table complaint_day_stale (
    day   date not null,
    brand text collate "C" not null
);
