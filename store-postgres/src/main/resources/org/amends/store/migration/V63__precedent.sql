-- What was granted on cases that have an answer, and how that was taken, so that like cases are treated alike. It follows from the
-- logs of the cases.

create table precedent (
    complaint   bigint not null references complaint,
    -- One row for each failure that the case tells of.
    failure     text collate "C" not null,
    brand       text collate "C" not null,
    answered_at timestamptz not null,
    -- All of them.
    failures    text[] not null,
    want        text not null,
    -- Half a power of ten each; null where no loss was named.
    loss_band   smallint,
    -- Under a year, under three, under seven, longer; null where nothing was known of the relationship.
    tenure_band smallint,
    -- Of the loss, else of what was granted; null where neither has one.
    currency    text collate "C",
    -- Names of what was granted, and its sums in the main unit, null where an element is no money.
    elements    text[] not null,
    amounts     numeric[] not null,
    -- All sums.
    granted     numeric not null,
    -- Whether the customer accepted it, and felt afterwards that it is resolved; null while nothing was said.
    accepted    boolean,
    resolved    boolean,
    primary key (complaint, failure)
);
create index precedent_newest on precedent (brand, failure, answered_at desc, complaint desc);
