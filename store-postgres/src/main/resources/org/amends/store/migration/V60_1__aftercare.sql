-- What follows when a case is closed, and the two groups that nobody hears of.

-- The question after closing: one row a case, from the moment of closing.
create table survey (
    complaint    bigint primary key references complaint,
    -- waiting, written, left_out, answered
    standing     text collate "C" not null,
    due_at       timestamptz not null,
    attempts     smallint not null default 0,
    -- Why it was left out or could not be written yet.
    reason       text,
    letter       text,
    written_at   timestamptz,
    answered_at  timestamptz,
    satisfaction real,
    resolved     boolean
);
create index survey_due on survey (due_at) where standing = 'waiting';
create index survey_answered on survey (answered_at desc) where answered_at is not null;

-- Days between a closing and its question, and between a fix and the word of it. The row of the empty brand is for all others.
create table survey_terms (
    brand       text collate "C" primary key,
    -- 0: nobody is asked.
    survey_days smallint not null check (survey_days between 0 and 365),
    fix_days    smallint not null check (fix_days between 0 and 365),
    changed_by  text collate "C" not null,
    changed_at  timestamptz not null
);

-- Who has to be asked again, since they do not feel that it is resolved.
create table follow_up (
    complaint bigint primary key references complaint,
    brand     text collate "C" not null,
    since     timestamptz not null,
    done_at   timestamptz,
    done_by   text collate "C",
    outcome   text
);
create index follow_up_open on follow_up (since, complaint) where done_at is null;

-- The lesson of each case. It follows from the log of the case.
create table lesson (
    complaint    bigint primary key references complaint,
    relationship bigint not null references relationship,
    brand        text collate "C" not null,
    cause        text not null,
    lesson       text not null,
    fix          text,
    drawn_at     timestamptz not null
);
create index lesson_of_cause on lesson (cause, brand);

-- That the company changed something so that a cause is gone.
create table structural_fix (
    id         bigint generated always as identity primary key,
    brand      text collate "C" not null,
    cause      text not null,
    -- What changed, in whole sentences by language, as JSON: what customers are told.
    what       text not null,
    fixed_on   date not null,
    -- From when on those harmed are told.
    tell_on    date not null,
    drafted_at timestamptz,
    noted_by   text collate "C" not null,
    noted_at   timestamptz not null
);
create index structural_fix_of_cause on structural_fix (cause, brand);
create index structural_fix_to_tell on structural_fix (tell_on) where drafted_at is null;

-- Whom a fix concerns, and the draft that tells them; a person sends it.
create table fix_message (
    fix       bigint not null references structural_fix on delete cascade,
    complaint bigint not null references complaint,
    -- drafted, left_out
    standing  text collate "C" not null,
    letter    text,
    reason    text,
    at        timestamptz not null,
    primary key (fix, complaint)
);

-- To whom of those that nobody hears of the company turned by itself.
create table kind_contact (
    relationship bigint not null references relationship,
    -- silent: failed, and never spoke; loyal: long here, and never thanked
    kind         text collate "C" not null,
    complaint    bigint references complaint,
    at           timestamptz not null,
    actor        text collate "C" not null,
    -- Why the company does not turn to them, or null when it does.
    left_because text,
    primary key (relationship, kind)
);
