-- From the operator's billing and ticket systems (bills.csv, tickets.csv) to events. The view input is their union; all columns
-- are text. Times are written 31/12/2025 23:59:59 and are in UTC; amounts are whole cents; gravity and score go from 0 to 10.
WITH code_of (code, type) AS (VALUES
    ('INC', 'failure'),            ('CPL', 'complaint'),           ('RECALL', 'contact'),
    ('RSP', 'reply_sent'),         ('COMP', 'remedy_given'),       ('CLOSE', 'issue_resolved'),
    ('SLA', 'promise_made'),       ('SLA+', 'promise_kept'),       ('SLA-', 'promise_broken'),
    ('SURVEY', 'feedback'),        ('RIVAL', 'competitor_signal'), ('OPT', 'preference_stated'),
    ('OPT-', 'preference_withdrawn'), ('OPT!', 'preference_violated'), ('CARE', 'attention_given'),
    ('CLUB', 'membership_changed'), ('REF', 'advocacy'),           ('SOCIAL', 'public_criticism'),
    ('COMM', 'engagement'),        ('WEB', 'visit'),               ('CXL?', 'departure_announced'),
    ('CXL', 'departed'),           ('RELEASE', 'parted'),          ('REACT', 'returned'),
    ('GDPR', 'erased')),
kind_of (reason, kind) AS (VALUES
    ('bill', 'billing_error'),  ('queue', 'long_wait'),      ('promo', 'misleading_information'),
    ('agent', 'rude_contact'),  ('terms', 'unfair_policy'),  ('exit', 'cancellation_obstacle'),
    ('data', 'privacy_breach'), ('network', 'service_outage'), ('slow', 'quality_decline'))
SELECT bill_no || ' ' || state                         AS event_id,
       line                                            AS customer,
       strptime(billed || '+00', '%d/%m/%Y %H:%M:%S%z') AS time,
       CASE state WHEN 'issued' THEN 'purchase'
                  WHEN 'voided' THEN 'purchase_cancelled'
                  WHEN 'credited' THEN 'return'
                  ELSE state END                       AS type,
       bill_no                                         AS ref,
       cents::BIGINT / 100.0                           AS amount,
       'EUR'                                           AS currency,
       product                                         AS kind,
       NULL::DOUBLE                                    AS severity,
       NULL AS value, NULL AS quality, NULL AS controllable, NULL AS hostility, NULL AS about, NULL AS due
FROM input
WHERE bill_no IS NOT NULL
UNION ALL
SELECT ticket_row,
       line,
       strptime(logged || '+00', '%d/%m/%Y %H:%M:%S%z'),
       coalesce(code_of.type, input.code),
       coalesce(sla_no, concerns),
       cents::BIGINT / 100.0,
       CASE WHEN cents IS NOT NULL THEN 'EUR' END,
       CASE WHEN input.code = 'SURVEY' THEN 'unit' ELSE coalesce(kind_of.kind, input.reason) END,
       gravity::DOUBLE / 10,
       CASE WHEN input.code = 'SURVEY' THEN (score::DOUBLE / 10)::VARCHAR END,
       CASE WHEN input.code = 'COMP' THEN (score::DOUBLE / 10)::VARCHAR END,
       CASE fault_of WHEN 'us' THEN 'true' WHEN 'other' THEN 'false' END,
       mood,
       CASE WHEN input.code = 'SLA' THEN concerns END,
       strftime(strptime(sla_until, '%d/%m/%Y %H:%M:%S'), '%Y-%m-%dT%H:%M:%SZ')
FROM input
LEFT JOIN code_of USING (code)
LEFT JOIN kind_of ON input.code IN ('INC', 'CPL') AND input.reason = kind_of.reason
WHERE ticket_row IS NOT NULL
