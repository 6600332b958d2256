-- Messages from customers and to them: the bytes as they came, and what was understood of them.

-- Kept before anything else is done with a mail, and so never lost; a message that was understood has the same id.
create table message_raw (
    id           uuid primary key,
    kept_at      timestamptz not null,
    -- When the mail server got it.
    received_at  timestamptz not null,
    -- In the order of arrival.
    number       bigint generated always as identity,
    -- By its name in the settings; the channel where it came otherwise.
    mailbox      text collate "C" not null,
    brand        text collate "C" not null,
    -- SHA-256 of the bytes; stays when they are erased, so that the same mail is not taken in again.
    digest       bytea not null,
    size         integer not null,
    -- Null once the person is erased.
    bytes        bytea,
    -- waiting, taken, unreadable
    standing     text not null,
    attempts     integer not null default 0,
    next_attempt timestamptz not null,
    -- Why it could not be read, or not yet be taken in.
    error        text
) with (fillfactor = 80);

alter table message_raw alter column bytes set storage external;
create unique index message_raw_digest on message_raw (digest);
create index message_raw_waiting on message_raw (number) where standing = 'waiting';
create index message_raw_unreadable on message_raw (number desc) where standing = 'unreadable';

create table message (
    id             uuid primary key,
    -- In the order in which they were taken in.
    number         bigint generated always as identity,
    complaint      bigint references complaint,
    -- in, out
    direction      text not null,
    -- email, form, api, csv, phone, letter, public, proactive
    channel        text not null,
    -- When it was written or sent, and when it was taken in.
    at             timestamptz not null,
    kept_at        timestamptz not null,
    brand          text collate "C" not null,
    -- Whose it is; null where nobody is behind it.
    customer       text collate "C",
    -- ISO 639-1.
    language       text not null,
    -- An address of mail, a telephone number, a name in public; null where there is none.
    sender_address text,
    sender_name    text not null,
    recipients     text[] not null,
    subject        text not null,
    -- All of it, and the same without what is quoted, signed or a disclaimer.
    text           text not null,
    new_text       text not null,
    -- Headers of mail, without brackets.
    message_id     text collate "C",
    in_reply_to    text collate "C",
    refs           text[] not null,
    -- contact, auto_reply, bounce, delivery_report, newsletter, spam, other
    kind           text not null,
    -- case (on a case), contact (of a person, no complaint), nobody (of a machine), held (a person decides), dismissed
    standing       text not null,
    -- Why it is held or was put aside.
    why            text,
    -- Where in public it stands, or from which system it comes.
    source         text,
    -- The reader's answer as JSON; null where nothing was read.
    reading        text,
    mailbox        text collate "C",
    -- Tells the same message when it comes twice; null where nothing does.
    digest         bytea
) with (fillfactor = 80);

create unique index message_digest on message (digest) where digest is not null;
create index message_of_complaint on message (complaint, at) where complaint is not null;
create index message_by_header on message (message_id) where message_id is not null;
create index message_by_refs on message using gin (refs) with (fastupdate = off) where refs <> '{}';
create index message_of_customer on message (customer, number desc) where customer is not null;
create index message_of_sender on message (sender_address, kept_at) where sender_address is not null;
create index message_by_standing on message (standing, number desc) where standing <> 'case';

create table attachment (
    message  uuid not null references message on delete cascade,
    -- From 0, in its order.
    place    smallint not null,
    name     text not null,
    -- The media type that the sender says, and the one that its bytes show.
    told     text not null,
    found    text not null,
    size     bigint not null,
    inline   boolean not null,
    -- kept, refused
    verdict  text not null,
    -- Why it was refused: program, too_large, too_many, macros, no_such_type
    why      text,
    -- Null where it was refused; it is in the raw message still.
    bytes    bytea,
    primary key (message, place)
);

alter table attachment alter column bytes set storage external;

-- By which address a customer writes.
create table customer_address (
    address  text collate "C" not null,
    brand    text collate "C" not null,
    customer text collate "C" not null,
    name     text not null,
    -- Both without what people write now so and now otherwise: for finding the same person under another address.
    name_key text collate "C" not null,
    address_key text collate "C" not null,
    since    timestamptz not null,
    primary key (address, brand)
);

create index customer_address_of on customer_address (customer, brand);
create index customer_address_alike on customer_address (address_key);
create index customer_address_named on customer_address (name_key) where name_key <> '';

-- How far a mailbox has been read.
create table mailbox (
    name         text collate "C" not null,
    folder       text not null,
    -- IMAP: when it changes, numbers begin anew.
    uid_validity bigint not null,
    -- The greatest that was kept.
    uid          bigint not null,
    primary key (name, folder)
);
