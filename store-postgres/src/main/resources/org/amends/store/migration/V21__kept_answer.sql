-- Answers to requests that named an Idempotency-Key, so that the same request gets the same answer for a day.
create table kept_answer (
    -- Keys of different senders have nothing to do with each other.
    sender       text not null,
    key          text not null,
    -- SHA-256 of the request.
    fingerprint  bytea not null,
    begun_at     timestamptz not null,
    -- Null while the answer is being made.
    status       integer,
    content_type text,
    body         bytea,
    primary key (sender, key)
);
create index kept_answer_by_time on kept_answer (begun_at);
