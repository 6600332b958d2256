package org.amends.language.fact;

import java.util.HashMap;
import java.util.Map;

/**
 * How sums are written in the countries of the peso, which shows a little where a text comes from when no word does: a point
 * parts thousands in Argentina, Chile and Colombia and a comma in Mexico; prices end with 990 in Chile and with 900 in Colombia;
 * in Argentina a space follows the sign.
 */
final class PesoStyle {

    private static final int MILLIONS = 2;

    private PesoStyle() {}

    /** One vote for the country whose way the first such sum shows; none if there is no such sum. */
    static Map<String, Integer> votes(Tokens tokens) {
        Map<String, Integer> votes = new HashMap<>();
        for (int i = 0; i < tokens.size() && votes.isEmpty(); i++) {
            if (tokens.is(i, "€") || tokens.is(i, "euros")) {
                return new HashMap<>();
            }
            boolean sign = tokens.is(i, "$") && !(tokens.glued(i) && tokens.word(i - 1));
            if (sign && tokens.number(i + 1) && tokens.sameLine(i + 1)) {
                vote(tokens, i + 1, true, votes);
            }
        }
        for (int i = 1; i < tokens.size() && votes.isEmpty(); i++) {
            boolean begins = tokens.number(i) && !tokens.glued(i) && tokens.length(i) <= 3;
            if (begins && groups(tokens, i) > 0) {
                vote(tokens, i, false, votes);
            }
        }
        return votes;
    }

    /** How many groups of three digits follow a number. */
    private static int groups(Tokens tokens, int number) {
        int groups = 0;
        int at = number + 1;
        while (tokens.sign(at, ".,'")
                && tokens.glued(at)
                && tokens.glued(at + 1)
                && tokens.number(at + 1)
                && tokens.length(at + 1) == 3) {
            groups++;
            at += 2;
        }
        return groups;
    }

    private static void vote(Tokens tokens, int number, boolean sign, Map<String, Integer> votes) {
        int groups = groups(tokens, number);
        if (groups == 0) {
            return;
        }
        String last = tokens.form(number + 2 * groups);
        if (tokens.is(number + 1, ",")) {
            votes.put("MX", 1);
        } else if (sign && tokens.spaced(number)) {
            votes.put("AR", 1);
        } else if (last.endsWith("990")) {
            votes.put("CL", 1);
        } else {
            boolean chile = sign && groups < MILLIONS && tokens.length(number) == 3 && last.equals("000");
            votes.put(chile ? "CL" : "CO", 1);
        }
    }
}
