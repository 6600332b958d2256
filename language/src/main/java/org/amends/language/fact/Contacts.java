package org.amends.language.fact;

import java.util.Set;
import org.amends.language.text.Language;

/** Marks addresses of mailboxes and pages and telephone numbers, so that nothing else is read from their digits. */
final class Contacts {

    private static final Set<String> CALLING = Lexicon.words(
            "tel telephone phone mobile cell whatsapp fax call ring text sms portable fixe appeler"
                    + " rappeler appelez rappelez joindre joignable movil celular telefono llamar llamen llamarme llameme tfno cel wsp тел телефон"
                    + " телефону моб позвонить звоните перезвоните звонить ватсап contact numero number номер at au al on");

    /** Words between what has a number and the number. */
    private static final Set<String> NUMBER =
            Lexicon.words("number numbers no n nr is was numero numeros es est номер номером номера");

    private static final Set<String> ENDS =
            Lexicon.words("com org net fr es ru de uk io eu ca au mx ar cl co info shop app me be ch kz by ua рф");

    /** A telephone number has at least and at most so many digits. */
    private static final int LEAST = 8;

    private static final int MOST = 15;

    /** Longer addresses are cut, so that no text makes the looking long; in pieces. */
    private static final int LONGEST = 80;

    private final Tokens tokens;

    Contacts(Tokens tokens) {
        this.tokens = tokens;
    }

    void take() {
        for (int i = 0; i < tokens.size(); i++) {
            int end = tokens.taken(i) ? -1 : address(i);
            end = end > i || tokens.taken(i) ? end : telephone(i);
            if (end > i) {
                tokens.take(i, end);
                i = end - 1;
            }
        }
    }

    private int address(int i) {
        if (!tokens.word(i) && !tokens.number(i)) {
            return -1;
        }
        boolean page =
                tokens.is(i, "www") || (tokens.sign(i + 1, ":") && tokens.sign(i + 2, "/") && tokens.sign(i + 3, "/"));
        boolean shown = page;
        int end = i + 1;
        while (end - i < LONGEST
                && tokens.glued(end)
                && (!tokens.sign(end) || page || (tokens.sign(end, ".-_+@") && tokens.glued(end + 1)))) {
            boolean inside = tokens.sign(end - 1, ".") && ENDS.contains(tokens.form(end)) && !tokens.glued(end + 1);
            shown |= tokens.is(end, "@") || (inside && tokens.word(i) && tokens.length(i) > 1);
            end++;
        }
        return shown ? end : -1;
    }

    private int telephone(int i) {
        boolean plus = tokens.sign(i, "+") && tokens.number(i + 1);
        boolean bracket =
                tokens.sign(i, "(") && tokens.number(i + 1) && tokens.sign(i + 2, ")") && tokens.number(i + 3);
        if (!plus && !bracket && (!tokens.number(i) || tokens.glued(i))) {
            return -1;
        }
        int digits = 0;
        int groups = 0;
        int end = i;
        int at = i;
        while (digits <= MOST
                && at - i < LONGEST
                && (tokens.number(at) || (at == i && (plus || bracket)) || (tokens.sign(at, "-.()/") && at > i))) {
            if ((at > i && !tokens.sameLine(at)) || tokens.taken(at)) {
                break;
            }
            if (tokens.number(at)) {
                digits += tokens.length(at);
                groups++;
                end = at + 1;
            }
            at++;
        }
        if (shaped(i, end, digits, groups) && !announced(i) && !glues(end)) {
            return end;
        }
        return counted(i, end, digits, groups, plus || bracket) ? end : -1;
    }

    /** "555-123-4567", "343-204-18-82", "call 555-0142": groups of digits as telephone numbers are written. */
    private boolean shaped(int i, int end, int digits, int groups) {
        boolean american = digits == 10 && groups == 3 && tokens.length(end - 1) == 4 && tokens.length(i) == 3;
        boolean paired = tokens.language() == Language.RUSSIAN
                && tokens.length(i) == 3
                && tokens.sign(i + 1, "-")
                && tokens.length(end - 1) == 2
                && tokens.length(end - 3) == 2
                && tokens.sign(end - 2, "-")
                && ((digits == 7 && groups == 3) || (digits == 10 && groups == 4));
        boolean local = digits == 7 && groups == 2 && tokens.length(i) == 3 && tokens.sign(i + 1, "-") && called(i);
        return (american && tokens.sign(i + 1, "-.")) || paired || local;
    }

    /** Whether digits are so many, and stand so, that they can be called. */
    private boolean counted(int i, int end, int digits, int groups, boolean sign) {
        boolean size = digits >= LEAST && digits <= MOST && !glues(end);
        boolean announced = groups <= 4 && announced(i);
        boolean zero = tokens.form(i).startsWith("0") && !(tokens.form(i).startsWith("00") && digits < 11);
        boolean trunk = zero && !tokens.number(i - 1) && groups >= 3 && digits >= 10 && !announced;
        boolean year = tokens.length(i) == 4 && Calendar.year(tokens.form(i)) > 0;
        boolean eight = tokens.is(i, "8") && groups >= 4;
        return size && (sign || trunk || eight || (called(i) && groups != 2 && !announced && !year));
    }

    private boolean called(int i) {
        return CALLING.contains(tokens.form(i - 1)) || CALLING.contains(tokens.form(i - 2));
    }

    /** Whether a word before says that a reference follows, which groups of digits may be as well. */
    private boolean announced(int i) {
        int word = i - 1;
        while (word > i - LEAST && (NUMBER.contains(tokens.form(word)) || tokens.sign(word, ":.°№#"))) {
            word--;
        }
        return ReferenceWords.announce(tokens, i - 1)
                || ReferenceWords.announce(tokens, i - 2)
                || ReferenceWords.announce(tokens, word);
    }

    private boolean glues(int end) {
        return tokens.glued(end) && (tokens.word(end) || tokens.sign(end, "/_"));
    }
}
