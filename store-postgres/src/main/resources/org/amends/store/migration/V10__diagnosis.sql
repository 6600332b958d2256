-- What is the matter with each relationship, as it was last diagnosed: one row each, made for lists. The page of one
-- relationship is diagnosed live from its state; these rows follow by milliseconds.
create table diagnosis (
    relationship          bigint primary key,
    -- The C collation sorts alike on every server and lets a plain index answer prefix searches.
    brand                 text collate "C" not null,
    customer              text collate "C" not null,
    standing              text not null,
    -- The customer has left or was parted from: the probability is then one of not coming back.
    over                  boolean not null,
    mode                  text,
    answer                text not null,
    leave_probability     double precision not null,
    -- 0 to 2: which mark of risk was crossed last; see RiskMark.
    risk_mark             smallint not null,
    base_logit            double precision not null,
    acute_failure_logit   double precision not null,
    accumulation_logit    double precision not null,
    fading_logit          double precision not null,
    competitor_pull_logit double precision not null,
    betrayed_trust_logit  double precision not null,
    retaliation_risk      double precision not null,
    complaint_propensity  double precision not null,
    expectation           double precision not null,
    recovery_power        double precision not null,
    priority              double precision not null,
    alive                 double precision not null,
    expected_purchases    double precision not null,
    -- In the main unit of currency.
    residual_value        double precision not null,
    value_at_risk         double precision not null,
    currency              text not null,
    silent_sufferer       boolean not null,
    neglected_loyal       boolean not null,
    double_deviation      boolean not null,
    open_issues           integer not null,
    first_seen            timestamptz not null,
    last_seen             timestamptz not null,
    diagnosed_at          timestamptz not null,
    policy_version        text not null,
    -- The base model it rests on; 0 while the policy's own stands in.
    base_model            bigint not null
) with (fillfactor = 85);

-- Every list is read along one of these, backwards, so that a page costs the same at the front and deep inside.
create index diagnosis_by_risk on diagnosis (over, leave_probability, relationship);
create index diagnosis_by_value_at_risk on diagnosis (over, value_at_risk, relationship);
create index diagnosis_by_priority on diagnosis (over, priority, relationship);
create index diagnosis_by_last_seen on diagnosis (over, last_seen, relationship);
create index diagnosis_by_mode on diagnosis (mode, over, leave_probability, relationship) where mode is not null;
create unique index diagnosis_by_customer on diagnosis (customer, brand);
-- What is rare is found directly and sorted then; what is common is met soon along the lists above.
create index diagnosis_of_brand on diagnosis (brand, relationship) where brand <> '';
create index diagnosis_silent_sufferer on diagnosis (relationship) where silent_sufferer;
create index diagnosis_neglected_loyal on diagnosis (relationship) where neglected_loyal;
create index diagnosis_double_deviation on diagnosis (relationship) where double_deviation;
create index diagnosis_of_rare_standing on diagnosis (standing, relationship) where standing in ('leaving', 'parted');

-- What became different between one diagnosis and the next, for Today and for the story of a relationship.
create table diagnosis_change (
    id                bigint generated always as identity primary key,
    at                timestamptz not null,
    relationship      bigint not null,
    brand             text not null,
    -- mode, risk, silent_sufferer, neglected_loyal, double_deviation, standing
    kind              text not null,
    before            text,
    after             text,
    leave_probability double precision not null,
    value_at_risk     double precision not null,
    currency          text not null
);

create index diagnosis_change_by_time on diagnosis_change (at desc, id desc);
create index diagnosis_change_of_kind on diagnosis_change (kind, at desc, id desc);
create index diagnosis_change_of_relationship on diagnosis_change (relationship, id desc);

-- How many relationships were breaking in which way at the end of each day (UTC), and what was at stake. No row names anybody.
create table daily_picture (
    day               date not null,
    brand             text not null,
    -- 'none' where no way of breaking stands out.
    mode              text not null,
    standing          text not null,
    -- Amounts of different currencies are never summed; empty where no amount is known.
    currency          text not null,
    relationships     bigint not null,
    -- The sum of the probabilities: how many are expected to end within the horizon.
    expected_endings  double precision not null,
    residual_value    double precision not null,
    value_at_risk     double precision not null,
    silent_sufferers  bigint not null,
    neglected_loyal   bigint not null,
    double_deviations bigint not null,
    open_issues       bigint not null,
    -- Worked out afterwards from the history, with the policy and base model of then; false when seen on the day.
    replayed          boolean not null,
    primary key (day, brand, mode, standing, currency)
);

-- How customers of this company live when nothing goes wrong, as fitted to a sample of them.
create table base_model (
    id            bigint generated always as identity primary key,
    fitted_at     timestamptz not null,
    -- Relationships there were then; when they have doubled it is fitted anew.
    relationships bigint not null,
    -- Customers with purchases in the sample.
    customers     bigint not null,
    -- Whether the company records the attention that it gives; where it does not, neglect cannot be seen.
    attention_recorded boolean not null,
    -- MBG/NBD, in weeks; null where there was too little to fit.
    buying_r      double precision,
    buying_alpha  double precision,
    buying_a      double precision,
    buying_b      double precision,
    -- Gamma-gamma; null where there was too little to fit.
    spending_p    double precision,
    spending_q    double precision,
    spending_gamma double precision,
    currency      text not null,
    -- Why something stands in; empty when nothing does.
    note          text not null
);

-- How far the watch has come. One row; whoever holds its lock is the one server that watches.
create table watch (
    only_row         boolean primary key default true check (only_row),
    -- Every event up to here is in the diagnoses.
    position         bigint not null default 0,
    -- The daily round over all relationships, by id.
    round_started_at timestamptz,
    round_after      bigint not null default 0,
    round_ended_at   timestamptz,
    -- What the round was made with: another policy or base model begins a new one.
    round_policy     text,
    round_base_model bigint not null default 0,
    pictured_at      timestamptz,
    -- Events that were older than a week when they came, since the past was drawn last.
    past_events      bigint not null default 0,
    past_drawn_at    timestamptz
);
insert into watch default values;

-- Relationships that must be diagnosed anew though no event came: merged, unmerged, restricted, erased.
create table watch_request (
    relationship bigint primary key
);
