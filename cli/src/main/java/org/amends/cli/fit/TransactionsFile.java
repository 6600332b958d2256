package org.amends.cli.fit;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.amends.insight.base.PurchaseLog;

/** Reads a log of purchases: who bought, on which day, for how much. */
final class TransactionsFile {

    private static final Pattern COMPACT_DAY = Pattern.compile("\\d{8}");
    private static final Pattern DAY_AND_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ].*)?");

    private static final String[] CUSTOMER = {"customer", "customerid", "custid", "cust", "id", "clientid", "userid"};
    private static final String[] TIME = {
        "time", "date", "timestamp", "datetime", "day", "orderdate", "invoicedate", "purchasedate"
    };
    private static final String[] AMOUNT = {
        "amount", "value", "sales", "dollars", "revenue", "monetaryvalue", "price", "total"
    };

    private TransactionsFile() {}

    /** Reads all of it. The day of a time is the one written, whatever its zone. */
    static PurchaseLog read(Path file) {
        try (TextTable table = TextTable.open(file)) {
            Column customer = Column.require(table, "the customer", CUSTOMER);
            Column time = Column.require(table, "the time", TIME);
            Column amount = Column.find(table.header(), "the amount", AMOUNT);
            PurchaseLog log = new PurchaseLog();
            for (Row row = table.next(); row != null; row = table.next()) {
                String who = row.text(customer);
                if (who.isEmpty()) {
                    throw row.fault("the customer is empty", "leave out purchases without a customer");
                }
                log.add(who, day(row, time), amount.isPresent() ? row.notNegative(amount) : 0);
            }
            if (log.isEmpty()) {
                throw new FitInputException(
                        file.toString(), "there is a header but no row.", "Maybe the export was filtered.");
            }
            return log;
        }
    }

    private static LocalDate day(Row row, Column time) {
        String text = row.text(time);
        try {
            if (COMPACT_DAY.matcher(text).matches()) {
                return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
            }
            if (DAY_AND_TIME.matcher(text).matches()) {
                return LocalDate.parse(text.substring(0, 10));
            }
        } catch (DateTimeException notADay) {
            throw row.fault(
                    "the time \"%s\" names no day of the calendar".formatted(text), "day and month are swapped");
        }
        throw row.fault(
                "the time is \"%s\"".formatted(text), "write it like 2026-01-31, 2026-01-31T12:00:00Z or 20260131");
    }
}
