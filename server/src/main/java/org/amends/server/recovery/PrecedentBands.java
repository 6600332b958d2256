package org.amends.server.recovery;

import org.amends.money.Money;
import org.jspecify.annotations.Nullable;

/** Coarse sizes by which cases are compared, so that a cent or a day makes no difference. */
final class PrecedentBands {

    private static final int DAYS_A_YEAR = 365;

    private PrecedentBands() {}

    /** Half a power of ten each: under 3.16, 10, 31.6, 100 and so on in the main unit; null where no loss was named. */
    static @Nullable Integer loss(@Nullable Money loss) {
        return loss == null ? null : (int) StrictMath.floor(2 * StrictMath.log10(Math.max(1, loss.toMainUnits())));
    }

    /** Under a year 0, under three 1, under seven 2, longer 3. Where nothing was known before the case, it began with the case. */
    static int tenure(@Nullable Integer days) {
        int years = days == null ? 0 : days / DAYS_A_YEAR;
        return years < 1 ? 0 : years < 3 ? 1 : years < 7 ? 2 : 3;
    }
}
