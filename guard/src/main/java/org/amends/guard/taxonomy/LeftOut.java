package org.amends.guard.taxonomy;

/** Why something in a taxonomy file has no place in the food file. */
public enum LeftOut {
    NO_NAME_HERE("entries without a name in en, fr, es, ru, it, de or pt"),
    NOTHING_TOLD("entries of which nothing is told, nor by a parent: the guard goes on asking"),
    NOT_A_FOOD("entries that are marked as no ingredient, or say that nothing is in it"),
    OTHER_ALLERGEN("allergens that the guard has no need for"),
    OTHER_LABEL("labels that are none of the guard's claims"),
    NO_NAME_LEFT("entries of which no name is left"),
    OTHER_LANGUAGE("names in other languages"),
    NAME_TOO_SHORT("names too short to be told from other words"),
    LABEL_WORD("names that are words of every label, such as fresh or without"),
    NAME_KNOWN("names of allergens and labels that the standard files understand as well"),
    NAME_TWICE("names that an entry has twice"),
    STOPWORDS("lists of stopwords: the guard has its own; parents are found by them"),
    SYNONYM_GROUP("groups of words with one meaning: the guard has its own"),
    OTHER_PROPERTY("properties that say nothing of what is in a food");

    private final String text;

    LeftOut(String text) {
        this.text = text;
    }

    /** In plain words, in the plural. */
    public String text() {
        return text;
    }
}
