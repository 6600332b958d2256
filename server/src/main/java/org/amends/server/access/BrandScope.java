package org.amends.server.access;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The brands that somebody may see. A list is narrowed with {@code (:brands::text[] is null or brand = any (:brands))} and
 * {@link #names()}; one relationship is asked for with {@link #includes}.
 */
public final class BrandScope {

    /** All brands, known and to come. */
    public static final BrandScope ALL = new BrandScope(null);

    private final @Nullable List<String> brands;

    private BrandScope(@Nullable List<String> brands) {
        this.brands = brands;
    }

    /** These brands only; none at all is allowed, and shows nothing. The empty name is the brand of events without one. */
    public static BrandScope of(Collection<String> brands) {
        return new BrandScope(List.copyOf(new TreeSet<>(brands)));
    }

    /** These brands, or all if there is no list. */
    public static BrandScope ofNullable(@Nullable Collection<String> brands) {
        return brands == null ? ALL : of(brands);
    }

    /** Whether it is without limit. */
    public boolean all() {
        return brands == null;
    }

    /** Whether this brand may be seen. */
    public boolean includes(String brand) {
        return brands == null || brands.contains(brand);
    }

    /** For a query: the brands in order, or null for all. */
    public String @Nullable [] names() {
        return brands == null ? null : brands.toArray(String[]::new);
    }

    /** For people: the brands in order; empty for all. */
    public List<String> listed() {
        return brands == null ? List.of() : brands;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BrandScope that && java.util.Objects.equals(brands, that.brands);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hashCode(brands);
    }

    @Override
    public String toString() {
        return brands == null ? "all brands" : String.join(", ", brands);
    }
}
