-- What the grocer's shop system keeps of orders. One row for each thing that became of an order.
SELECT ref                                   AS order_no,
       customer                              AS client_no,
       strftime(time, '%Y-%m-%dT%H:%M:%SZ')  AS moment,
       CASE type WHEN 'purchase' THEN 'ordered'
                 WHEN 'purchase_cancelled' THEN 'cancelled'
                 ELSE 'sent back' END        AS status,
       amount                                AS total_eur,
       kind                                  AS aisle
FROM events
WHERE type IN ('purchase', 'purchase_cancelled', 'return')
ORDER BY event_id
