-- Who may come in: people of the console, and tokens of programs. Hashes are SHA-256 in hexadecimal digits.

create table person (
    id            uuid primary key,
    -- How they sign in: an address or a short name, the same in any case.
    login         text        not null,
    name          text        not null,
    roles         text[]      not null,
    -- Null: all brands.
    brands        text[],
    -- Argon2id; null until it is set.
    password      text,
    -- Of the authenticator, base32; the pending one takes its place once a code of it was typed.
    totp_secret   text,
    totp_pending  text,
    -- The last time step whose code was taken: a code is good once.
    totp_step     bigint      not null default 0,
    created_at    timestamptz not null,
    disabled_at   timestamptz
);
create unique index person_login on person (lower(login));

-- Ways back in when the authenticator is lost. Each holds 120 random bits, so a plain hash is enough.
create table recovery_code (
    person  uuid not null references person on delete cascade,
    hash    text not null,
    used_at timestamptz,
    primary key (person, hash)
);

-- One-time links: for a first password, or a new one. Only the hash of the secret in the link is kept.
create table entry_link (
    hash       text primary key,
    person     uuid        not null references person on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index entry_link_person on entry_link (person);

-- Who is signed in. Only the hash of what the cookie holds is kept.
create table console_session (
    hash         text primary key,
    -- Names the session on pages; it opens nothing.
    id           uuid        not null unique,
    person       uuid        not null references person on delete cascade,
    -- False while the second factor is awaited: such a session opens nothing else.
    complete     boolean     not null,
    -- How they came in: password, totp, recovery, passkey, oidc.
    means        text[]      not null,
    started_at   timestamptz not null,
    seen_at      timestamptz not null,
    confirmed_at timestamptz not null,
    address      text        not null,
    browser      text        not null
);
create index console_session_person on console_session (person);

-- Failed attempts to sign in, by account and by address; kept so that a restart forgives nobody.
create table login_hindrance (
    -- SHA-256 of what is counted: people type passwords where the name belongs.
    key            text primary key,
    failures       integer     not null,
    last_failed_at timestamptz not null
);

-- Who somebody is at an outside identity provider.
create table outside_identity (
    issuer  text not null,
    subject text not null,
    person  uuid not null references person on delete cascade,
    primary key (issuer, subject)
);

-- Passkeys, in the table that Spring Security reads. The user's id is the person's, as sixteen bytes in base64url.
create table user_credentials (
    credential_id                varchar(1000) primary key,
    user_entity_user_id          varchar(1000) not null,
    public_key                   bytea         not null,
    signature_count              bigint,
    uv_initialized               boolean,
    backup_eligible              boolean       not null,
    authenticator_transports     varchar(1000),
    public_key_credential_type   varchar(100),
    backup_state                 boolean       not null,
    attestation_object           bytea,
    attestation_client_data_json bytea,
    created                      timestamp,
    last_used                    timestamp,
    label                        varchar(1000) not null
);
create index user_credentials_user on user_credentials (user_entity_user_id);

-- What programs sign in with. A token is amends_ID_SECRET; only the hash of the secret is kept.
create table access_token (
    id           text primary key,
    hash         text        not null,
    name         text        not null,
    scopes       text[]      not null,
    brands       text[],
    created_at   timestamptz not null,
    created_by   text        not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    -- The token that takes its place; until expires_at both are good.
    replaced_by  text references access_token
);
