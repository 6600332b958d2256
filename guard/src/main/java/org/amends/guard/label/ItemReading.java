package org.amends.guard.label;

import java.util.ArrayList;
import java.util.List;
import org.amends.guard.food.FoodKnowledge;
import org.amends.guard.food.Language;
import org.amends.guard.food.Word;
import org.amends.guard.food.Words;

/** One item of a label, with the names in it and the words that stay unknown. */
final class ItemReading {

    private final List<Token> tokens;
    private final List<Match> matches;
    private final List<Integer> unknown = new ArrayList<>();

    private ItemReading(List<Token> tokens, List<Match> matches) {
        this.tokens = tokens;
        this.matches = matches;
        for (int t = 0; t < tokens.size(); t++) {
            if (tokens.get(t).isContent() && !isCovered(t) && !isFunctionWord(tokens.get(t))) {
                unknown.add(t);
            }
        }
    }

    List<Token> tokens() {
        return tokens;
    }

    List<Match> matches() {
        return matches;
    }

    /** The numbers of tokens that might name something and are not known. */
    List<Integer> unknown() {
        return unknown;
    }

    private boolean isCovered(int token) {
        for (Match match : matches) {
            if (match.from() <= token && token < match.to()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFunctionWord(Token token) {
        for (Language language : Language.ALL) {
            if (token.meanings().isFunctionWord(language)) {
                return true;
            }
        }
        return false;
    }

    /** The words of a part of a text with their meanings; words that a line's end parted are joined. */
    static List<Token> tokens(FoodKnowledge knowledge, String text, int from, int to) {
        List<Token> tokens = new ArrayList<>();
        for (Word word : Words.of(text, from, to)) {
            Token token = new Token(word.text(), knowledge.meanings(word.text()), word.start(), word.end());
            Token before = tokens.isEmpty() ? null : tokens.getLast();
            if (before != null && mayBeOne(text, before, token)) {
                var together = knowledge.joined(before.word(), token.word());
                if (together != null) {
                    token = new Token(before.word() + token.word(), together, before.start(), token.end());
                    Token ignored = tokens.removeLast();
                }
            }
            tokens.add(token);
        }
        return tokens;
    }

    /**
     * Only blanks and hyphens stand between them. A hyphen before a blank parts a word at the end of a line, whatever its halves
     * may mean by themselves; otherwise one half must be unknown.
     */
    private static boolean mayBeOne(String text, Token first, Token second) {
        if (!Character.isLetter(first.word().charAt(0))
                || !Character.isLetter(second.word().charAt(0))) {
            return false;
        }
        boolean hyphen = false;
        boolean blank = false;
        for (int i = first.end(); i < second.start(); i++) {
            char c = text.charAt(i);
            boolean isHyphen = c == '-' || c == '\u2010' || c == '\u00AC';
            if (!isHyphen && !Character.isWhitespace(c)) {
                return false;
            }
            hyphen |= isHyphen;
            blank |= !isHyphen;
        }
        boolean parted = hyphen && blank && second.word().length() > 2;
        return first.word().length() > 1
                && (parted || !first.meanings().isKnown() || !second.meanings().isKnown());
    }

    /**
     * Reads the tokens in the language that knows most of them; among equals, in the one that comes first. What that one does
     * not know is looked for in the others.
     */
    static ItemReading of(FoodKnowledge knowledge, List<Token> tokens, List<Language> order, boolean name) {
        List<Match> best = List.of();
        int most = 0;
        Language chosen = null;
        for (Language language : order) {
            if (reach(tokens, language) <= most) {
                continue;
            }
            List<Match> matches = Names.in(tokens, language, knowledge.names(language));
            int covered = covered(tokens, matches, language);
            if (covered > most) {
                most = covered;
                best = matches;
                chosen = language;
            }
        }
        ItemReading reading = new ItemReading(tokens, best);
        // The unknown words of a name are mostly brands; in another language they may mean anything.
        if (chosen == null || reading.unknown.isEmpty() || (name && reading.hasFood())) {
            return reading;
        }
        return reading.completed(knowledge, order, chosen);
    }

    private boolean hasFood() {
        for (Match match : matches) {
            if (match.node().food() != null) {
                return true;
            }
        }
        return false;
    }

    private ItemReading completed(FoodKnowledge knowledge, List<Language> order, Language done) {
        ItemReading reading = this;
        for (Language language : order) {
            if (language != done && !reading.unknown.isEmpty() && knowsAny(tokens, language)) {
                List<Match> more = new ArrayList<>(reading.matches);
                for (Match match : Names.in(tokens, language, knowledge.names(language))) {
                    if (reading.isAllUnknown(match)) {
                        more.add(match);
                    }
                }
                more.sort((a, b) -> Integer.compare(a.from(), b.from()));
                reading = new ItemReading(tokens, more);
            }
        }
        return reading;
    }

    private boolean isAllUnknown(Match match) {
        for (int t = match.from(); t < match.to(); t++) {
            if (isCovered(t) || isFunctionWord(tokens.get(t))) {
                return false;
            }
        }
        return true;
    }

    private static boolean knowsAny(List<Token> tokens, Language language) {
        for (Token token : tokens) {
            if (token.meanings().size(language) > 0) {
                return true;
            }
        }
        return false;
    }

    /** What a language would cover if all words that it knows were in names. */
    private static int reach(List<Token> tokens, Language language) {
        int reach = 0;
        for (Token token : tokens) {
            if (token.meanings().size(language) > 0) {
                reach += weight(token);
            }
            if (token.meanings().isFunctionWord(language)) {
                reach += 1;
            }
        }
        return reach;
    }

    /** Letters covered by names and function words: long words tell languages apart better than short ones. */
    private static int covered(List<Token> tokens, List<Match> matches, Language language) {
        int covered = 0;
        for (Match match : matches) {
            for (int t = match.from(); t < match.to(); t++) {
                covered += weight(tokens.get(t));
            }
        }
        for (Token token : tokens) {
            if (token.meanings().isFunctionWord(language)) {
                covered += 1;
            }
        }
        return covered;
    }

    private static int weight(Token token) {
        int letters = 2 * token.word().length();
        return token.meanings().isGuessed() ? letters / 2 : letters;
    }
}
