package org.amends.guard.substitution;

import java.util.List;
import org.amends.guard.food.Claim;
import org.amends.guard.food.Language;
import org.amends.guard.food.WordKind;
import org.amends.guard.label.Finding;
import org.amends.guard.label.LabelReader;
import org.amends.guard.label.LabelReading;
import org.jspecify.annotations.Nullable;

/**
 * A product as far as its name, category, list and labels tell.
 *
 * @param claims from labels, name and list, as a set of {@link Claim}s
 * @param labels from labels alone
 */
record ProductReading(
        Product product, LabelReading list, LabelReading name, LabelReading category, int claims, int labels) {

    static ProductReading of(Product product, LabelReader reader, @Nullable Language language) {
        LabelReading list = reader.readList(product.ingredients(), language);
        LabelReading name = reader.readName(product.name(), language);
        LabelReading category = reader.readName(product.category(), language);
        int labels = 0;
        for (String label : product.labels()) {
            Claim claim = Claim.named(label);
            if (claim != null) {
                labels |= claim.bit();
            } else {
                labels |= reader.readName(label, language).claims();
            }
        }
        return new ProductReading(product, list, name, category, labels | list.claims() | name.claims(), labels);
    }

    /** Whether the list can be relied on at all. */
    boolean hasList() {
        return !list.findings().isEmpty();
    }

    boolean claims(Claim claim) {
        return (claims & claim.bit()) != 0;
    }

    /** Whether it is meant for animals. */
    boolean isForPets() {
        return ((name.kinds() | category.kinds()) & WordKind.PET.bit()) != 0;
    }

    /** Whether its name or category says that it imitates what it names. */
    boolean isImitation() {
        int imitating = WordKind.ANALOGUE.bit();
        return ((name.kinds() | category.kinds()) & imitating) != 0
                || claims(Claim.VEGAN)
                || claims(Claim.VEGETARIAN)
                || claims(Claim.MEAT_FREE);
    }

    /** What name and category say; where the name names a food, the category adds nothing. */
    List<Finding> named() {
        if (!name.findings().isEmpty()) {
            return name.findings();
        }
        return category.findings();
    }
}
