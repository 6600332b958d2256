-- The ticket system of the call centre: codes, gravity from 0 to 10, times in its own format.
SELECT event_id                        AS ticket_row,
       customer                        AS line,
       strftime(time, '%d/%m/%Y %H:%M:%S') AS logged,
       CASE type
         WHEN 'failure' THEN 'INC'             WHEN 'complaint' THEN 'CPL'
         WHEN 'contact' THEN 'RECALL'          WHEN 'reply_sent' THEN 'RSP'
         WHEN 'remedy_given' THEN 'COMP'       WHEN 'issue_resolved' THEN 'CLOSE'
         WHEN 'promise_made' THEN 'SLA'        WHEN 'promise_kept' THEN 'SLA+'
         WHEN 'promise_broken' THEN 'SLA-'     WHEN 'feedback' THEN 'SURVEY'
         WHEN 'competitor_signal' THEN 'RIVAL' WHEN 'preference_stated' THEN 'OPT'
         WHEN 'preference_withdrawn' THEN 'OPT-' WHEN 'preference_violated' THEN 'OPT!'
         WHEN 'attention_given' THEN 'CARE'    WHEN 'membership_changed' THEN 'CLUB'
         WHEN 'advocacy' THEN 'REF'            WHEN 'public_criticism' THEN 'SOCIAL'
         WHEN 'engagement' THEN 'COMM'         WHEN 'visit' THEN 'WEB'
         WHEN 'departure_announced' THEN 'CXL?' WHEN 'departed' THEN 'CXL'
         WHEN 'parted' THEN 'RELEASE'          WHEN 'returned' THEN 'REACT'
         WHEN 'erased' THEN 'GDPR' END AS code,
       CASE WHEN type IN ('failure', 'complaint') THEN
         CASE kind
           WHEN 'billing_error' THEN 'bill'         WHEN 'long_wait' THEN 'queue'
           WHEN 'misleading_information' THEN 'promo' WHEN 'rude_contact' THEN 'agent'
           WHEN 'unfair_policy' THEN 'terms'        WHEN 'cancellation_obstacle' THEN 'exit'
           WHEN 'privacy_breach' THEN 'data'        WHEN 'service_outage' THEN 'network'
           WHEN 'quality_decline' THEN 'slow'       ELSE kind END
         ELSE kind END                 AS reason,
       coalesce(attributes->>'about', ref) AS concerns,
       CASE WHEN type = 'promise_made' THEN ref END AS sla_no,
       strftime((attributes->>'due')::TIMESTAMPTZ, '%d/%m/%Y %H:%M:%S') AS sla_until,
       (100 * amount)::BIGINT          AS cents,
       round(10 * severity, 1)         AS gravity,
       round(10 * coalesce((attributes->>'quality')::DOUBLE, (attributes->>'value')::DOUBLE), 1) AS score,
       attributes->>'hostility'        AS mood,
       CASE attributes->>'controllable' WHEN 'true' THEN 'us' WHEN 'false' THEN 'other' END AS fault_of
FROM events
WHERE type NOT IN ('purchase', 'purchase_cancelled', 'return')
ORDER BY event_id
