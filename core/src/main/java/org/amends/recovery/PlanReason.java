package org.amends.recovery;

import java.util.Locale;

/** Why something is in a plan, or is not. The names are stable; texts for people are made from them. */
public enum PlanReason {
    /** The law, the contract or the published policy grants it. */
    OWED,
    /** It makes good in kind what was lost (Roschk and Gelbrich 2014). */
    MATCHES_LOSS,
    /** Words double what money alone does (CCMC 2015: 37 % satisfied with money, 73 % with words added). */
    WORDS_WITH_MONEY,
    /** Respect was lost, so respect is what is given (Krapfel 1985; Abeler et al. 2010). */
    RESPECT_WANTED,
    /** A recovery failed before: apology and compensation together, never one alone (Joireman et al. 2013). */
    DOUBLE_DEVIATION,
    /** Trust was betrayed (Gregoire and Fisher 2008). */
    TRUST_BETRAYED,
    /** Grave enough for somebody who is responsible to speak. */
    GRAVE,
    /** The customer is vulnerable. */
    VULNERABLE,
    /** Somebody may be harmed. */
    SAFETY,
    /** The customer rages: a person, not a letter. */
    RAGE,
    /** The customer said nothing, and the company knows. */
    SILENT,
    /** Many small things are open. */
    MANY_ISSUES,
    /** The cause is likely to act again, so the process is mended and that is told (Van Vaerenbergh et al. 2014). */
    CAUSE_REMAINS,
    /** The customer expects more than the loss made good. */
    EXPECTATION,
    /** A member of standing feels a failure more (von Wangenheim and Bayon 2007). */
    STANDING,
    /** The company gave no attention for long. */
    NEGLECT,
    /** The customer looks elsewhere. */
    RIVAL,
    /** An answer came after its promised time. */
    WORD_BROKEN,
    /** Who comes back for something better stays longest (Kumar, Bhagwat and Zhang 2015). */
    INVITATION,
    /** The relationship is ended decently. */
    PARTING,
    /** Winning back may make it worse for a customer to whom the brand was part of themselves (Johnson et al. 2011). */
    WIN_BACK_HURTS,
    /** Nothing is sold to somebody whose complaint is open. */
    SOMETHING_OPEN,
    /** A loss stands; words alone do not make it good. */
    LOSS_STANDS,
    /** After failed recoveries one more apology alone may be worse than none (Halperin et al. 2022). */
    WORDS_WORN_OUT,
    /** Money alone leaves what was done to the person as it is. */
    PERSON_HURT,
    /** Beyond one and a half times the loss more money does not help (Haesevoets et al. 2017). */
    BEYOND_CAP,
    /** After a data breach compensation must meet the expectation, not exceed it (Goode et al. 2017). */
    BREACH_EXPECTATION,
    /** It costs more than it brings. */
    NOT_WORTH_ITS_COST,
    /** Another plan does more for the same. */
    LESS_EFFECT;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The name in files and APIs, for example {@code matches_loss}. */
    public String word() {
        return word;
    }
}
