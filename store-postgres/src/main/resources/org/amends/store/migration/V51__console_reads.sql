-- What the page of the day looks for among all events is rare; these indexes hold those few rows only.
create index event_of_complaints on event (occurred_at) where type = 'complaint';
create index event_of_promises on event (occurred_at)
    where type in ('promise_made', 'promise_kept', 'promise_broken');

-- Whoever has been silent for long is most probably gone: likely to end, and nothing to do about. Lists of whom to look at
-- are read along these, past none of them.
create index diagnosis_there_by_priority on diagnosis (priority desc, relationship desc) where not over and alive >= 0.1;
create index diagnosis_there_by_risk on diagnosis (leave_probability desc, relationship desc) where not over and alive >= 0.1;
