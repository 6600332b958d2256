package org.amends.language.fact;

import java.util.Set;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/** Finds names of users: behind words that announce them, behind an @, and those that no ordinary word looks like. */
final class UserNames {

    private static final Set<String> USERS = Lexicon.list(ReferenceWords.LISTS, "users");
    private static final Set<String> SURE_USERS = Lexicon.list(ReferenceWords.LISTS, "users_sure");
    private static final Set<String> MODELS = Lexicon.list(ReferenceWords.LISTS, "models");
    private static final Set<String> ACRONYMS = Lexicon.list(ReferenceWords.LISTS, "acronyms");

    /** "I'm @petra_makes". */
    private static final Set<String> SELF = Lexicon.words("m am im soy suis я sono");

    private static final Set<String> PLAIN = Lexicon.words("user handle usuario usuaria");
    private static final String QUOTES = "\"«“'‘";
    private static final Set<String> COPULAS = Lexicon.words("is es est c'est :");

    /** What is said of a name of a user instead of the name. */
    private static final Set<String> STATES = Lexicon.words(
            "wrong blocked locked banned deleted invalid unknown correct missing suspended disabled incorrect available"
                    + " rejected refused hacked stolen bloque supprime inconnu errone refuse invalide correcto incorrecto"
                    + " bloqueado suspendido eliminado invalido rechazado");

    /** Words behind which an address is the name of an account rather than where to write to. */
    private static final Set<String> SIGNED =
            Lexicon.words("account acct login username compte cuenta usuario аккаунт аккаунта логин identifiant");

    private static final int LONGEST = 20;

    private static final Set<String> PLAYS = Lexicon.words(
            "play plays playing played logged signed login registered known posting sell selling trade connecte connectee identifie joue tant registrado conectado");

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
        if (acting(word)) {
            return acted(word + 1);
        }
        if (!tokens.word(word) || !USERS.contains(tokens.form(word)) || tokens.is(word + 1, "@")) {
            return null;
        }
        int at = name(word);
        boolean colon = false;
        for (int i = word + 1; i < at; i++) {
            colon |= tokens.sign(i, ":");
        }
        int mailbox = SIGNED.contains(tokens.form(word)) ? mailbox(at) : -1;
        if (mailbox > 0) {
            return new Stretch(at, mailbox);
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
        boolean name = (mixed || joined || latin || telling(word, at, code) || (sure && colon))
                && !(hyphened && !sure && !latin)
                && code.text().length() >= 3;
        return name ? new Stretch(at, code.end()) : null;
    }

    /** The first piece behind a word that is no sign or verb between it and the name. */
    private int name(int word) {
        int at = word + 1;
        while (at < word + 5
                && (tokens.sign(at, ":\"«“'‘-–—(")
                        || tokens.is(at, "name")
                        || tokens.is(at, "is")
                        || tokens.is(at, "es")
                        || tokens.is(at, "est"))) {
            at++;
        }
        return at;
    }

    /** Whether a word without digits is a name: for a capital inside, or for what stands around it. */
    private boolean telling(int word, int at, Code code) {
        boolean sure = SURE_USERS.contains(tokens.form(word));
        boolean quoted = tokens.sign(at - 1, QUOTES);
        if (code.joints() > 0 || !tokens.word(at)) {
            return false;
        }
        if ((sure || quoted) && tokens.capitalInside(at)) {
            return true;
        }
        boolean lonely = at + 1 == tokens.size() || tokens.sign(at + 1, ",;.)") || !tokens.sameLine(at + 1);
        boolean said = COPULAS.contains(tokens.form(at - 1)) && lonely && !STATES.contains(tokens.form(at));
        return (sure || PLAIN.contains(tokens.form(word)))
                && tokens.latin(at)
                && code.capitals() == 0
                && code.text().length() >= SHORTEST_MIXED
                && (quoted || said);
    }

    /** Where an address ends by which an account goes; -1 if none stands here. */
    private int mailbox(int at) {
        int end = at;
        boolean sign = false;
        while (end < tokens.size()
                && end - at < LONGEST
                && (end == at || tokens.glued(end))
                && !tokens.sign(end, ",;()")) {
            sign |= tokens.sign(end, "@");
            end++;
        }
        return sign ? (tokens.sign(end - 1, ".!?:\"»") ? end - 1 : end) : -1;
    }

    /** "Logged in as", "I play as". */
    private boolean acting(int word) {
        return (tokens.is(word, "as") || tokens.is(word, "que") || tokens.is(word, "como"))
                && (PLAYS.contains(tokens.form(word - 1))
                        || (PLAYS.contains(tokens.form(word - 2)) && tokens.length(word - 1) <= 2));
    }

    private @Nullable Stretch acted(int at) {
        if (!tokens.word(at) || tokens.taken(at)) {
            return null;
        }
        Code code = Code.at(tokens, at);
        boolean marked = code.joints() > 0 || code.digits() > 0 || tokens.capitalInside(at);
        return marked && code.text().length() >= 4 ? new Stretch(at, code.end()) : null;
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
