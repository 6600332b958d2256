package org.amends.guard.taxonomy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.guard.food.Food;
import org.amends.guard.food.Language;
import org.amends.guard.food.Trait;
import org.amends.guard.food.Word;
import org.amends.guard.food.Words;
import org.amends.guard.label.LabelReading;
import org.jspecify.annotations.Nullable;

/** Which names of an entry may be given to the guard. */
final class NameChoice {

    /** Shorter single words mean too much, unless the standard foods know them. */
    private static final int SHORTEST = 4;

    /** "A votre service" is a certifier too. */
    private static final int ENOUGH_WORDS = 3;

    /** How the words for vegan, vegetarian, halal and kosher begin. */
    private static final List<String> CERTIFIED = List.of(
            "vega", "vege", "вега", "веге", "hala", "hall", "халя", "kosh", "kosc", "kash", "kasc", "cash", "cach",
            "коше");

    private final KnownParts parts;
    private final Notes notes;

    NameChoice(KnownParts parts, Notes notes) {
        this.parts = parts;
        this.notes = notes;
    }

    /** For a food. */
    Map<Language, List<String>> forFood(Entry entry) {
        return chosen(entry, 0, false);
    }

    /**
     * For an allergen.
     *
     * @param traits of it: a name that the standard foods know with them needs no second saying
     */
    Map<Language, List<String>> forAllergen(Entry entry, long traits) {
        boolean isGluten = (traits & Trait.GLUTEN.bit()) != 0;
        return chosen(entry, isGluten ? traits | Trait.OATS.bit() : traits, false);
    }

    /**
     * For a claim, which can only make the guard milder: what the standard files understand needs no second saying, and who
     * certifies something has to be named unmistakably.
     *
     * @param isCertifier whether it is below the label that makes the claim
     */
    Map<Language, List<String>> forClaim(Entry entry, boolean isCertifier) {
        Map<Language, List<String>> names = chosen(entry, 0, true);
        if (isCertifier) {
            names.forEach((language, some) -> some.removeIf(name -> isCommon(language, name)));
            names.values().removeIf(List::isEmpty);
        }
        return names;
    }

    private boolean isCommon(Language language, String name) {
        List<String> words = Words.of(name).stream().map(Word::text).toList();
        boolean isUnmistakable = words.stream()
                        .anyMatch(word -> CERTIFIED.stream().anyMatch(word::startsWith))
                || words.stream().filter(word -> word.length() >= SHORTEST).count() >= ENOUGH_WORDS;
        if (!isUnmistakable) {
            notes.leftOut(LeftOut.NAME_TOO_SHORT, language.code() + ":" + name);
        }
        return !isUnmistakable;
    }

    private Map<Language, List<String>> chosen(Entry entry, long known, boolean isClaim) {
        Map<Language, List<String>> chosen = new EnumMap<>(Language.class);
        entry.names().forEach((language, names) -> {
            List<String> good = new ArrayList<>();
            Set<List<String>> seen = new HashSet<>();
            for (String name : names) {
                List<String> words = Words.of(name).stream().map(Word::text).toList();
                LeftOut why = seen.add(words) ? unfit(name, words, language, known, isClaim) : LeftOut.NAME_TWICE;
                if (why == null) {
                    good.add(name);
                } else {
                    notes.leftOut(why, language.code() + ":" + name);
                }
            }
            if (!good.isEmpty()) {
                chosen.put(language, good);
            }
        });
        return chosen;
    }

    private @Nullable LeftOut unfit(String name, List<String> words, Language language, long known, boolean isClaim) {
        LabelReading reading = parts.read(name, language);
        boolean isWhollyKnown = reading.unknown().isEmpty();
        if (words.isEmpty() || words.stream().allMatch(NameChoice::isNumber)) {
            return LeftOut.NAME_TOO_SHORT;
        }
        if (isWhollyKnown && isClaim) {
            return LeftOut.NAME_KNOWN;
        }
        if (isWhollyKnown && reading.findings().isEmpty()) {
            return LeftOut.LABEL_WORD;
        }
        if (reading.findings().isEmpty()
                && words.size() == 1
                && words.getFirst().length() < SHORTEST) {
            return LeftOut.NAME_TOO_SHORT;
        }
        if (known != 0 && isWhollyKnown && reading.findings().size() == 1) {
            Food food = reading.findings().getFirst().food();
            return ((food.is() | food.may() | food.seldom()) & known) == 0 ? null : LeftOut.NAME_KNOWN;
        }
        return null;
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }
}
