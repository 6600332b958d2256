package org.amends.cli.fit;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.amends.insight.base.CalibrationSummary;
import org.amends.insight.base.CustomerSummary;
import org.amends.insight.base.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Fits a customer base model to the company's own customers. */
@Command(
        name = "base",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Fits a customer base model by maximum likelihood and prints its parameters, their standard errors, the"
                        + " log-likelihood and, where purchases were held out, how well it foretold them.")
public final class FitBaseCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int BAD_INPUT = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(
            names = "--model",
            required = true,
            converter = ModelName.Converter.class,
            description =
                    "bg-nbd, mbg-nbd, pareto-nbd (buying in continuous time), bg-bb (buying at regular chances) or"
                            + " gamma-gamma (spending)")
    @SuppressWarnings("NullAway.Init") // required
    private ModelName model;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // required
    private Source source;

    /** Where the customers are; exactly one of the two is given. */
    static final class Source {

        @Option(
                names = "--transactions",
                description =
                        "CSV with a header and columns customer, time, amount; or the published CDNOW form without header")
        private @Nullable Path transactions;

        @Option(
                names = "--summary",
                description =
                        "CSV with one row per customer: frequency, recency, T (x, t_x, T); for bg-bb frequency, recency,"
                                + " periods; for gamma-gamma frequency, monetary_value; weights and x_star are read where present")
        private @Nullable Path summary;
    }

    @Option(
            names = "--unit",
            defaultValue = "week",
            converter = UnitConverter.class,
            description = "unit of time for --transactions: day, week, month (30.4375 days), year (default: week)")
    @SuppressWarnings("NullAway.Init") // has a default
    private TimeUnit unit;

    @Option(
            names = "--calibration-end",
            converter = DayConverter.class,
            description =
                    "last day to learn from, such as 1997-09-30; later purchases are held out (default: the last day)")
    private @Nullable LocalDate calibrationEnd;

    @Option(
            names = "--holdout",
            description = "length of the hold-out period in units, or with --transactions its last day"
                    + " (default: until the last purchase)")
    private @Nullable String holdout;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            BaseFit result = fit();
            String label = unit.label();
            out.print(json ? FitJson.of(result, label) + System.lineSeparator() : FitText.of(result, label));
            out.flush();
            if (!result.fit().caution().isEmpty()) {
                err.println("Caution: " + result.fit().caution() + ".");
                err.flush();
            }
            return DONE;
        } catch (FitInputException badInput) {
            err.println(badInput.getMessage());
            err.flush();
            return BAD_INPUT;
        }
    }

    private BaseFit fit() {
        HoldoutSpan span = new HoldoutSpan(unit, calibrationEnd, holdout);
        Path transactions = source.transactions;
        if (transactions != null) {
            return fitTransactions(transactions, span.split(TransactionsFile.read(transactions)));
        }
        Path summary = source.summary;
        if (summary == null) {
            throw new FitInputException(
                    "--summary", "no file is named.", "Maybe --summary FILE or --transactions FILE.");
        }
        if (calibrationEnd != null) {
            throw new FitInputException(
                    "--calibration-end",
                    "a summary cannot be split by day.",
                    "Maybe --transactions FILE instead of --summary.");
        }
        return fitSummary(summary, span.length());
    }

    private BaseFit fitSummary(Path file, double length) {
        return switch (model) {
            case BG_NBD, MBG_NBD, PARETO_NBD ->
                BaseFit.ofPurchases(model, SummaryFile.purchases(file, length), file.toString());
            case BG_BB -> BaseFit.ofOpportunities(SummaryFile.opportunities(file, length), file.toString());
            case GAMMA_GAMMA -> BaseFit.ofSpending(SummaryFile.spending(file), file.toString());
        };
    }

    private BaseFit fitTransactions(Path file, CalibrationSummary split) {
        double length = split.holdout() > 0 ? split.holdout() : Double.NaN;
        return switch (model) {
            case BG_NBD, MBG_NBD, PARETO_NBD ->
                BaseFit.ofPurchases(
                        model,
                        table(split, CustomerSummary::history, CustomerSummary::holdoutPurchases, c -> length, length),
                        file.toString());
            case BG_BB ->
                BaseFit.ofOpportunities(
                        table(
                                split,
                                CustomerSummary::opportunities,
                                CustomerSummary::holdoutTaken,
                                CustomerSummary::holdoutOpportunities,
                                length),
                        file.toString());
            case GAMMA_GAMMA ->
                BaseFit.ofSpending(
                        table(
                                split,
                                CustomerSummary::spend,
                                CustomerSummary::holdoutPurchases,
                                c -> length,
                                Double.NaN),
                        file.toString());
        };
    }

    private static <H> CustomerTable<H> table(
            CalibrationSummary split,
            Function<CustomerSummary, H> history,
            ToDoubleFunction<CustomerSummary> actual,
            ToDoubleFunction<CustomerSummary> horizon,
            double length) {
        List<CustomerTable.Customer<H>> customers = split.customers().stream()
                .map(customer -> new CustomerTable.Customer<>(
                        history.apply(customer), 1, actual.applyAsDouble(customer), horizon.applyAsDouble(customer)))
                .toList();
        return new CustomerTable<>(customers, length);
    }

    /** Reads a day of the calendar. */
    static final class DayConverter implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException notADay) {
                throw new TypeConversionException("'%s' is no day. Maybe write it like 1997-09-30.".formatted(value));
            }
        }
    }

    /** Reads a unit of time whatever its case. */
    static final class UnitConverter implements ITypeConverter<TimeUnit> {

        @Override
        public TimeUnit convert(String value) {
            for (TimeUnit unit : TimeUnit.values()) {
                if (unit.label().equals(value.toLowerCase(Locale.ROOT))) {
                    return unit;
                }
            }
            throw new TypeConversionException(
                    "'%s' is no unit of time. Maybe one of: day, week, month, year.".formatted(value));
        }
    }
}
