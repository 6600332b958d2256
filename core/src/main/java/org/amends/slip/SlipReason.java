package org.amends.slip;

/**
 * Why an act is not simply allowed.
 *
 * @param verdict what this reason alone leads to
 * @param rule which rule
 * @param evidence what was said or promised, and what goes against it, in a sentence
 */
public record SlipReason(Verdict verdict, SlipRule rule, String evidence) {}
