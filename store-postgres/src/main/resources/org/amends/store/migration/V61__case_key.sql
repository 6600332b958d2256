-- Keys with which customers see their cases. There may be several for one case: each letter carries one of its own.

create table case_key (
    -- SHA-256 of the key; the key itself is kept nowhere.
    digest    bytea primary key,
    complaint bigint not null references complaint,
    -- What it opens: case, what whoever has it wrote there; customer, all that concerns the customer.
    reach     text not null,
    made_at   timestamptz not null,
    -- Who made it, as the audit log names them.
    made_by   text collate "C" not null
);
create index case_key_of_complaint on case_key (complaint, made_at);

-- One key a case was not enough.
alter table complaint drop column access_digest;
