package org.amends.deadline;

/** Something that rules require a letter to say. Whether it does is read from its text, never taken from its purpose. */
public enum LetterContent {
    /** Why: of a decision, or of not having one yet. */
    REASONS,
    /** The day by which the customer hears again. */
    NEXT_DAY,
    /** By when the rules require an answer. */
    DEADLINES,
    /** That the customer may turn to an outside body. */
    REFERRAL,
    /** How that body is reached. */
    REFERRAL_ADDRESS,
    /** How long the customer has to turn to it. */
    REFERRAL_LIMIT
}
