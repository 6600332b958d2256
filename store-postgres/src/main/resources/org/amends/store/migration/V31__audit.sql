-- What was done, by whom, when: a chain of hashes that nobody can change unseen.
-- The chain itself holds nothing of the person it was done to. That stands beside it, bound by a salted hash, so that it
-- can be taken out when a person is erased while the chain stays whole. Hashes and salts stand in hexadecimal digits.

create table audit_entry (
    sequence bigint primary key,
    at       timestamptz not null,
    actor    text        not null,
    action   text        not null,
    -- SHA-256 over salt, subject and details.
    content  text        not null,
    previous text        not null,
    -- SHA-256 over all of the above.
    hash     text        not null
);

create table audit_content (
    sequence bigint primary key references audit_entry,
    salt     text not null,
    subject  text not null,
    -- Canonical JSON: as text, since it is hashed.
    details  text not null
);
create index audit_content_subject on audit_content (subject, sequence);
create index audit_entry_at on audit_entry (at);
create index audit_entry_action on audit_entry (action, sequence);
create index audit_entry_actor on audit_entry (actor, sequence);

-- The end of the chain. Whoever adds to it holds this row until commit, so entries follow one another without a gap.
create table audit_head (
    single   boolean primary key default true check (single),
    sequence bigint not null,
    hash     text   not null
);
insert into audit_head (sequence, hash) values (0, repeat('0', 64));

create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log is only added to; % on % is refused.', tg_op, tg_table_name
        using errcode = 'integrity_constraint_violation';
end
$$;

create trigger audit_entry_is_added_to before update or delete or truncate on audit_entry
    for each statement execute function audit_refuse();
create trigger audit_content_is_not_changed before update or truncate on audit_content
    for each statement execute function audit_refuse();
-- A content goes only while a person is being erased, which the chain records.
create trigger audit_content_is_kept before delete on audit_content
    for each statement when (current_setting('amends.erasing', true) is distinct from 'on')
    execute function audit_refuse();
