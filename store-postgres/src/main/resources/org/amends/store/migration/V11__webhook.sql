-- Where others want to hear what the watch has found.
create table webhook (
    id              uuid primary key,
    url             text not null,
    description     text not null,
    -- Empty means all brands.
    brand           text not null default '',
    types           text[] not null,
    -- Keys of the signatures: the present one, and the one before it while a rotation lasts.
    secret          bytea not null,
    old_secret      bytea,
    old_secret_until timestamptz,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    disabled_at     timestamptz,
    disabled_reason text,
    -- When deliveries began to fail without one success in between.
    failing_since   timestamptz,
    -- Failures in a row; after each, nothing is sent before this moment.
    failures        integer not null default 0,
    resume_at       timestamptz,
    -- One server at a time sends to an endpoint; if it dies, another goes on from here.
    leased_until    timestamptz
);

-- What is to be said, written in the transaction that found it.
create table outbox (
    id           uuid primary key,
    type         text not null,
    relationship bigint not null,
    brand        text not null,
    created_at   timestamptz not null,
    -- A CloudEvent; the bytes that are signed and sent.
    body         text not null
);
create index outbox_of_relationship on outbox (relationship);
create index outbox_by_time on outbox (created_at);

-- One message for one endpoint.
create table webhook_delivery (
    id           bigint generated always as identity primary key,
    webhook      uuid not null references webhook (id) on delete cascade,
    message      uuid not null references outbox (id) on delete cascade,
    -- pending, delivered, failed (given up)
    status       text not null default 'pending',
    attempts     integer not null default 0,
    next_attempt timestamptz not null,
    created_at   timestamptz not null,
    delivered_at timestamptz
);
create index webhook_delivery_due on webhook_delivery (webhook, next_attempt, id) where status = 'pending';
create index webhook_delivery_of_webhook on webhook_delivery (webhook, id desc);
create index webhook_delivery_of_message on webhook_delivery (message);

-- The delivery log: each time that something was sent.
create table webhook_attempt (
    id          bigint generated always as identity primary key,
    delivery    bigint not null references webhook_delivery (id) on delete cascade,
    at          timestamptz not null,
    duration_ms integer not null,
    -- Null where no answer came; the error says why then.
    http_status integer,
    error       text
);
create index webhook_attempt_of_delivery on webhook_attempt (delivery, id desc);
