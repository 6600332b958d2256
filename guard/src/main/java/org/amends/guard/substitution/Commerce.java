package org.amends.guard.substitution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;

/** Differences that the customer pays for or stumbles over: price, fit, brand. They lead to a question, never to a block. */
final class Commerce {

    /** Dearer than this, the customer is asked. Rule 12 of the guard. */
    private static final BigDecimal MOST_DEARER = new BigDecimal("1.2");

    private final ProductReading ordered;
    private final @Nullable String fit;
    private final String brand;

    Commerce(ProductReading ordered, List<Purchase> history) {
        this.ordered = ordered;
        this.fit = Packs.fit(ordered.product().name());
        this.brand = Brands.loyalTo(ordered, history);
    }

    /** What the customer would pay for or stumble over. */
    List<Reason> of(ProductReading candidate) {
        List<Reason> reasons = new ArrayList<>();
        BigDecimal was = ordered.product().price();
        BigDecimal is = candidate.product().price();
        if (was != null && is != null && isMuchDearer(was, is)) {
            reasons.add(new Reason(
                    Verdict.ASK, "price", "It costs " + is + " instead of " + was + dearer(was, is) + ".", 0.99));
        }
        String other = fit == null ? null : Packs.fit(candidate.product().name());
        if (fit != null && !fit.equals(other)) {
            reasons.add(new Reason(
                    Verdict.ASK,
                    "size",
                    "Size " + fit + " was ordered; this is " + (other == null ? "of no stated size" : "size " + other)
                            + ".",
                    0.95));
        }
        if (!brand.isEmpty() && !Brands.names(candidate.product().name(), brand)) {
            reasons.add(new Reason(Verdict.ASK, "brand", "The customer has long bought " + brand + " only.", 0.85));
        }
        return reasons;
    }

    static boolean isMuchDearer(@Nullable BigDecimal was, @Nullable BigDecimal is) {
        return was != null && is != null && was.signum() > 0 && is.compareTo(was.multiply(MOST_DEARER)) > 0;
    }

    private static String dearer(BigDecimal was, BigDecimal is) {
        if (was.signum() <= 0) {
            return "";
        }
        BigDecimal percent = is.subtract(was).movePointRight(2).divide(was, 0, RoundingMode.HALF_UP);
        return ", " + percent + " % more";
    }
}
