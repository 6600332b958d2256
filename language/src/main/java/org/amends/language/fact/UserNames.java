package org.amends.language.fact;

import java.util.Map;
import java.util.Set;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/** Finds names of users: behind words that announce them, behind an @, and those that no ordinary word looks like. */
final class UserNames {

    private static final Map<String, Set<String>> LISTS = Lexicon.read("references.txt");
    private static final Set<String> USERS = Lexicon.list(LISTS, "users");
    private static final Set<String> SURE_USERS = Lexicon.list(LISTS, "users_sure");
    private static final Set<String> MODELS = Lexicon.list(LISTS, "models");
    private static final Set<String> ACRONYMS = Lexicon.list(LISTS, "acronyms");

    /** "I'm @petra_makes". */
    private static final Set<String> SELF = Lexicon.words("m am im soy suis я sono");

    /** Shorter names with a capital inside are more often brands. */
    private static final int SHORTEST_MIXED = 6;

    private final Tokens tokens;
    private final boolean russian;

    UserNames(Tokens tokens) {
        this.tokens = tokens;
        this.russian = tokens.language() == Language.RUSSIAN;
    }

    /** The name that the word at a piece announces, or null. */
    @Nullable
    Stretch behind(int word) {
        if (!tokens.word(word) || !USERS.contains(tokens.form(word)) || tokens.is(word + 1, "@")) {
            return null;
        }
        int at = word + 1;
        boolean colon = false;
        while (at < word + 5
                && (tokens.sign(at, ":\"«“-–—(")
                        || tokens.is(at, "name")
                        || tokens.is(at, "is")
                        || tokens.is(at, "es")
                        || tokens.is(at, "est"))) {
            colon |= tokens.sign(at, ":");
            at++;
        }
        if (at >= tokens.size() || tokens.sign(at) || tokens.taken(at) || !tokens.sameLine(at)) {
            return null;
        }
        Code code = Code.at(tokens, at);
        boolean mixed = code.digits() > 0 && code.smalls() > 0;
        boolean joined = code.joints() > 0
                && (code.text().indexOf('_') >= 0 || code.text().indexOf('.') >= 0);
        boolean sure = SURE_USERS.contains(tokens.form(word));
        boolean hyphened = code.joints() > 0 && code.digits() == 0 && !joined;
        boolean latin = hyphened
                && code.capitals() == 0
                && tokens.latin(at)
                && (russian || sure || (at == word + 1 && !tokens.word(code.end())));
        boolean camel = sure && code.joints() == 0 && tokens.word(at) && tokens.capitalInside(at);
        boolean name = (mixed || joined || latin || camel || (sure && colon))
                && !(hyphened && !sure && !latin)
                && code.text().length() >= 3;
        return name ? new Stretch(at, code.end()) : null;
    }

    /** The name at a piece, with its @ where the writer speaks of an own account or signs with it; null if there is none. */
    @Nullable
    Stretch at(int i) {
        boolean at = tokens.is(i - 1, "@");
        if (at || tokens.glued(i + 1)) {
            Code code = Code.at(tokens, i);
            boolean joined = code.text().indexOf('_') > 0 && code.text().length() >= 5;
            boolean own = USERS.contains(tokens.form(i - 2))
                    || SELF.contains(tokens.form(i - 2))
                    || code.end() == tokens.size();
            if (at && own && (joined || code.joints() > 0)) {
                return new Stretch(i - 1, code.end());
            }
            boolean dotted = tokens.sign(i + 1, ".")
                    && code.joints() == 1
                    && code.capitals() == 0
                    && code.smalls() >= 6
                    && code.digits() >= 2
                    && Character.isDigit(code.text().charAt(code.text().length() - 1))
                    && tokens.word(i)
                    && tokens.word(i + 2);
            if (!at && (joined || dotted || (mixed(i) && code.end() == i + 2))) {
                return new Stretch(i, code.end());
            }
        }
        return null;
    }

    /** "DarkNikita09": a word with a capital inside and digits at the end. */
    private boolean mixed(int i) {
        return tokens.capital(i)
                && tokens.number(i + 1)
                && tokens.glued(i + 1)
                && tokens.length(i + 1) >= 2
                && tokens.length(i + 1) <= 4
                && tokens.length(i) >= SHORTEST_MIXED
                && tokens.capitalInside(i)
                && !ACRONYMS.contains(tokens.form(i))
                && !MODELS.contains(tokens.form(i - 1));
    }
}
