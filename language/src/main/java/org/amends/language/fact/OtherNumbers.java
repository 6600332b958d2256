package org.amends.language.fact;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells numbers that look like references and are none: of laws and houses, of taxpayers and places, of models of things. */
final class OtherNumbers {

    private static final Set<String> LAWS = Lexicon.list(ReferenceWords.LISTS, "laws");
    private static final Set<String> STREETS = Lexicon.list(ReferenceWords.LISTS, "streets");
    private static final Set<String> REGISTERS = Lexicon.list(ReferenceWords.LISTS, "registers");
    private static final Set<String> THINGS = Lexicon.list(ReferenceWords.LISTS, "things");
    private static final Pattern EPISODE = Pattern.compile("[ST]\\d{1,2}E\\d{1,3}");
    private static final Set<String> CODES = Lexicon.words("код кода codigo code");
    private static final int CODE = 4;
    private static final Set<String> OFFERS = Lexicon.list(ReferenceWords.LISTS, "offers");
    private static final Set<String> FAULTS =
            Lexicon.words("fault error erreur erreurs panne fallo ошибка ошибки ошибку");

    /** How many pieces before a number a law or a street may be named. */
    private static final int NEAR = 6;

    /** How many words may stand between a thing and its model. */
    private static final int CLOSE = 3;

    private static final int MODEL_DIGITS = 5;

    /** How many pieces a list of flights may have before the last one. */
    private static final int LIST = 10;

    private static final Set<String> MODELS = Lexicon.list(ReferenceWords.LISTS, "models");
    private static final Set<String> FLIGHTS = Lexicon.list(ReferenceWords.LISTS, "flights");
    private static final Set<String> NUMBER = Lexicon.words("number no nr numero номер");
    private static final Set<String> STATES = Lexicon.list(ReferenceWords.LISTS, "states");

    private final Tokens tokens;

    OtherNumbers(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether the words before a number say that it is of another kind. */
    boolean announced(int at) {
        boolean model = NUMBER.contains(tokens.form(at - 1)) && MODELS.contains(tokens.form(at - 2));
        return model
                || before(at, LAWS, NEAR)
                || before(at, STREETS, NEAR)
                || before(at, OFFERS, CLOSE)
                || registered(at)
                || ofFault(at)
                || ofLock(at);
    }

    /** "Код 7731": a short number that opens a locker or a door. */
    private boolean ofLock(int at) {
        int word = tokens.sign(at - 1, ":") ? at - 2 : at - 1;
        return CODES.contains(tokens.form(word))
                && tokens.number(at)
                && tokens.length(at) <= CODE
                && (!tokens.glued(at + 1) || tokens.sign(at + 1, ".,;:!)"))
                && !ReferenceWords.announce(tokens, word - 1);
    }

    /** Whether a code that no word announces is of another kind. */
    boolean shaped(int at, Code code) {
        return announced(at)
                || EPISODE.matcher(code.text()).matches()
                || model(at, code)
                || houses(code)
                || flight(at, code);
    }

    /** "Flights AC 871, LX1627 and KL0644". */
    private boolean flight(int at, Code code) {
        if (code.capitals() != 2 || code.digits() > 4 || code.joints() > 0 || code.smalls() > 0) {
            return false;
        }
        for (int k = at - 1; k >= Math.max(0, at - LIST) && !tokens.sign(k, ".!?;("); k--) {
            if (FLIGHTS.contains(tokens.form(k))) {
                return true;
            }
        }
        return false;
    }

    /** "Austin, TX 78701": a state and the number of a place. */
    boolean place(int at) {
        return STATES.contains(tokens.form(at))
                && tokens.capitals(at)
                && (tokens.length(at + 1) == 5 || tokens.length(at + 1) == 4)
                && (tokens.sign(at - 1, ",") || tokens.capital(at - 1));
    }

    private boolean before(int at, Set<String> words, int reach) {
        for (int k = at - 1; k >= Math.max(0, at - reach); k--) {
            if (!tokens.sameLine(k + 1) || tokens.sign(k, "!?;:,\n")) {
                return false;
            }
            if (tokens.sign(k, ".") && !tokens.glued(k + 1) && tokens.length(k - 1) > 3) {
                return false;
            }
            if (words.contains(tokens.form(k))) {
                return true;
            }
        }
        return false;
    }

    /** "SIRET 441 188 220", "zip 60614-3312": numbers by which all companies and places go. */
    private boolean registered(int at) {
        int word = at - 1;
        while (word > at - CLOSE && tokens.sign(word, ":.°№#")) {
            word--;
        }
        return tokens.sameLine(at)
                && (REGISTERS.contains(tokens.form(word))
                        || REGISTERS.contains(tokens.form(at))
                        || REGISTERS.contains(tokens.form(word - 1) + " " + tokens.form(word)));
    }

    /** "Error code E-402", "552 5.2.2": what a machine shows. */
    private boolean ofFault(int at) {
        if (tokens.length(at) == 3 && tokens.number(at + 1) && tokens.length(at + 1) == 1 && tokens.sign(at + 2, ".")) {
            return true;
        }
        boolean named = FAULTS.contains(tokens.form(at - 1)) || FAULTS.contains(tokens.form(at - 2));
        boolean coded = FAULTS.contains(tokens.form(at - 3)) || FAULTS.contains(tokens.form(at - 4));
        boolean code = tokens.is(at - 1, "code") || tokens.is(at - 1, "codigo") || tokens.is(at - 1, "код");
        return (named && (code || tokens.length(at) == 1)) || (code && coded);
    }

    /** "The WH-1000XM5 headphones", "a washing machine Bosch WAN28281": letters and digits beside a thing that has a model. */
    private boolean model(int at, Code code) {
        if (code.capitals() == 0 || code.joints() > 1 || code.digits() > MODEL_DIGITS) {
            return false;
        }
        int end = code.end();
        boolean behind = tokens.word(end)
                && tokens.spaced(end)
                && (THINGS.contains(tokens.form(end))
                        || (tokens.spaced(end + 1) && THINGS.contains(tokens.form(end + 1))));
        for (int k = at - 1; k >= Math.max(0, at - CLOSE) && tokens.word(k) && tokens.spaced(k + 1); k--) {
            if (THINGS.contains(tokens.form(k))) {
                return true;
            }
        }
        return behind;
    }

    /** "220-224 High Road": from one house to another. */
    private boolean houses(Code code) {
        String text = code.text();
        int joint = text.indexOf('-');
        return code.joints() == 1
                && code.digits() + 1 == text.length()
                && joint == text.length() - 1 - joint
                && joint <= 4
                && text.substring(0, joint).compareTo(text.substring(joint + 1)) < 0
                && tokens.capital(code.end())
                && tokens.spaced(code.end());
    }
}
