package org.amends.language.fact;

/** What Russian patronymics and surnames look like in any case. */
final class RussianNames {

    private static final String[] PATRONYMICS = {"ович", "евич", "ьич", "овна", "евна", "ична", "инична", "оглы", "кызы"
    };
    private static final String[] PATRONYMIC_CASES = {
        "овича", "овичу", "овичем", "овиче", "евича", "евичу", "евичем", "евиче", "ьича", "ьичу", "ьичем", "овны",
        "овне", "овну", "овной", "овною", "евны", "евне", "евну", "евной", "ичны", "ичне", "ичну", "ичной"
    };
    private static final String[] SURNAMES = {
        "ов", "ев", "ин", "ын", "ова", "ева", "ина", "ына", "ову", "еву", "ину", "овой", "евой", "иной", "ыной", "овым",
        "евым", "иным", "овых", "евых", "иных", "ский", "ская", "ского", "скому", "ской", "скую", "ским", "ских",
        "цкий", "цкая", "цкого", "цкой", "цкому", "цких", "енко", "ейко", "чук", "чука", "чуку", "чуком", "юк", "юка",
        "юку", "ян", "яна", "яну", "янц", "дзе", "швили", "ец", "енок", "ко", "ых", "их", "ая", "ак", "ук", "айтис",
        "оглу", "баев", "баева", "улы", "кызы", "ер", "ман", "берг", "штейн", "аш", "ич", "ур", "ло"
    };

    /** Endings that hardly any other word has behind a given name. */
    private static final String[] PLAIN_SURNAMES = {
        "ов", "ев", "ин", "ова", "ева", "ина", "ову", "еву", "ину", "овой", "евой", "иной", "овым", "евым", "иным",
        "енко", "чук", "юк", "дзе", "швили", "ян"
    };

    private static final String[] ADJECTIVES = {
        "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ом", "ую", "ых", "их"
    };

    private RussianNames() {}

    /** Whether the form ends as the commonest surnames do. */
    static boolean plainSurname(String form) {
        return form.length() >= 5 && ends(form, PLAIN_SURNAMES);
    }

    /** Whether the form ends like an adjective, as the first words of towns and offices do. */
    static boolean adjective(String form) {
        return ends(form, ADJECTIVES);
    }

    /** Whether the form is a patronymic in any case. */
    static boolean patronymic(String form) {
        return form.length() >= 6 && (ends(form, PATRONYMICS) || ends(form, PATRONYMIC_CASES));
    }

    /** Whether the form ends like a surname in any case. */
    static boolean surname(String form) {
        return form.length() >= 4 && ends(form, SURNAMES);
    }

    private static boolean ends(String form, String[] endings) {
        for (String ending : endings) {
            if (form.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two forms are cases of one word: they differ in their ends alone. */
    static boolean sameWord(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        String first = GivenNames.nominative(one);
        if (first != null) {
            return first.equals(GivenNames.nominative(other));
        }
        int shared = 0;
        int shortest = Math.min(one.length(), other.length());
        while (shared < shortest && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared >= 3 && one.length() - shared <= 3 && other.length() - shared <= 3;
    }
}
