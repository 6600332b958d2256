package org.amends.language.letter.writing;

import org.amends.language.letter.Lack;

/** A case from which no letter can be written. The case is at fault, so the message names the place and the remedy. */
public final class UnwritableCaseException extends RuntimeException {

    private final Lack lack;

    /** What the case lacks. */
    public UnwritableCaseException(Lack lack) {
        super("%s: %s.%n%s".formatted(lack.place(), lack.reason(), lack.remedy()));
        this.lack = lack;
    }

    /** What the case lacks. */
    public Lack lack() {
        return lack;
    }
}
