package org.amends.guard.taxonomy;

import org.amends.guard.food.Trait;

/** Turns flags, allergens and ancestors into traits; in doubt into the stricter one. */
final class FoodTraits {

    /** Not vegetarian. */
    static final long KILLED = Trait.set(
            Trait.MEAT,
            Trait.PORK,
            Trait.BLOOD,
            Trait.FISH,
            Trait.SCALELESS,
            Trait.CRUSTACEAN,
            Trait.MOLLUSC,
            Trait.SLAUGHTER,
            Trait.INSECT);

    /** Vegetarian and not vegan. */
    static final long OF_ANIMALS = Trait.set(Trait.EGG, Trait.MILK, Trait.LACTOSE, Trait.HONEY, Trait.ANIMAL);

    private final Taxonomy taxonomy;
    private final Allergens allergens;
    private final Entry entry;
    private final KnownParts.Traits parts;
    private long is;
    private long may;
    private long seldom;
    private String note = "";
    private boolean isTold;

    private FoodTraits(Taxonomy taxonomy, Allergens allergens, Entry entry, KnownParts.Traits parts) {
        this.taxonomy = taxonomy;
        this.allergens = allergens;
        this.entry = entry;
        this.parts = parts;
    }

    static FoodTraits of(Taxonomy taxonomy, Allergens allergens, Entry entry, KnownParts.Traits parts, Notes notes) {
        FoodTraits traits = new FoodTraits(taxonomy, allergens, entry, parts);
        traits.work(notes);
        return traits;
    }

    /** Whether anything is told of it. */
    boolean isTold() {
        return isTold;
    }

    long is() {
        return is;
    }

    long may() {
        return may & ~is;
    }

    long seldom() {
        return seldom & ~is & ~may;
    }

    /** How it is known, for the expert. */
    String note() {
        return note;
    }

    private void work(Notes notes) {
        Taxonomy.Told vegetarian = taxonomy.vegetarian(entry);
        Taxonomy.Told vegan = taxonomy.vegan(entry);
        note = "vegetarian " + word(vegetarian) + "; vegan " + word(vegan);
        if (vegetarian.flag() == Flag.NO && vegan.flag() == Flag.YES) {
            notes.fault(
                    entry.place(), entry.id() + " is vegan and not vegetarian", "One is wrong; it is read as neither.");
        }
        if (vegetarian.flag() == Flag.NO) {
            vegan = vegetarian;
        } else if (vegetarian.flag() == Flag.UNKNOWN && vegan.flag() == Flag.YES) {
            vegetarian = vegan;
        }
        long known = allergens.of(entry);
        Kinds.Kind kind = taxonomy.kind(entry);
        long kinds = kind.is() & ~cleared();
        isTold = vegan.flag() != Flag.UNKNOWN || vegetarian.flag() != Flag.UNKNOWN || (known | kinds) != 0;
        is |= known | (kinds & ~KILLED & ~OF_ANIMALS);
        animal(vegetarian, kinds & KILLED, KILLED, Trait.SLAUGHTER, true);
        boolean explained = vegetarian.flag() == Flag.NO || (vegetarian.flag() != Flag.YES && vegan.flag() != Flag.NO);
        animal(vegan, kinds & OF_ANIMALS, OF_ANIMALS, Trait.ANIMAL, !explained);
        boolean surelyVegan = vegan.flag() == Flag.YES && vegan.own();
        may |= surelyVegan ? kind.may() & ~OF_ANIMALS : kind.may();
    }

    /**
     * The traits of one group.
     *
     * @param kinds by ancestors
     * @param group which traits
     * @param unnamed the trait where it is not known which
     * @param isNeeded whether the group has to explain the flag
     */
    private void animal(Taxonomy.Told told, long kinds, long group, Trait unnamed, boolean isNeeded) {
        boolean isNamed = ((kinds | is | parts.is()) & group) != 0;
        long found = kinds | (isNamed || !isNeeded ? 0 : unnamed.bit());
        switch (told.flag()) {
            case NO -> is |= found;
            case MAYBE, UNKNOWN, IGNORE -> may |= found | (isNeeded && kinds == 0 ? unnamed.bit() : 0);
            case YES -> may |= told.own() ? 0 : kinds;
        }
        words(told, group);
    }

    /** What the words of its names say, unless the flag knows better. */
    private void words(Taxonomy.Told told, long group) {
        long rest = ~KILLED & ~OF_ANIMALS & ~cleared();
        is |= parts.is() & rest;
        may |= parts.may() & rest;
        seldom |= parts.seldom() & rest;
        if (told.flag() != Flag.YES) {
            is |= parts.is() & group;
            may |= parts.may() & group;
            seldom |= parts.seldom() & group;
        } else if (!told.own()) {
            may |= (parts.is() | parts.may()) & group;
        }
    }

    /** What its name says that was taken out of it. */
    private long cleared() {
        String id = entry.id();
        if (id.contains("lactose-free") || id.contains("delactosed") || id.contains("sans-lactose")) {
            return Trait.LACTOSE.bit();
        }
        return 0;
    }

    private static String word(Taxonomy.Told told) {
        if (told.flag() == Flag.UNKNOWN) {
            return "not told";
        }
        return told.flag().word() + (told.own() ? "" : " by its parents");
    }
}
