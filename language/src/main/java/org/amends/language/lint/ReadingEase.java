package org.amends.language.lint;

import org.amends.language.text.Language;
import org.amends.language.text.Word;

/**
 * How easy a text is to read, by the length of its sentences and words: about 0 (very difficult) to 100 (very easy).
 *
 * <p>Flesch 1948 for English; for French Kandel and Moles 1958; for Spanish Szigriszt Pazos 1993 on the scale of INFLESZ; for
 * Russian Oborneva 2006. Syllables are counted by groups of vowels, in Russian by vowels.
 */
final class ReadingEase {

    private static final String VOWELS = "aeiouyаеиоуыэюя";

    private ReadingEase() {}

    static double of(Sheet sheet) {
        int words = 0;
        int syllables = 0;
        for (Word word : sheet.words()) {
            if (LengthCheck.isRead(word) && Character.isLetter(word.form().charAt(0))) {
                words++;
                syllables += syllables(word.form(), sheet.language());
            }
        }
        return words == 0
                ? 100
                : ease(sheet.language(), (double) words / sheet.sentences(), (double) syllables / words);
    }

    private static double ease(Language language, double wordsPerSentence, double syllablesPerWord) {
        return switch (language) {
            case ENGLISH -> 206.835 - 1.015 * wordsPerSentence - 84.6 * syllablesPerWord;
            case FRENCH -> 207 - 1.015 * wordsPerSentence - 73.6 * syllablesPerWord;
            case SPANISH -> 206.835 - wordsPerSentence - 62.3 * syllablesPerWord;
            case RUSSIAN -> 206.835 - 1.3 * wordsPerSentence - 60.1 * syllablesPerWord;
        };
    }

    /** What the measure is called. */
    static String name(Language language) {
        return switch (language) {
            case ENGLISH -> "Flesch reading ease";
            case FRENCH -> "Reading ease (Kandel and Moles)";
            case SPANISH -> "Reading ease (Szigriszt Pazos)";
            case RUSSIAN -> "Reading ease (Oborneva)";
        };
    }

    /** How many syllables a word has, at least one. The form has no accents. */
    static int syllables(String form, Language language) {
        int count = 0;
        boolean before = false;
        for (int i = 0; i < form.length(); i++) {
            boolean vowel = VOWELS.indexOf(form.charAt(i)) >= 0;
            if (vowel && (!before || language == Language.RUSSIAN)) {
                count++;
            }
            before = vowel;
        }
        boolean mute = (language == Language.ENGLISH && form.endsWith("e") && !form.endsWith("le"))
                || (language == Language.FRENCH && (form.endsWith("e") || form.endsWith("es") || form.endsWith("ent")));
        return Math.max(1, mute && count > 1 ? count - 1 : count);
    }
}
