package org.amends.server.watch;

import java.util.Locale;

/**
 * How far the probability of leaving has risen, in steps that are worth a message.
 *
 * <p>The marks are fixed and not part of the policy, since they shape no decision: {@link #HIGH} is likelier to end than to last,
 * {@link #RAISED} one in four. A relationship falls back only when it is a tenth below the mark, so that one that hovers about
 * a mark is told once.
 */
public enum RiskMark {
    LOW(0),
    RAISED(0.25),
    HIGH(0.5);

    private static final double SLACK = 0.9;

    private final double from;

    RiskMark(double from) {
        this.from = from;
    }

    /** The name in APIs and messages, for example {@code raised}. */
    public String stableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mark of this probability for a relationship that was at this mark before. */
    RiskMark next(double probability) {
        RiskMark highest = LOW;
        for (RiskMark mark : values()) {
            double needed = mark.ordinal() <= ordinal() ? mark.from * SLACK : mark.from;
            if (probability >= needed) {
                highest = mark;
            }
        }
        return highest;
    }
}
