package org.amends.guard.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.amends.guard.food.Claim;
import org.amends.guard.food.Food;
import org.amends.guard.food.Language;
import org.amends.guard.food.Trait;
import org.amends.guard.food.WordKind;
import org.jspecify.annotations.Nullable;

/** Puts the items of a label together: what is an ingredient, what a trace, what is said to be absent, what settles a doubt. */
final class ListReading {

    /** What a word about the origin of a substance can settle. */
    private static final long OF_ANIMALS = Trait.set(
            Trait.MEAT,
            Trait.PORK,
            Trait.BLOOD,
            Trait.FISH,
            Trait.SLAUGHTER,
            Trait.INSECT,
            Trait.ANIMAL,
            Trait.EGG,
            Trait.MILK,
            Trait.LACTOSE);

    /** What an additive named by nothing but its function may come from. */
    private static final Food UNSPECIFIED = new Food(
            "unspecified additive", 0, 0, Trait.set(Trait.SLAUGHTER, Trait.ANIMAL), "Regulation (EC) No 1333/2008");

    private static final double GUESSED = 0.8;

    /** How a food stands in the list. */
    private enum Role {
        INGREDIENT,
        TRACE,
        ABSENT
    }

    private static final class Item {
        private final Segment segment;
        private final List<Finding> findings = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();
        private int knownChildren;
        private int unknownChildren;
        private boolean classOnly;

        private Item(Segment segment) {
            this.segment = segment;
        }
    }

    private final String text;
    private final List<Item> items = new ArrayList<>();
    private int kinds;
    private int claims;
    private Role role = Role.INGREDIENT;
    private int roleSentence;
    private int roleDepth;

    ListReading(String text) {
        this.text = text;
    }

    void take(Segment segment, ItemReading reading) {
        if (segment.sentence() != roleSentence || segment.depth() < roleDepth) {
            role = Role.INGREDIENT;
        }
        Item item = new Item(segment);
        items.add(item);
        new Walk(item, reading).walk();
        if (segment.parent() >= 0) {
            Item parent = items.get(segment.parent());
            parent.knownChildren += item.findings.size();
            parent.unknownChildren += item.unknown.size();
        }
    }

    private void standAs(Role next, Segment segment) {
        role = next;
        roleSentence = segment.sentence();
        roleDepth = segment.depth();
    }

    LabelReading result(@Nullable Language language) {
        List<Finding> findings = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            boolean explained = item.knownChildren >= 2 && item.unknownChildren == 0;
            boolean followed = item.segment.opens() && i + 1 < items.size();
            for (Finding finding : item.findings) {
                findings.add(explained ? settled(finding) : finding);
            }
            if (!explained) {
                unknown.addAll(item.unknown);
            }
            if (item.classOnly && !followed) {
                findings.add(new Finding(
                        UNSPECIFIED, words(item.segment.from(), item.segment.to()), 0, 0, UNSPECIFIED.seldom(), 0, 1));
            }
        }
        return new LabelReading(findings, unknown, kinds, claims, language);
    }

    /** What is in brackets after it tells what it is made of. */
    private static Finding settled(Finding finding) {
        return new Finding(finding.food(), finding.words(), finding.is(), 0, 0, finding.trace(), finding.confidence());
    }

    private String words(int from, int to) {
        return text.substring(from, to).strip().replaceAll("\\s+", " ");
    }

    /** Goes through one item from left to right. */
    private final class Walk {

        private final Item item;
        private final ItemReading reading;
        private final List<Match> foods = new ArrayList<>();
        private int said;
        private long cleared;
        private int itemClaims;
        private boolean absent;

        private Walk(Item item, ItemReading reading) {
            this.item = item;
            this.reading = reading;
        }

        private void walk() {
            Match before = null;
            List<Match> absentFoods = new ArrayList<>();
            for (Match match : reading.matches()) {
                said |= match.node().kinds();
                take(match, before, absentFoods);
                before = match;
            }
            kinds |= said;
            foods.removeAll(absentFoods);
            boolean plant = (said & WordKind.PLANT_ORIGIN.bit()) != 0;
            boolean imitation = (said & WordKind.ANALOGUE.bit()) != 0;
            for (Match match : foods) {
                item.findings.add(finding(match, plant, imitation));
            }
            for (int token : reading.unknown()) {
                Token each = reading.tokens().get(token);
                item.unknown.add(words(each.start(), each.end()));
            }
            afterwards(plant);
        }

        private void take(Match match, @Nullable Match before, List<Match> absentFoods) {
            if (match.node().claims() != 0) {
                itemClaims |= match.node().claims();
                cleared |= cleared(match.node().claims());
            }
            if (match.is(WordKind.TRACES)) {
                standAs(Role.TRACE, item.segment);
            } else if (match.is(WordKind.FREE)) {
                absent = true;
                boolean first = before == null && item.segment.sentence() > 0 && startsSentence();
                if (item.segment.opens() || first) {
                    standAs(Role.ABSENT, item.segment);
                }
            } else if (match.is(WordKind.FREE_AFTER)
                    && before != null
                    && before.node().food() != null) {
                absentFoods.add(before);
                claimAbsent(before);
            } else if (match.is(WordKind.CONTAINS)) {
                // "Kann Spuren von Milch enthalten" ends with the word that opens a statement elsewhere.
                if (role != Role.TRACE || item.segment.opens()) {
                    absent = false;
                    standAs(Role.INGREDIENT, item.segment);
                }
            } else if (match.node().food() != null) {
                foods.add(match);
                if (absent || role == Role.ABSENT) {
                    absentFoods.add(match);
                    claimAbsent(match);
                }
            }
        }

        /** "Free from milk, egg and nuts." as a sentence of its own speaks of all that follows in it. */
        private boolean startsSentence() {
            int before = items.size() - 2;
            return before < 0 || items.get(before).segment.sentence() != item.segment.sentence();
        }

        private void claimAbsent(Match match) {
            Food food = match.node().food();
            Claim claim = food == null ? null : Absences.claim(food);
            if (claim != null) {
                itemClaims |= claim.bit();
                cleared |= claim.clears();
            }
        }

        private Finding finding(Match match, boolean plant, boolean imitation) {
            Food food = Objects.requireNonNull(match.node().food());
            Token first = reading.tokens().get(match.from());
            Token last = reading.tokens().get(match.to() - 1);
            String words = words(first.start(), last.end());
            double confidence = match.guessed() ? GUESSED : 1;
            long is = food.is() & ~cleared;
            long may = food.may() & ~cleared;
            long seldom = food.seldom() & ~cleared;
            if (role == Role.TRACE) {
                return new Finding(food, words, 0, 0, 0, is | may, confidence);
            }
            if (plant) {
                may &= ~OF_ANIMALS;
                seldom &= ~OF_ANIMALS;
            }
            if (imitation) {
                seldom |= is & OF_ANIMALS;
                is &= ~OF_ANIMALS;
                may &= ~OF_ANIMALS;
            }
            return new Finding(food, words, is, may, seldom, 0, confidence);
        }

        private void afterwards(boolean plant) {
            if (foods.isEmpty()) {
                item.classOnly =
                        (said & WordKind.CLASS.bit()) != 0 && reading.unknown().isEmpty();
                claims |= itemClaims;
                if (plant && item.segment.parent() >= 0) {
                    settle(items.get(item.segment.parent()));
                }
            }
        }

        /** An origin in brackets speaks of what stands before them. */
        private void settle(Item parent) {
            parent.findings.replaceAll(it -> new Finding(
                    it.food(),
                    it.words(),
                    it.is(),
                    it.may() & ~OF_ANIMALS,
                    it.seldom() & ~OF_ANIMALS,
                    it.trace(),
                    it.confidence()));
        }
    }

    private static long cleared(int claims) {
        long cleared = 0;
        for (Claim claim : Claim.values()) {
            if ((claims & claim.bit()) != 0) {
                cleared |= claim.clears();
            }
        }
        return cleared;
    }
}
