package org.amends.language.lint;

import java.util.Locale;
import java.util.Optional;

/** What a letter must not do, with the reason. Sources are named as in the evidence of the product. */
public enum Rule {
    CONDITIONAL_APOLOGY(
            Level.ERROR,
            "An apology with an \"if\" doubts the harm; empathy counts more than anything else in an apology"
                    + " (Roschk and Kaiser 2013)."),
    BLAMING_APOLOGY(
            Level.ERROR,
            "An apology that turns on the customer is a second failure, and a failed recovery is worse than the first"
                    + " one (Maxham and Netemeyer 2002)."),
    PASSIVE_EVASION(
            Level.ERROR,
            "Nobody owns a mistake that \"was made\"; apologies work through what they let people think of the cause"
                    + " (r = .24, Hill 2013)."),
    NO_APOLOGY(Level.ERROR, "It was our fault, and 76 % want an apology while 32 % get one (CCMC 2013)."),
    REPEATED_APOLOGY(
            Level.WARNING,
            "Apologise once: repeated apologies can be worse than none (Halperin, Ho, List and Muir 2022)."),
    LATE_APOLOGY(
            Level.WARNING,
            "Whoever was hurt wants respect first; a late apology satisfies less (Roschk and Kaiser 2013)."),
    LATE_MONEY(
            Level.WARNING,
            "Whoever lost money wants it first: a remedy works when it matches the failure (Roschk and Gelbrich 2014)."),
    PROMISE_WITHOUT_OWNER_OR_DATE(
            Level.ERROR,
            "A promise without a person or a day cannot be kept or checked; a broken one is a double deviation"
                    + " (Joireman, Grégoire, Devezer and Tripp 2013)."),
    PROMISE_TO_DO_BETTER(
            Level.WARNING,
            "Apologies that promise to do better, with nothing to show for it, backfire"
                    + " (Halperin, Ho, List and Muir 2022)."),
    UNKNOWN_AMOUNT(Level.ERROR, "This sum is neither in the case nor in the approved plan."),
    UNKNOWN_DATE(Level.ERROR, "This day is neither in the case nor in the approved plan."),
    UNKNOWN_REFERENCE(Level.ERROR, "This reference is not in the case."),
    UNKNOWN_NAME(Level.WARNING, "Nobody of this name is in the case."),
    REMEDY_BEYOND_PLAN(
            Level.ERROR,
            "The approved plan holds no such remedy; what is promised and not given is a second failure"
                    + " (Bitner, Booms and Tetreault 1990)."),
    REMEDY_MISSING(
            Level.ERROR,
            "The plan holds a remedy that the letter does not tell; words and money together satisfy 73 %, one alone"
                    + " 37 % (CCMC 2015)."),
    PROMISE_MISSING(Level.ERROR, "The plan holds a promise that the letter does not make."),
    POINT_UNANSWERED(
            Level.ERROR,
            "The customer raised a point that the letter does not answer; every point is owed an answer (ISO 10002,"
                    + " EU payment services directive article 101)."),
    FAILURE_UNNAMED(
            Level.WARNING,
            "The letter does not name this failure by its day; facts that are acknowledged show empathy (Roschk and"
                    + " Kaiser 2013)."),
    WRONG_NAME(Level.ERROR, "This is not the customer's name; a wrong name says that nobody looked."),
    GENERIC_GREETING(
            Level.WARNING,
            "The customer has a name; lack of attention is a failure of its own (Roschk and Gelbrich 2014)."),
    WRONG_GENDER(Level.ERROR, "The customer is not addressed like this."),
    MIXED_ADDRESS(Level.ERROR, "One letter keeps one form of address, the one that the customer is used to."),
    SMALL_ADDRESS(Level.WARNING, "In a formal Russian letter to one person, Вы and Ваш begin with a capital letter."),
    MANDATORY_MISSING(Level.ERROR, "The rules of this complaint require the letter to say this."),
    LEGAL_FIRST(
            Level.ERROR,
            "Legal words before human ones tell whom the letter protects; fair treatment weighs most for loyalty"
                    + " (Gelbrich and Roschk 2011)."),
    BLAMES_CUSTOMER(
            Level.ERROR,
            "Who is blamed feels betrayed, and the closer the bond the more so (Grégoire and Fisher 2008)."),
    BLAMES_OTHERS(
            Level.WARNING,
            "The customer dealt with us; that the cause was ours to control is judged by what we do (Van Vaerenbergh et"
                    + " al. 2014)."),
    WIN_BACK(
            Level.WARNING,
            "Begging somebody to stay or come back only makes it worse; help them to move on (Johnson, Matear and"
                    + " Thomson 2011)."),
    SALES_PITCH(
            Level.ERROR,
            "Selling in answer to a complaint shows the wrong motive, and the motive decides between reconciliation and"
                    + " revenge (Joireman, Grégoire, Devezer and Tripp 2013)."),
    LONG_SENTENCE(Level.WARNING, "This sentence is too long to be taken in at one reading."),
    LONG_LETTER(Level.WARNING, "The letter is longer than what people read to the end."),
    HARD_TO_READ(Level.WARNING, "Long words in long sentences: many readers will not get through."),
    CLICHE(Level.WARNING, "A stock phrase sounds like nobody wrote it; empathy counts most (Roschk and Kaiser 2013)."),
    SHOUTING(Level.WARNING, "Capitals and rows of signs read as shouting."),
    WRONG_LANGUAGE(Level.ERROR, "This is not the customer's language."),
    PLACEHOLDER(Level.ERROR, "A blank of the template was left unfilled."),
    WRONG_WEEKDAY(Level.ERROR, "Weekday and day do not fit together, so one of them is wrong."),
    NO_SUCH_DAY(Level.ERROR, "There is no such day in the calendar.");

    private final Level level;
    private final String why;

    Rule(Level level, String why) {
        this.level = level;
        this.why = why;
    }

    /** How bad a breach usually is. */
    public Level level() {
        return level;
    }

    /** Why it matters, in a sentence. */
    public String why() {
        return why;
    }

    /** The name in files and reports: lower-case words joined by underscores. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rule of a name. */
    static Optional<Rule> of(String id) {
        for (Rule rule : values()) {
            if (rule.id().equals(id)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
