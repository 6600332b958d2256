package org.amends.guard.taxonomy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.amends.guard.food.Claim;
import org.amends.guard.food.FoodKnowledge;
import org.amends.guard.food.Language;
import org.jspecify.annotations.Nullable;

/**
 * Makes a food file of taxonomy files. An entry gets the traits that its flags, its allergens and its ancestors tell; what the
 * standard foods say of the words in its names is said of it too, since its longer names will hide them.
 */
public final class TaxonomyConverter {

    private final Notes notes = new Notes();
    private final FoodWriter writer = new FoodWriter();
    private final List<TaxonomyText> files;
    private final KnownParts parts;
    private final NameChoice choice;
    private int foods;
    private int claims;

    private TaxonomyConverter(List<TaxonomyText> files, FoodKnowledge standard) {
        this.files = files;
        parts = new KnownParts(standard);
        choice = new NameChoice(parts, notes);
    }

    /**
     * Converts files; those that refer to each other are to come together.
     *
     * @param files at most one of each kind
     * @param standard what is known without them
     */
    public static Conversion convert(List<TaxonomyText> files, FoodKnowledge standard) {
        return new TaxonomyConverter(files, standard).all();
    }

    private Conversion all() {
        Set<TaxonomyKind> kinds = EnumSet.noneOf(TaxonomyKind.class);
        writer.comment("Made from taxonomy files of Open Food Facts, whose data is under the Open Database License.");
        writer.comment("Read it, correct it, and keep your corrections in a file of your own.");
        for (TaxonomyText file : files) {
            if (!kinds.add(file.kind())) {
                throw new IllegalArgumentException("%s is a second file of %s. Convert it by itself."
                        .formatted(file.file(), file.kind().word()));
            }
            writer.source(file);
        }
        Taxonomy allergens = taxonomy(EnumSet.of(TaxonomyKind.ALLERGENS));
        Taxonomy entries = taxonomy(EnumSet.of(TaxonomyKind.INGREDIENTS, TaxonomyKind.ADDITIVES));
        Allergens known = new Allergens(entries, kinds.contains(TaxonomyKind.ALLERGENS) ? allergens : null, notes);
        allergens.entries().forEach(this::allergen);
        entries.entries().forEach(entry -> food(entry, entries, known));
        labels(taxonomy(EnumSet.of(TaxonomyKind.LABELS)));
        return new Conversion(writer.text(), foods, claims, writer.names(), notes.leftOut(), notes.faults());
    }

    private Taxonomy taxonomy(Set<TaxonomyKind> kinds) {
        List<TaxonomyReader> readings = files.stream()
                .filter(file -> kinds.contains(file.kind()))
                .map(file -> TaxonomyReader.read(file, notes))
                .toList();
        return new Taxonomy(readings, notes);
    }

    private void allergen(Entry entry) {
        long traits = Allergens.of(entry.ids());
        if (entry.id().equals("en:none")) {
            notes.leftOut(LeftOut.NOT_A_FOOD, entry.id());
        } else if (traits == 0) {
            notes.leftOut(LeftOut.OTHER_ALLERGEN, entry.id());
        } else {
            write("allergen:" + entry.id(), traits, 0, 0, choice.forAllergen(entry, traits), entry, null);
        }
    }

    private void food(Entry entry, Taxonomy entries, Allergens known) {
        if (entry.isIgnored()) {
            notes.leftOut(LeftOut.NOT_A_FOOD, entry.id());
            return;
        }
        if (entry.names().isEmpty()) {
            notes.leftOut(LeftOut.NO_NAME_HERE, entry.id());
            return;
        }
        FoodTraits traits = FoodTraits.of(entries, known, entry, parts.of(entry.names()), notes);
        if (!traits.isTold()) {
            notes.leftOut(LeftOut.NOTHING_TOLD, entry.id());
            return;
        }
        write(entry.id(), traits.is(), traits.may(), traits.seldom(), choice.forFood(entry), entry, traits.note());
    }

    private void write(
            String key,
            long is,
            long may,
            long seldom,
            Map<Language, List<String>> names,
            Entry entry,
            @Nullable String note) {
        if (names.isEmpty()) {
            notes.leftOut(LeftOut.NO_NAME_LEFT, entry.id());
            return;
        }
        writer.food(key, is, may, seldom);
        writer.names(names);
        writer.from(entry.file());
        if (note != null) {
            writer.note(note);
        }
        foods++;
    }

    private void labels(Taxonomy labels) {
        Map<Claim, Map<Language, Set<String>>> byClaim = new EnumMap<>(Claim.class);
        TaxonomyText file = null;
        for (Entry label : labels.entries()) {
            Set<Claim> made = LabelClaims.of(label, labels);
            Map<Language, List<String>> names =
                    made.isEmpty() ? Map.of() : choice.forClaim(label, LabelClaims.isCertifier(label));
            if (made.isEmpty()) {
                notes.leftOut(LeftOut.OTHER_LABEL, label.id());
            } else if (names.isEmpty()) {
                notes.leftOut(LeftOut.NO_NAME_LEFT, label.id());
            } else {
                file = label.file();
                claims++;
                for (Claim claim : made) {
                    names.forEach(
                            (language, some) -> byClaim.computeIfAbsent(claim, any -> new EnumMap<>(Language.class))
                                    .computeIfAbsent(language, any -> new LinkedHashSet<>())
                                    .addAll(some));
                }
            }
        }
        if (file != null) {
            claims(byClaim, file);
        }
    }

    private void claims(Map<Claim, Map<Language, Set<String>>> byClaim, TaxonomyText file) {
        byClaim.forEach((claim, names) -> {
            writer.words("claim:" + claim.name().toLowerCase(Locale.ROOT));
            Map<Language, List<String>> lists = new EnumMap<>(Language.class);
            names.forEach((language, some) -> lists.put(language, new ArrayList<>(some)));
            writer.names(lists);
            writer.from(file);
        });
    }
}
