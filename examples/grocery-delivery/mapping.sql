-- From the grocer's two exports, orders.csv and care.csv, to events. The view input is their union: a row of orders.csv has
-- an order_no, a row of care.csv an entry; all columns are text.
WITH word (what, type) AS (VALUES
    ('page seen', 'visit'),                 ('took part', 'engagement'),
    ('card changed', 'membership_changed'), ('thanked', 'attention_given'),
    ('slip', 'failure'),                    ('complaint', 'complaint'),
    ('asked again', 'contact'),             ('answered', 'reply_sent'),
    ('made good', 'remedy_given'),          ('closed', 'issue_resolved'),
    ('promised', 'promise_made'),           ('promise kept', 'promise_kept'),
    ('promise missed', 'promise_broken'),   ('mark', 'feedback'),
    ('rival', 'competitor_signal'),         ('wish', 'preference_stated'),
    ('wish off', 'preference_withdrawn'),   ('wish ignored', 'preference_violated'),
    ('praise', 'advocacy'),                 ('bad review', 'public_criticism'),
    ('notice', 'departure_announced'),      ('gone', 'departed'),
    ('let go', 'parted'),                   ('back', 'returned'),
    ('data erased', 'erased'))
SELECT order_no || ' ' || status                       AS event_id,
       client_no                                       AS customer,
       moment::TIMESTAMPTZ                             AS time,
       CASE status WHEN 'ordered' THEN 'purchase'
                   WHEN 'cancelled' THEN 'purchase_cancelled'
                   WHEN 'sent back' THEN 'return'
                   ELSE status END                     AS type,
       order_no                                        AS ref,
       total_eur::DECIMAL(18, 2)                       AS amount,
       'EUR'                                           AS currency,
       aisle                                           AS kind,
       NULL::DOUBLE                                    AS severity,
       NULL AS value, NULL AS quality, NULL AS controllable, NULL AS stable, NULL AS motive, NULL AS hostility,
       NULL AS about, NULL AS due
FROM input
WHERE order_no IS NOT NULL
UNION ALL
SELECT entry,
       client_no,
       moment::TIMESTAMPTZ,
       coalesce(word.type, input.what), -- a word that is not in the list is reported with the nearest known type
       regards,
       eur::DECIMAL(18, 2),
       CASE WHEN eur IS NOT NULL THEN 'EUR' END,
       CASE input.what WHEN 'mark' THEN 'stars' ELSE detail END,
       gravity::DOUBLE / 100,
       stars,
       (well_done::DOUBLE / 100)::VARCHAR,
       our_fault,
       will_recur,
       CASE wants WHEN 'money' THEN 'economic' WHEN 'respect' THEN 'esteem' WHEN 'money and respect' THEN 'both' END,
       temper,
       promise_about,
       promise_due
FROM input LEFT JOIN word USING (what)
WHERE entry IS NOT NULL
