package org.amends.language.letter;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A part of a letter.
 *
 * @param joined whether its first sentences go on in the paragraph of the part before it
 * @param statements what it states of the case
 */
public record LetterPart(Kind kind, boolean joined, List<Block> blocks, SortedSet<Statement> statements) {

    public LetterPart {
        blocks = List.copyOf(blocks);
        statements = Collections.unmodifiableSortedSet(new TreeSet<>(statements));
    }

    /** A part that states these things, in any order. */
    public LetterPart(Kind kind, boolean joined, List<Block> blocks, Collection<Statement> statements) {
        this(kind, joined, blocks, new TreeSet<>(statements));
    }

    /** What a part is for. */
    public enum Kind {
        /** Day and reference. */
        HEADING,
        GREETING,
        /** Why this letter comes. */
        OPENING,
        /** What happened, by date and name. */
        FACTS,
        /** Whose fault it was. */
        RESPONSIBILITY,
        /** The one apology of the letter. */
        APOLOGY,
        /** What it meant for the customer. */
        RESPECT,
        /** How it came about; told once. */
        EXPLANATION,
        /** What the customer has a right to. */
        OWED,
        /** What is given beyond that. */
        GESTURES,
        /** What will be done, by whom and when. */
        PROMISES,
        /** The answer to each point raised. */
        ANSWERS,
        /** When the next answer comes, and why not now. */
        NEXT_WORD,
        /** What was changed so that it does not happen again. */
        FIX,
        THANKS,
        /** Help to leave. */
        PARTING,
        /** What the rules require, and where the customer can turn. */
        REGIME,
        CLOSING,
        SIGNATURE
    }
}
