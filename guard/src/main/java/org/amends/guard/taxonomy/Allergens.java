package org.amends.guard.taxonomy;

import java.util.HashSet;
import java.util.Set;
import org.amends.guard.food.Trait;
import org.jspecify.annotations.Nullable;

/** Which allergens an entry has, by itself and by its parents. */
final class Allergens {

    private final Taxonomy foods;
    private final @Nullable Taxonomy named;
    private final Notes notes;
    private final Set<Entry> told = new HashSet<>();

    /**
     * @param foods the entries
     * @param named the taxonomy of allergens, whose other names may be used; null where it is not converted along
     */
    Allergens(Taxonomy foods, @Nullable Taxonomy named, Notes notes) {
        this.foods = foods;
        this.named = named;
        this.notes = notes;
    }

    /** As a set of traits. */
    long of(Entry entry) {
        long all = 0;
        for (Entry each : foods.lineage(entry)) {
            long its = own(each);
            all |= isOfOats(each) ? its & ~Trait.GLUTEN.bit() : its;
        }
        return all;
    }

    /** Oats have a trait of their own, since some are certified. */
    private boolean isOfOats(Entry entry) {
        if ((Kinds.of(entry).is() & Trait.OATS.bit()) != 0) {
            return true;
        }
        return !foods.parents(entry).isEmpty()
                && foods.parents(entry).stream()
                        .allMatch(each -> (foods.kind(each).is() & Trait.OATS.bit()) != 0);
    }

    private long own(Entry entry) {
        boolean isFirst = told.add(entry);
        long all = 0;
        for (String id : entry.allergens()) {
            long traits = traits(id);
            all |= traits;
            if (traits == 0 && isFirst) {
                notes.fault(
                        entry.place(),
                        entry.id() + " has the allergen \"" + id + "\", which the guard does not know",
                        "Maybe it is misspelt; if not, add its trait to the food by hand.");
            }
        }
        return all;
    }

    private long traits(String id) {
        long known = Kinds.allergen(id);
        if (known != 0 || named == null) {
            return known;
        }
        Entry entry = named.named(id);
        return entry == null ? 0 : of(entry.ids());
    }

    /** The traits of an allergen by its identifiers; 0 where the guard has no need for it. */
    static long of(Iterable<String> ids) {
        for (String id : ids) {
            long traits = Kinds.allergen(id);
            if (traits != 0) {
                return traits;
            }
        }
        return 0;
    }
}
