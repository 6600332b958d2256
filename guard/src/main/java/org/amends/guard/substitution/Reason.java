package org.amends.guard.substitution;

import org.amends.slip.Verdict;

/**
 * Why a verdict is as it is.
 *
 * @param verdict what this reason alone would lead to
 * @param rule its name, for example {@code stated:vegetarian}
 * @param evidence the words that caused it, in a sentence
 * @param confidence that it holds, 0 to 1
 */
public record Reason(Verdict verdict, String rule, String evidence, double confidence) {}
