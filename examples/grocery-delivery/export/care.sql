-- What the grocer's care desk writes down, in its own words; gravity and quality in per cent, marks as stars.
SELECT event_id                              AS entry,
       customer                              AS client_no,
       strftime(time, '%Y-%m-%dT%H:%M:%SZ')  AS moment,
       CASE type
         WHEN 'visit' THEN 'page seen'                 WHEN 'engagement' THEN 'took part'
         WHEN 'membership_changed' THEN 'card changed' WHEN 'attention_given' THEN 'thanked'
         WHEN 'failure' THEN 'slip'                    WHEN 'complaint' THEN 'complaint'
         WHEN 'contact' THEN 'asked again'             WHEN 'reply_sent' THEN 'answered'
         WHEN 'remedy_given' THEN 'made good'          WHEN 'issue_resolved' THEN 'closed'
         WHEN 'promise_made' THEN 'promised'           WHEN 'promise_kept' THEN 'promise kept'
         WHEN 'promise_broken' THEN 'promise missed'   WHEN 'feedback' THEN 'mark'
         WHEN 'competitor_signal' THEN 'rival'         WHEN 'preference_stated' THEN 'wish'
         WHEN 'preference_withdrawn' THEN 'wish off'   WHEN 'preference_violated' THEN 'wish ignored'
         WHEN 'advocacy' THEN 'praise'                 WHEN 'public_criticism' THEN 'bad review'
         WHEN 'departure_announced' THEN 'notice'      WHEN 'departed' THEN 'gone'
         WHEN 'parted' THEN 'let go'                   WHEN 'returned' THEN 'back'
         WHEN 'erased' THEN 'data erased' END          AS what,
       ref                                   AS regards,
       amount                                AS eur,
       kind                                  AS detail,
       round(100 * severity)                 AS gravity,
       round(100 * (attributes->>'quality')::DOUBLE)   AS well_done,
       1 + round(4 * (attributes->>'value')::DOUBLE)   AS stars,
       CASE attributes->>'controllable' WHEN 'true' THEN 'yes' WHEN 'false' THEN 'no' END AS our_fault,
       CASE attributes->>'stable' WHEN 'true' THEN 'yes' WHEN 'false' THEN 'no' END       AS will_recur,
       CASE attributes->>'motive' WHEN 'economic' THEN 'money' WHEN 'esteem' THEN 'respect' WHEN 'both' THEN 'money and respect' END AS wants,
       attributes->>'hostility'              AS temper,
       attributes->>'about'                  AS promise_about,
       attributes->>'due'                    AS promise_due,
       text                                  AS words
FROM events
WHERE type NOT IN ('purchase', 'purchase_cancelled', 'return')
ORDER BY event_id
