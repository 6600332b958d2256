package org.amends.server.recovery;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What like cases got, so that this one is not treated otherwise without somebody knowing it.
 *
 * @param cases how many like it there are
 * @param currency of the sums, an ISO 4217 code, or null where nothing names one
 * @param least a quarter of them got no more than this in the main unit; null where they are too few to tell
 * @param most a quarter of them got no less than this; null where they are too few to tell
 * @param nearest those most alike, the nearest first
 */
public record Practice(
        int cases,
        @Nullable String currency,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        List<Precedent> nearest) {

    /** Where nothing is known. */
    public static final Practice NONE = new Practice(0, null, null, null, List.of());

    /** Copies its list. */
    public Practice {
        nearest = List.copyOf(nearest);
    }

    /** How a sum stands to what the middle half of like cases got. */
    public enum Place {
        /** Too few cases to tell. */
        UNKNOWN,
        BELOW,
        WITHIN,
        ABOVE
    }

    /** How this sum of money stands to what the middle half of like cases got. */
    public Place place(double sum) {
        BigDecimal low = least;
        BigDecimal high = most;
        if (low == null || high == null) {
            return Place.UNKNOWN;
        }
        BigDecimal asked = BigDecimal.valueOf(sum).setScale(2, java.math.RoundingMode.HALF_UP);
        return asked.compareTo(low) < 0 ? Place.BELOW : asked.compareTo(high) > 0 ? Place.ABOVE : Place.WITHIN;
    }
}
