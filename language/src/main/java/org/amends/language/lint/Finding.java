package org.amends.language.lint;

import java.util.Comparator;

/**
 * One thing that is wrong with a letter.
 *
 * @param why what is wrong and what is known about it, in English
 * @param better a sentence to write instead, in the language of the letter; what it lacks stands in brackets
 */
public record Finding(Rule rule, Level level, Place place, String why, String better) {

    /** As they stand in the letter. */
    static final Comparator<Finding> BY_PLACE = Comparator.comparingInt(
                    (Finding finding) -> finding.place().start())
            .thenComparing(Finding::level)
            .thenComparing(Finding::rule);
}
