-- Letters to customers: drafts, the outbox from which they leave, and what became of each.

-- Who writes, by brand.
create table letter_company (
    -- Empty where the company has one brand only, and for brands without a row of their own.
    brand         text collate "C" primary key,
    -- Name, signer and contact, as JSON in the form of a letter's case.
    company       text not null,
    -- The address that mails come from.
    sender        text not null,
    -- The address that answers go to; the reference of the case is put behind a plus. Null where answers go to the sender.
    reply_to      text,
    -- In which its days are counted.
    zone          text not null,
    -- formal or plain, and whether customers are called tu and tú.
    register      text not null,
    familiar      boolean not null,
    -- Whether the arrival of a complaint is acknowledged without a person.
    acknowledges  boolean not null,
    -- Within how many days an answer is announced where no clock says otherwise.
    answer_days   integer not null,
    -- Within how many days a remedy is announced that no promise dates.
    remedy_days   integer not null,
    -- So long a letter waits after it was sent off, and can be taken back.
    undo_seconds  integer not null,
    -- The rules of complaints and the outside body, as JSON in the form of a letter's case, or null.
    regime        text,
    updated_at    timestamptz not null,
    updated_by    text collate "C" not null
);

create table letter (
    id             uuid primary key,
    complaint      bigint not null references complaint,
    purpose        text not null,
    language       text not null,
    subject        text not null,
    text           text not null,
    -- The case it was composed from and is checked against, as JSON, or null where a person wrote freely.
    case_json      text,
    -- What the check of the final text found, as JSON, and whether it may leave.
    findings       text not null,
    sendable       boolean not null,
    -- DRAFT, QUEUED, SENDING, DOUBTFUL, SENT, TAKEN_BACK, FAILED, BOUNCED
    standing       text not null,
    -- A machine wrote it and sends it.
    automatic      boolean not null,
    recipients     text[] not null,
    copies         text[] not null,
    -- The letter itself as a PDF beside the text.
    pdf            boolean not null,
    -- How often it was changed; whoever changes it names the version that they saw.
    version        integer not null,
    created_at     timestamptz not null,
    created_by     text collate "C" not null,
    edited_at      timestamptz,
    edited_by      text collate "C",
    -- Headers of mail, without brackets; fixed when it is sent off for the first time, and never changed after.
    message_id     text collate "C",
    sender         text,
    sender_name    text,
    reply_to       text,
    in_reply_to    text,
    refs           text[] not null,
    queued_at      timestamptz,
    queued_by      text collate "C",
    -- It leaves no earlier, so that it can be taken back.
    not_before     timestamptz,
    next_attempt   timestamptz,
    attempts       integer not null default 0,
    -- One courier at a time has it, until then.
    lease          uuid,
    leased_until   timestamptz,
    -- Written just before the mail server is told that the letter is complete: from here on it may have been taken.
    handed_over_at timestamptz,
    sent_at        timestamptz,
    -- Why it stands as it stands, for people: the mail server's words, or what is not known.
    reason         text
) with (fillfactor = 80);

create unique index letter_message_id on letter (message_id) where message_id is not null;
create index letter_of_complaint on letter (complaint, created_at);
create index letter_due on letter (next_attempt) where standing = 'QUEUED';
create index letter_on_its_way on letter (leased_until) where standing = 'SENDING';
create index letter_in_trouble on letter (id) where standing in ('DOUBTFUL', 'FAILED', 'BOUNCED');

-- Files that go with it.
create table letter_attachment (
    letter uuid not null references letter on delete cascade,
    number integer not null,
    name   text not null,
    type   text not null,
    bytes  bytea not null,
    primary key (letter, number)
);

-- What happened to it on its way. Appended to only.
create table letter_log (
    id     bigint generated always as identity primary key,
    letter uuid not null references letter on delete cascade,
    at     timestamptz not null,
    actor  text collate "C" not null,
    what   text not null,
    words  text
);
create index letter_log_of_letter on letter_log (letter, id);

-- Letters that are to be written by the machine, written down in the transaction that called for them.
create table letter_wish (
    complaint    bigint not null references complaint,
    purpose      text not null,
    since        timestamptz not null,
    next_attempt timestamptz not null,
    attempts     integer not null default 0,
    -- Why it could not be written yet, or null.
    reason       text,
    primary key (complaint, purpose)
);
create index letter_wish_due on letter_wish (next_attempt);
