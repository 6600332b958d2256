-- The billing system: one row a bill.
SELECT ref                             AS bill_no,
       customer                        AS line,
       strftime(time, '%d/%m/%Y %H:%M:%S') AS billed,
       CASE type WHEN 'purchase' THEN 'issued' WHEN 'purchase_cancelled' THEN 'voided' ELSE 'credited' END AS state,
       (100 * amount)::BIGINT          AS cents,
       kind                            AS product
FROM events
WHERE type IN ('purchase', 'purchase_cancelled', 'return')
ORDER BY event_id
