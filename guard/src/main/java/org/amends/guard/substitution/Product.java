package org.amends.guard.substitution;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as a shop describes it.
 *
 * @param name on the shelf
 * @param category as the shop calls it; null where unknown
 * @param ingredients the list on the label, in any language; null where unknown
 * @param labels certificates and marks, such as {@code vegan} or {@code gluten_free}
 * @param price in the shop's currency; null where unknown
 */
public record Product(
        String name,
        @Nullable String category,
        @Nullable String ingredients,
        List<String> labels,
        @Nullable BigDecimal price) {
    public Product {
        labels = List.copyOf(labels);
    }
}
