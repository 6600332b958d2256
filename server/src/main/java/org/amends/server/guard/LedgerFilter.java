package org.amends.server.guard;

import java.time.YearMonth;
import org.amends.server.access.BrandScope;
import org.amends.slip.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Which near misses are wanted.
 *
 * @param month null for all
 * @param rule empty for all
 * @param verdict null for all that were not allowed
 * @param brands those that the reader may see
 */
record LedgerFilter(
        @Nullable YearMonth month, String rule, @Nullable Verdict verdict, BrandScope brands) {}
