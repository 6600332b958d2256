package org.amends.language.letter.json;

import org.amends.language.letter.LetterCase;

/** What came of reading a case. */
public sealed interface LetterCaseReading {

    /** The text is this case, and the case is complete for its kind. */
    record Read(LetterCase letterCase) implements LetterCaseReading {}

    /**
     * The text cannot be a case.
     *
     * @param place the field at fault, for example {@code promises[1].due}, or the line and column where JSON ends to be JSON
     * @param reason what was found there, without a full stop
     * @param remedy what to do about it
     */
    record Refused(String place, String reason, String remedy) implements LetterCaseReading {

        /** The three in two lines. */
        public String told() {
            return "%s: %s.%n%s".formatted(place, reason, remedy);
        }
    }
}
