package org.amends.server.relationship;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.amends.server.access.Caller;
import org.jspecify.annotations.Nullable;

/** The brands that a caller may see, in the form in which lists take them. */
public final class SeenBrands {

    private SeenBrands() {}

    /** The brands; null for all. */
    public static @Nullable Set<String> of(Caller caller) {
        String[] names = caller.brands().names();
        return names == null ? null : new TreeSet<>(List.of(names));
    }
}
