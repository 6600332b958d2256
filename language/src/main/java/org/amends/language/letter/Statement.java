package org.amends.language.letter;

/**
 * One thing of the case that a letter states. Two letters that make the same statements say the same, whatever the language.
 *
 * @param place the field of the case, for example {@code failures[0].date}
 * @param value what is stated, in a form that is the same in every language: a day, a sum, a name; for whole wordings empty
 */
public record Statement(String place, String value) implements Comparable<Statement> {

    @Override
    public int compareTo(Statement other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : value.compareTo(other.value);
    }
}
