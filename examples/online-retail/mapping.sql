-- UCI Online Retail: one row for each line of an invoice, with the columns
-- InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID, Country.
-- Here an invoice becomes one event. Times are taken as UTC.
WITH lines AS (
    SELECT
        trim(InvoiceNo::VARCHAR) AS invoice,
        -- 17850 may have become 17850.0 on its way through a spreadsheet.
        nullif(regexp_replace(trim(CustomerID::VARCHAR), '\.0+$', ''), '') AS customer,
        -- 2010-12-01 08:26 or 12/1/2010 8:26; what is neither stays as it is and is refused with its text.
        coalesce(
            coalesce(
                TRY_CAST(InvoiceDate::VARCHAR AS TIMESTAMP),
                try_strptime(InvoiceDate::VARCHAR, ['%m/%d/%Y %H:%M', '%m/%d/%y %H:%M', '%m/%d/%Y %H:%M:%S'])
            )::VARCHAR,
            InvoiceDate::VARCHAR
        ) AS time,
        TRY_CAST(Quantity AS DECIMAL(18, 3)) * TRY_CAST(UnitPrice AS DECIMAL(18, 5)) AS amount
    FROM input
)
SELECT
    invoice AS event_id,
    -- Invoices that begin with A adjust bad debt: bookkeeping of no customer. They are listed in rejected.csv.
    CASE WHEN invoice NOT LIKE 'A%' THEN customer END AS customer,
    min(time) AS time,
    CASE WHEN invoice LIKE 'C%' THEN 'purchase_cancelled' ELSE 'purchase' END AS type,
    sum(amount)::DECIMAL(18, 2) AS amount,
    'GBP' AS currency
FROM lines
GROUP BY invoice, customer
