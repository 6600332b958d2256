package org.amends.guard.food;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
        return standardWith(List.of());
    }

    /**
     * The knowledge that comes with the product, and food files beside it. A food with the key of a standard one takes its place
     * and keeps its names; a name that both know has what either says of it, so that nothing becomes safer by being known twice.
     *
     * @param files food files, or folders whose {@code .food} files are taken
     * @throws FoodFormatException where they cannot be read or have faults: the message lists each with file, line and remedy
     */
    public static FoodKnowledge standardAnd(List<Path> files) {
        return standardWith(FoodText.read(files));
    }

    /**
     * The same, of texts.
     *
     * @throws FoodFormatException where they have faults
     */
    public static FoodKnowledge standardWith(List<FoodText> texts) {
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        List<FoodFile.Content> standard = FILES.parallelStream()
                .map(file -> resource(file + ".food", faults))
                .toList();
        return of(standard, contents(texts, faults), faults);
    }

    /** The knowledge of texts in the form of food files, and nothing else. */
    static FoodKnowledge alone(List<FoodText> texts) {
        List<String> faults = new ArrayList<>();
        return of(contents(texts, faults), List.of(), faults);
    }

    private static List<FoodFile.Content> contents(List<FoodText> texts, List<String> faults) {
        List<FoodFile.Content> contents = new ArrayList<>();
        for (FoodText each : texts) {
            try {
                contents.add(FoodFile.read(each.file(), new StringReader(each.text()), faults));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return contents;
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

    private static FoodKnowledge of(List<FoodFile.Content> standard, List<FoodFile.Content> more, List<String> faults) {
        Map<String, Food> foods = keyed(standard, faults);
        Map<String, Food> added = keyed(more, faults);
        foods.putAll(added);
        for (FoodFile.Content content : both(standard, more)) {
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
                .map(language -> lexicon(language, standard, more, added))
                .toList();
        return new FoodKnowledge(List.copyOf(foods.values()), lexicons);
    }

    private static List<FoodFile.Content> both(List<FoodFile.Content> standard, List<FoodFile.Content> more) {
        List<FoodFile.Content> all = new ArrayList<>(standard);
        all.addAll(more);
        return all;
    }

    private static Map<String, Food> keyed(List<FoodFile.Content> contents, List<String> faults) {
        Map<String, Food> foods = new LinkedHashMap<>();
        Map<String, String> places = new HashMap<>();
        for (FoodFile.Content content : contents) {
            for (FoodFile.Named<Food> each : content.foods()) {
                String before = places.putIfAbsent(each.what().key(), each.place());
                if (before != null) {
                    faults.add(each.place() + ": " + each.what().key() + " stands in " + before + " too. Join them.");
                }
                foods.put(each.what().key(), each.what());
            }
        }
        return foods;
    }

    /**
     * The words of one language.
     *
     * @param added foods by key, which take the place of standard ones under their names
     */
    private static Lexicon lexicon(
            Language language, List<FoodFile.Content> standard, List<FoodFile.Content> more, Map<String, Food> added) {
        Lexicon lexicon = new Lexicon(language);
        List<FoodFile.Content> all = both(standard, more);
        for (FoodFile.Content content : all) {
            for (FoodFile.Named<String> each : content.words()) {
                if (WordKind.named(each.what()) == WordKind.FUNCTION) {
                    each.names(language).forEach(lexicon::addFunctionWord);
                }
            }
        }
        for (FoodFile.Content content : standard) {
            for (FoodFile.Named<Food> each : content.foods()) {
                Food food = added.getOrDefault(each.what().key(), each.what());
                each.names(language).forEach(name -> name(lexicon.foodNode(name), food));
            }
        }
        for (FoodFile.Content content : more) {
            for (FoodFile.Named<Food> each : content.foods()) {
                each.names(language).forEach(name -> nameToo(lexicon.foodNode(name), each.what()));
            }
        }
        phrases(lexicon, language, all);
        lexicon.close();
        return lexicon;
    }

    private static void phrases(Lexicon lexicon, Language language, List<FoodFile.Content> contents) {
        for (FoodFile.Content content : contents) {
            for (FoodFile.Named<String> each : content.words()) {
                if (WordKind.named(each.what()) != WordKind.FUNCTION) {
                    each.names(language).forEach(name -> kind(lexicon.phraseNode(name), each.what()));
                }
            }
        }
        for (FoodFile.Content content : contents) {
            for (FoodFile.Named<String> each : content.words()) {
                if (WordKind.named(each.what()) == WordKind.ANALOGUE) {
                    each.names(language).forEach(lexicon::joinWithFood);
                }
            }
        }
    }

    /** A name that two foods bear may mean either. */
    private static void name(NameNode node, Food food) {
        Food before = node.food();
        node.name(before == null || before.equals(food) ? food : before.or(food));
    }

    /** A name that was known before has what either says of it. */
    private static void nameToo(NameNode node, Food food) {
        Food before = node.food();
        node.name(before == null || before.equals(food) ? food : before.and(food));
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
        // Shares come up again and again; other numbers hardly ever do.
        if (word.length() <= 3 || !Meanings.isNumber(word)) {
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
