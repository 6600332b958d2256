package org.amends.language.letter;

/**
 * A point that the customer raised, with its answer.
 *
 * @param raised the point as the customer would name it: a noun in the nominative, or a question
 * @param answer whole sentences; where the outcome is a refusal, the reason
 */
public record Point(Wording raised, Outcome outcome, Wording answer) {}
