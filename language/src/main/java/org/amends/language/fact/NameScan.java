package org.amends.language.fact;

import java.util.List;
import java.util.Set;
import org.amends.language.text.Language;

/** Finds people: behind titles and words of kin and work, by given names, initials and patronymics, and where a message is signed. */
final class NameScan {

    private static final Set<String> TITLES = Lexicon.list(NameRun.LISTS, "titles");
    private static final Set<String> ROLES = Lexicon.list(NameRun.LISTS, "roles");
    private static final Set<String> STREETS_BEFORE = Lexicon.list(NameRun.LISTS, "streets_before");
    private static final Set<String> BRANDS = Lexicon.list(NameRun.LISTS, "brands");
    private static final Set<String> CITIES = Lexicon.list(NameRun.LISTS, "cities");
    private static final Set<String> FAMILY = Lexicon.words("family famille familia семья семьи семье семью");
    private static final Set<String> NAMED = Lexicon.words(
            "named called nomme nommee prenomme prenommee appelle llamada llamado llama llamo tal зовут имени имя apellido");
    private static final Set<String> LOCATIVE = Lexicon.words(
            "in at from to near into via towards a en vers depuis pour desde hacia hasta в во из на до от под через");
    private static final Set<String> ONLY_CAPITAL_TITLES = Lexicon.words(
            "m me pr fr miss sister brother father nurse captain judge uncle aunt nan granny maman papa"
                    + " grandma grandad dame lord lady sir madam constable messrs ing lic tal prof d mamy papi papy mamie");

    private static final Set<String> SHORTENED =
            Lexicon.words("mr mrs ms dr prof rev fr sr sra srta d dna dra lic ing arq m mm mme mlle pr me гр тов г");
    private static final Set<String> SELF = Lexicon.words("soy ici am m je suis habla escribe this is aqui this");

    private final Tokens tokens;
    private final boolean russian;
    private final NameRun run;
    private final People people;

    NameScan(Tokens tokens) {
        this.tokens = tokens;
        this.russian = tokens.language() == Language.RUSSIAN;
        this.run = new NameRun(tokens);
        this.people = new People(tokens);
    }

    List<PersonName> run() {
        new Signature(tokens, run).find(this::note);
        int i = 0;
        while (i < tokens.size()) {
            int end = tokens.capital(i) && !tokens.taken(i) && !(tokens.glued(i) && tokens.number(i - 1))
                    ? person(i)
                    : -1;
            i = end > i ? end : i + 1;
        }
        return people.merged();
    }

    private void note(int from, int end) {
        tokens.take(from, end);
        people.add(from, end);
    }

    private int accept(int from, int end) {
        note(from, end);
        return end;
    }

    /** The end of the person's name that begins at a piece, or -1. */
    private int person(int i) {
        if (run.initial(i)) {
            boolean title = tokens.is(i, "m") && tokens.language() == Language.FRENCH && tokens.length(i + 2) > 1;
            return title ? -1 : initials(i);
        }
        boolean elided = tokens.glued(i) && tokens.sign(i - 1, "'’") && tokens.glued(i - 1) && tokens.length(i - 2) > 1;
        if (elided
                || !run.word(i)
                || (tokens.length(i) < 2 && !(tokens.sign(i + 1, "\'’") && tokens.capital(i + 2)))
                || (TITLES.contains(tokens.form(i)) && run.word(i + 1))) {
            return -1;
        }
        int end = run.end(i);
        if (russian && end > i + 1 && opener(i)) {
            return accept(i + 1, end);
        }
        if (russian && (patronymic(i, end) || surnameFirst(i, end))) {
            return accept(i, end);
        }
        if (run.business(i, end) || street(i) || quotedAlone(i, end)) {
            return end;
        }
        if (titled(i) || family(i)) {
            return ROLES.contains(tokens.form(i)) ? -1 : accept(i, end);
        }
        if (GivenNames.known(tokens.form(i))) {
            return given(i, end);
        }
        if (russian
                && end == i + 2
                && !tokens.opensSentence(i)
                && RussianNames.plainSurname(tokens.form(i + 1))
                && !RussianNames.adjective(tokens.form(i))
                && !tokens.capitals(i)) {
            return accept(i, end);
        }
        return related(i, end) ? accept(i, end) : -1;
    }

    /** A word that begins a sentence before a name: "Пишет Зинаида Аркадьевна". */
    private boolean opener(int i) {
        boolean role = ROLES.contains(tokens.form(i)) || FAMILY.contains(tokens.form(i));
        boolean other = role || (!GivenNames.known(tokens.form(i)) && !RussianNames.surname(tokens.form(i)));
        String next = tokens.form(i + 1);
        return other
                && tokens.opensSentence(i)
                && (GivenNames.known(next) || RussianNames.patronymic(next) || (role && RussianNames.surname(next)))
                && tokens.spaced(i + 1);
    }

    private boolean titled(int i) {
        boolean point = tokens.sign(i - 1, ".") && tokens.glued(i - 1);
        int at = point ? i - 2 : i - 1;
        at = tokens.sign(at, ")") && tokens.is(at - 1, "a") ? at - 3 : at;
        if (tokens.is(at, "н") || tokens.is(at, "жа")) {
            return tokens.is(at - 1, "-") && tokens.is(at - 2, "г");
        }
        String title = tokens.form(at);
        if (!TITLES.contains(title) || !tokens.sameLine(i) || (point && !SHORTENED.contains(title))) {
            return false;
        }
        boolean letter = title.length() == 1 && !point;
        boolean related = ROLES.contains(title) && GivenNames.known(tokens.form(i));
        boolean capital = tokens.capital(at) || related || !ONLY_CAPITAL_TITLES.contains(title);
        boolean shouted = tokens.capitals(i)
                && tokens.capitals(at)
                && !GivenNames.known(tokens.form(i))
                && tokens.capitals(i + 1);
        return capital && !letter && !shouted && !(title.equals("me") && !tokens.capital(at));
    }

    private boolean family(int i) {
        boolean before = FAMILY.contains(tokens.form(i - 1)) && tokens.capital(i - 1);
        return before || (tokens.is(i + 1, "family") && tokens.is(i - 1, "the"));
    }

    private int given(int i, int end) {
        String form = tokens.form(i);
        boolean several = end > i + 1;
        boolean shouted = tokens.capitals(i)
                && ((tokens.capitals(i - 1) && tokens.length(i - 1) > 1)
                        || (tokens.capitals(end) && tokens.length(end) > 1));
        if (shouted || (tokens.capitals(i) && several && tokens.capitals(i + 1))) {
            return shouted(i, end);
        }
        boolean afterName = tokens.capital(i - 1)
                && tokens.spaced(i)
                && !tokens.opensSentence(i - 1)
                && run.word(i - 1)
                && !ROLES.contains(tokens.form(i - 1));
        boolean place = GivenNames.place(form)
                && LOCATIVE.contains(tokens.form(i - 1))
                && !(several && GivenNames.known(tokens.form(i + 1)));
        boolean doubtful =
                GivenNames.common(form) && !several && tokens.opensSentence(i) && !address(end) && !introduced(i);
        boolean brand = BRANDS.contains(form + " " + tokens.form(i + 1));
        boolean town = GivenNames.place(form) && tokens.sign(i - 1, ",") && tokens.taken(i - 2) && !tokens.word(end);
        boolean lonelyPlace = GivenNames.place(form) && CITIES.contains(form) && !several && !related(i, end);
        if (afterName || place || doubtful || lonelyPlace || brand || town) {
            return end;
        }
        return accept(i, end);
    }

    /** In a text of capitals a name is as long as its words are given names, with one more at the end of a sentence. */
    private int shouted(int i, int end) {
        if (GivenNames.common(tokens.form(i)) || GivenNames.place(tokens.form(i))) {
            return i + 1;
        }
        int known = i + 1;
        while (known < end && GivenNames.known(tokens.form(known))) {
            known++;
        }
        return accept(i, known == end - 1 && !tokens.word(end) ? end : known);
    }

    /** "Rose, please": the name is spoken to. */
    private boolean address(int end) {
        return tokens.sign(end, ",!");
    }

    private boolean introduced(int i) {
        return tokens.sign(i - 1, ",:—–-") || ROLES.contains(tokens.form(i - 1));
    }

    /** Whether a word before says that a person's name follows: "my colleague X", "his name is X", "au nom de X", "a woman, X,". */
    private boolean related(int i, int end) {
        String before = tokens.form(i - 1);
        boolean brand = BRANDS.contains(tokens.form(i))
                || CITIES.contains(tokens.form(i))
                || (tokens.capitals(i) && tokens.length(i) > 1);
        if (brand || !tokens.sameLine(i)) {
            return false;
        }
        boolean several = end > i + 1;
        if (NAMED.contains(before) || (tokens.is(i - 1, "is") && tokens.is(i - 2, "name"))) {
            return true;
        }
        if (nameBefore(i)) {
            return true;
        }
        if (several
                && !tokens.capitals(i)
                && SELF.contains(before)
                && !(tokens.is(i - 1, "is") && !tokens.is(i - 2, "this"))) {
            return true;
        }
        if (several && tokens.is(i - 1, "de") && ROLES.contains(tokens.form(i - 2)) && !russian) {
            return true;
        }
        if (tokens.is(i - 1, "es") && tokens.is(i - 2, "nombre")) {
            return true;
        }
        if (ROLES.contains(before)) {
            return !ROLES.contains(tokens.form(i))
                    && !(russian && tokens.opensSentence(i - 1) && tokens.capital(i - 2));
        }
        boolean aside = tokens.sign(i - 1, ",") && ROLES.contains(tokens.form(i - 2)) && tokens.sign(end, ",.)");
        return aside && (!russian || several || RussianNames.surname(tokens.form(i)));
    }

    /** "au nom de X", "in the name of X", "nombre: X". */
    private boolean nameBefore(int i) {
        boolean nameOf = (tokens.is(i - 1, "de") && (tokens.is(i - 2, "nom") || tokens.is(i - 2, "nombre")))
                || (tokens.is(i - 1, "of") && tokens.is(i - 2, "name"));
        return nameOf
                || (tokens.is(i - 1, ":")
                        && (tokens.is(i - 2, "name")
                                || tokens.is(i - 2, "nom")
                                || tokens.is(i - 2, "nombre")
                                || tokens.is(i - 2, "фио")));
    }

    private boolean street(int i) {
        int at = i - 1;
        if (tokens.sign(at, ".") && tokens.glued(at)) {
            at--;
        }
        while (at > i - 4
                && (tokens.is(at, "de")
                        || tokens.is(at, "del")
                        || tokens.is(at, "la")
                        || tokens.is(at, "des")
                        || tokens.is(at, "du"))) {
            at--;
        }
        if (tokens.sign(at, "-") && tokens.glued(at)) {
            at--;
        }
        boolean letter = tokens.length(at) == 1 && at == i - 1;
        boolean named = STREETS_BEFORE.contains(tokens.form(at)) && tokens.sameLine(i) && !letter;
        boolean article = tokens.is(at, "the") || tokens.is(at, "at");
        return named
                && !article
                && !(at < i - 1
                        && (tokens.is(at, "bar")
                                || tokens.is(at, "club")
                                || tokens.is(at, "maison")
                                || tokens.is(at, "casa")));
    }

    private boolean quotedAlone(int i, int end) {
        return tokens.sign(i - 1, "«\"“„") && tokens.glued(i) && tokens.sign(end, "»\"”“") && tokens.glued(end);
    }

    /** "S. Galarza", "Ю. В. Заболотная". */
    private int initials(int i) {
        int at = i + 2;
        if (run.initial(at)) {
            at += 2;
        }
        boolean hyphen = tokens.sign(i + 2, "-") && run.initial(i + 3);
        at = hyphen ? i + 5 : at;
        boolean name = run.word(at) && tokens.length(at) >= 2 && tokens.sameLine(at) && !tokens.capitals(at);
        boolean address = STREETS_BEFORE.contains(tokens.form(i - 1)) && tokens.sameLine(i);
        if (!name || address) {
            return -1;
        }
        int end = run.end(at);
        return run.business(i, end) ? end : accept(i, end);
    }

    private boolean patronymic(int i, int end) {
        for (int k = i; k < end; k++) {
            if (RussianNames.patronymic(tokens.form(k)) && !STREETS_BEFORE.contains(tokens.form(i - 1))) {
                boolean pair = k > i || end > i + 1;
                return pair || !tokens.opensSentence(i);
            }
        }
        return false;
    }

    /** "Лопуховой Марии", "Щербатых Н. И.": the surname stands first. */
    private boolean surnameFirst(int i, int end) {
        boolean given = end > i + 1
                && GivenNames.known(tokens.form(i + 1))
                && RussianNames.surname(tokens.form(i))
                && !GivenNames.known(tokens.form(i));
        boolean initials = end > i + 2 && run.initial(i + 1) && RussianNames.surname(tokens.form(i));
        return (given || initials)
                && !street(i)
                && !(tokens.opensSentence(i) && given && end == i + 2 && !RussianNames.surname(tokens.form(i)));
    }
}
