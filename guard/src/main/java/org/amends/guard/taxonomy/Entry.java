package org.amends.guard.taxonomy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.guard.food.Language;

/** One entry of a taxonomy: its names, what is said of it, and what it is a kind of. */
final class Entry {

    private final TaxonomyText file;
    private final int line;
    private final List<String> ids = new ArrayList<>();
    private final Map<Language, List<String>> names = new EnumMap<>(Language.class);
    private final Set<String> parents = new LinkedHashSet<>();
    private final Set<String> allergens = new LinkedHashSet<>();
    private Flag vegan = Flag.UNKNOWN;
    private Flag vegetarian = Flag.UNKNOWN;

    Entry(TaxonomyText file, int line) {
        this.file = file;
        this.line = line;
    }

    TaxonomyText file() {
        return file;
    }

    String place() {
        return file.file() + ":" + line;
    }

    /** The identifiers of all its names in all languages; the first is its own. */
    List<String> ids() {
        return ids;
    }

    String id() {
        return ids.getFirst();
    }

    boolean isNamed() {
        return !ids.isEmpty();
    }

    /** Its names in the languages of the guard. */
    Map<Language, List<String>> names() {
        return names;
    }

    List<String> names(Language language) {
        return names.computeIfAbsent(language, any -> new ArrayList<>());
    }

    /** As they are written, as identifiers. */
    Set<String> parents() {
        return parents;
    }

    /** Of its own, as identifiers of the taxonomy of allergens. */
    Set<String> allergens() {
        return allergens;
    }

    Flag vegan() {
        return vegan;
    }

    Flag vegetarian() {
        return vegetarian;
    }

    void vegan(Flag flag) {
        vegan = vegan.with(flag);
    }

    void vegetarian(Flag flag) {
        vegetarian = vegetarian.with(flag);
    }

    /** Whether it is marked as no ingredient. */
    boolean isIgnored() {
        return vegan == Flag.IGNORE || vegetarian == Flag.IGNORE;
    }

    /** Takes over what another entry of the same identifier says. */
    void join(Entry other) {
        ids.addAll(other.ids);
        other.names.forEach((language, more) -> names(language).addAll(more));
        parents.addAll(other.parents);
        allergens.addAll(other.allergens);
        vegan(other.vegan);
        vegetarian(other.vegetarian);
    }
}
