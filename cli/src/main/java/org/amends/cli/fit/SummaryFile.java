package org.amends.cli.fit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.amends.insight.base.OpportunityHistory;
import org.amends.insight.base.PurchaseHistory;
import org.amends.insight.base.SpendHistory;

/** Reads a table with one row for each customer, or for each number of customers alike. */
final class SummaryFile {

    private static final String[] REPEATS = {
        "x", "frequency", "repeats", "purchases", "frequencycal", "xcal", "repeatpurchases", "transactions"
    };
    private static final String[] RECENCY = {"tx", "recency", "recencycal", "txcal", "lastpurchase"};
    private static final String[] AGE = {"t", "tcal", "age", "tenure", "observed"};
    private static final String[] CHANCES = {"n", "periods", "nperiods", "opportunities", "ncal", "chances", "t", "tcal"
    };
    private static final String[] MEAN_VALUE = {
        "zbar", "monetaryvalue", "meanvalue", "mx", "averagevalue", "avgvalue", "monetary", "amount", "value"
    };
    private static final String[] WEIGHT = {"weights", "weight", "customers", "count", "ncust", "numberofcustomers"};
    private static final String[] HOLDOUT = {"xstar", "frequencyholdout", "holdout", "holdoutpurchases"};
    private static final String[] HOLDOUT_LENGTH = {"tstar", "nstar", "durationholdout", "holdoutlength"};

    private SummaryFile() {}

    /** Turns one row into a history, or says what is wrong with it. */
    private interface Reader<H> {
        H read(Row row);
    }

    static CustomerTable<PurchaseHistory> purchases(Path file, double holdout) {
        try (TextTable table = TextTable.open(file)) {
            Column repeats = Column.require(table, "the repeat purchases (x)", REPEATS);
            Column recency = Column.require(table, "the recency (t_x)", RECENCY);
            Column age = Column.require(table, "the age (T)", AGE);
            return read(table, holdout, row -> {
                int x = row.count(repeats);
                double last = row.notNegative(recency);
                double length = row.notNegative(age);
                String fault = PurchaseHistory.fault(x, last, length);
                if (!fault.isEmpty()) {
                    throw row.fault(
                            withoutPoint(fault), "recency and age have changed places, or have different units");
                }
                return new PurchaseHistory(x, last, length);
            });
        }
    }

    static CustomerTable<OpportunityHistory> opportunities(Path file, double holdout) {
        try (TextTable table = TextTable.open(file)) {
            Column purchases = Column.require(table, "the purchases (x)", REPEATS);
            Column last = Column.require(table, "the last purchase (t_x)", RECENCY);
            Column chances = Column.require(table, "the opportunities (n)", CHANCES);
            return read(table, holdout, row -> {
                int x = row.count(purchases);
                int lastTaken = row.count(last);
                int n = row.count(chances);
                String fault = OpportunityHistory.fault(x, lastTaken, n);
                if (!fault.isEmpty()) {
                    throw row.fault(
                            withoutPoint(fault), "columns are swapped, or bg-bb is not the model for these data");
                }
                return new OpportunityHistory(x, lastTaken, n);
            });
        }
    }

    static CustomerTable<SpendHistory> spending(Path file) {
        try (TextTable table = TextTable.open(file)) {
            Column purchases = Column.require(table, "the purchases (x)", REPEATS);
            Column value = Column.require(table, "the mean value of a purchase (z-bar)", MEAN_VALUE);
            return read(table, Double.NaN, row -> new SpendHistory(row.count(purchases), row.notNegative(value)));
        }
    }

    private static String withoutPoint(String sentence) {
        return sentence.substring(0, sentence.length() - 1);
    }

    private static <H> CustomerTable<H> read(TextTable table, double holdout, Reader<H> reader) {
        Column weight = Column.find(table.header(), "the weight", WEIGHT);
        Column actual = Column.find(table.header(), "the hold-out purchases", HOLDOUT);
        Column length = Column.find(table.header(), "the hold-out length", HOLDOUT_LENGTH);
        List<CustomerTable.Customer<H>> customers = new ArrayList<>();
        double longest = holdout;
        for (Row row = table.next(); row != null; row = table.next()) {
            H history = reader.read(row);
            double customersAlike = weight.isPresent() ? row.notNegative(weight) : 1;
            double bought = actual.isPresent() ? row.notNegative(actual) : Double.NaN;
            if (length.isPresent() && Double.isNaN(longest)) {
                longest = row.notNegative(length);
            }
            if (customersAlike > 0) {
                customers.add(new CustomerTable.Customer<>(history, customersAlike, bought, longest));
            }
        }
        if (customers.isEmpty()) {
            throw new FitInputException(
                    table.name(), "there is a header but no customer.", "Maybe the export was filtered.");
        }
        return new CustomerTable<>(customers, actual.isPresent() ? longest : Double.NaN);
    }
}
