-- What the page of the day looks for among all events is rare; these indexes hold those few rows only.
create index event_of_complaints on event (occurred_at) where type = 'complaint';
create index event_of_promises on event (occurred_at)
    where type in ('promise_made', 'promise_kept', 'promise_broken');
