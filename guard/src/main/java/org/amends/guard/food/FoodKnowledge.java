package org.amends.guard.food;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All foods that are known, and the words by which labels name them. Immutable once made; may be used by many threads. */
public final class FoodKnowledge {

    /** The files that come with the product, each with foods of its own. */
    public static final List<String> FILES = List.of(
            "phrases",
            "additives",
            "alcohol",
            "analogues",
            "animal_derived",
            "bakery",
            "cereals",
            "composites",
            "dairy",
            "drinks",
            "egg",
            "fruits",
            "herbs_spices",
            "legumes",
            "meat",
            "mushrooms_algae",
            "nonfood",
            "nuts",
            "oils",
            "processing",
            "seafood",
            "seeds",
            "sugars",
            "vegetables",
            "vitamins_minerals");

    /** Words remembered with what they may mean; then it begins anew. */
    private static final int MOST_REMEMBERED = 50_000;

    private static final String CLAIM = "claim:";

    private final List<Food> foods;
    private final List<Lexicon> lexicons;
    private final Map<String, Meanings> remembered = new ConcurrentHashMap<>();

    private FoodKnowledge(List<Food> foods, List<Lexicon> lexicons) {
        this.foods = List.copyOf(foods);
        this.lexicons = lexicons;
    }

    /** The knowledge that comes with the product. */
    public static FoodKnowledge standard() {
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        List<FoodFile.Content> contents = FILES.parallelStream()
                .map(file -> resource(file + ".food", faults))
                .toList();
        return of(contents, faults);
    }

    /**
     * The knowledge of one text in the form of food files.
     *
     * @param name for messages
     */
    static FoodKnowledge read(String name, Reader text) throws IOException {
        List<String> faults = new ArrayList<>();
        return of(List.of(FoodFile.read(name, text, faults)), faults);
    }

    private static FoodFile.Content resource(String file, List<String> faults) {
        try (InputStream in = FoodKnowledge.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FoodFormatException(file + " does not come with the product. Build it again.");
            }
            return FoodFile.read(file, new InputStreamReader(in, StandardCharsets.UTF_8), faults);
        } catch (IOException broken) {
            throw new FoodFormatException(file + " cannot be read: " + broken.getMessage());
        }
    }

    private static FoodKnowledge of(List<FoodFile.Content> contents, List<String> faults) {
        List<Food> foods = new ArrayList<>();
        Map<String, String> places = new HashMap<>();
        for (FoodFile.Content content : contents) {
            for (FoodFile.Named<Food> each : content.foods()) {
                String before = places.putIfAbsent(each.what().key(), each.place());
                if (before != null) {
                    faults.add(each.place() + ": " + each.what().key() + " stands in " + before + " too. Join them.");
                }
                foods.add(each.what());
            }
            for (FoodFile.Named<String> each : content.words()) {
                if (WordKind.named(each.what()) == null && claim(each.what()) == null) {
                    faults.add(each.place() + ": there are no words of the kind \"" + each.what() + "\".");
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new FoodFormatException("The food files have faults:\n" + String.join("\n", faults));
        }
        // The languages have nothing in common; the program that waits for them has several cores.
        List<Lexicon> lexicons = Language.ALL.parallelStream()
                .map(language -> lexicon(language, contents))
                .toList();
        return new FoodKnowledge(foods, lexicons);
    }

    private static Lexicon lexicon(Language language, List<FoodFile.Content> contents) {
        Lexicon lexicon = new Lexicon(language);
        for (FoodFile.Content content : contents) {
            for (FoodFile.Named<String> each : content.words()) {
                if (WordKind.named(each.what()) == WordKind.FUNCTION) {
                    each.names(language).forEach(lexicon::addFunctionWord);
                }
            }
        }
        for (FoodFile.Content content : contents) {
            for (FoodFile.Named<Food> each : content.foods()) {
                each.names(language).forEach(name -> name(lexicon.foodNode(name), each.what()));
            }
            for (FoodFile.Named<String> each : content.words()) {
                if (WordKind.named(each.what()) != WordKind.FUNCTION) {
                    each.names(language).forEach(name -> kind(lexicon.phraseNode(name), each.what()));
                }
            }
        }
        for (FoodFile.Content content : contents) {
            for (FoodFile.Named<String> each : content.words()) {
                if (WordKind.named(each.what()) != WordKind.FUNCTION) {
                    each.names(language).forEach(lexicon::joinWithFood);
                }
            }
        }
        lexicon.close();
        return lexicon;
    }

    /** A name that two foods bear may mean either. */
    private static void name(NameNode node, Food food) {
        Food before = node.food();
        node.name(before == null || before.equals(food) ? food : before.or(food));
    }

    private static void kind(NameNode node, String kind) {
        WordKind known = WordKind.named(kind);
        Claim claim = claim(kind);
        if (known != null) {
            node.add(known);
        } else if (claim != null) {
            node.add(claim);
        }
    }

    private static @Nullable Claim claim(String kind) {
        return kind.startsWith(CLAIM) ? Claim.named(kind.substring(CLAIM.length())) : null;
    }

    /** All foods. */
    public List<Food> foods() {
        return foods;
    }

    /** The beginning of all names in a language. */
    public NameNode names(Language language) {
        return lexicons.get(language.ordinal()).root();
    }

    /** What a word may mean in each language. */
    public Meanings meanings(String word) {
        Meanings known = remembered.get(word);
        if (known != null) {
            return known;
        }
        Meanings found = Meanings.of(word, lexicons);
        if (!Meanings.isNumber(word)) {
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(word, found);
        }
        return found;
    }

    /** What two words mean that were parted at the end of a line; null where together they are no word. */
    public @Nullable Meanings joined(String first, String second) {
        Meanings together = meanings(first + second);
        return together.isKnown() && !together.isGuessed() ? together : null;
    }
}
