package org.amends.guard.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
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

    /** The last of several things that are not there: "no milk, nuts nor egg". */
    private static final Pattern NOR =
            Pattern.compile("(?iu)(?<!\\p{L})(?:ni|nem|nor|né|ne|noch|ни|or|o|ou|oder|или)(?!\\p{L})");

    private static final Pattern SPACES = Pattern.compile("\\s{2,}|[\\n\\t\\r]");

    private static final double GUESSED = 0.8;

    /** How a food stands in the list. */
    private enum Role {
        INGREDIENT,
        TRACE,
        ABSENT
    }

    private final String text;
    private final boolean name;
    private final List<Item> items = new ArrayList<>();
    private int kinds;
    private int claims;
    private Role role = Role.INGREDIENT;
    private int roleSentence;
    private int roleDepth;

    ListReading(String text, boolean name) {
        this.text = text;
        this.name = name;
    }

    void take(Segment segment, ItemReading reading) {
        if (segment.sentence() != roleSentence || segment.depth() < roleDepth) {
            role = Role.INGREDIENT;
        }
        Item item = new Item(segment);
        items.add(item);
        new Walk(item, reading).walk();
        if (segment.parent() >= 0) {
            items.get(segment.parent()).add(item);
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
            Item next = i + 1 < items.size() ? items.get(i + 1) : null;
            boolean colon = item.segment.endsIn(text, ':');
            if (colon && next != null && next.segment.parent() == item.segment.parent()) {
                item.isTold(next);
            }
            findings.addAll(item.settled());
            if (!item.isExplained()) {
                unknown.addAll(item.unknown);
            }
            if (item.classOnly && !isNamed(item, next)) {
                findings.add(new Finding(
                        UNSPECIFIED, words(item.segment.from(), item.segment.to()), 0, 0, UNSPECIFIED.seldom(), 0, 1));
            }
        }
        return new LabelReading(findings, unknown, kinds, claims, language);
    }

    /** Whether the substance of a class is named: behind it, or before the brackets in which the class stands. */
    private boolean isNamed(Item classed, @Nullable Item next) {
        int parent = classed.segment.parent();
        boolean before = parent >= 0 && !items.get(parent).findings.isEmpty();
        boolean behind = classed.segment.opens()
                || classed.segment.endsIn(text, '-')
                || classed.segment.endsIn(text, '–')
                || classed.segment.endsIn(text, '—');
        return before || (behind && next != null);
    }

    private String words(int from, int to) {
        String words = text.substring(from, to).strip();
        return hasOtherThanSpaces(words) ? SPACES.matcher(words).replaceAll(" ") : words;
    }

    /** A quick look: most items are one line with single spaces. */
    private static boolean hasOtherThanSpaces(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c < ' ' || (c == ' ' && words.charAt(i - 1) == ' ')) {
                return true;
            }
        }
        return false;
    }

    /** Goes through one item from left to right. */
    private final class Walk {

        private final Item item;
        private final ItemReading reading;
        private final List<Match> foods = new ArrayList<>();
        private final List<Match> absentFoods = new ArrayList<>();
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
            for (Match match : reading.matches()) {
                said |= match.node().kinds();
                take(match, before);
                before = match;
            }
            kinds |= said;
            foods.removeAll(absentFoods);
            for (Match match : foods) {
                Finding finding = finding(match);
                item.findings.add(finding);
                if (match.guessed() && finding.food().isPlain() && role == Role.INGREDIENT) {
                    // That a letter was misread may be believed of a danger, not of a comfort.
                    item.unknown.add(finding.words());
                }
            }
            item.agree();
            if (role == Role.INGREDIENT && !isProse()) {
                for (int token : reading.unknown()) {
                    Token each = reading.tokens().get(token);
                    item.unknown.add(words(each.start(), each.end()));
                }
            }
            afterwards();
        }

        private void take(Match match, @Nullable Match before) {
            itemClaims |= match.node().claims();
            cleared |= cleared(match.node().claims());
            Food food = match.node().food();
            if (match.is(WordKind.TRACES)) {
                standAs(Role.TRACE, item.segment);
            } else if (match.is(WordKind.FREE)) {
                absent = true;
                if (item.segment.opens() || isSentenceOfAbsence(before)) {
                    standAs(Role.ABSENT, item.segment);
                }
            } else if (match.is(WordKind.FREE_AFTER)
                    && before != null
                    && before.node().food() != null) {
                absentFoods.add(before);
                claimAbsent(Objects.requireNonNull(before.node().food()));
            } else if (match.is(WordKind.CONTAINS)) {
                contains();
            } else if (food != null && !(name && match.guessed())) {
                // Names have brands in them, which look like anything.
                foods.add(match);
                if (absent || role == Role.ABSENT) {
                    absentFoods.add(match);
                    claimAbsent(food);
                }
            }
        }

        /** "Kann Spuren von Milch enthalten" ends with the word that opens a statement elsewhere. */
        private void contains() {
            if (role != Role.TRACE || item.segment.opens()) {
                absent = false;
                standAs(Role.INGREDIENT, item.segment);
            }
        }

        /** "Free from milk, egg and nuts." as a sentence of its own speaks of all that follows in it, as does "no milk, nor egg". */
        private boolean isSentenceOfAbsence(@Nullable Match before) {
            if (before != null && before.is(WordKind.CONTAINS)) {
                return false;
            }
            int sentence = item.segment.sentence();
            int previous = items.size() - 2;
            boolean first = previous < 0 || items.get(previous).segment.sentence() != sentence;
            int end = text.indexOf(". ", item.segment.from());
            String rest = text.substring(item.segment.to(), Math.max(item.segment.to(), end < 0 ? text.length() : end));
            boolean enumerates = rest.startsWith(",") && NOR.matcher(rest).find() && rest.indexOf('(') < 0;
            return (first && before == null && sentence > 0) || (enumerates && (first || sentence > 0));
        }

        private void claimAbsent(Food food) {
            Claim claim = Absences.claim(food);
            if (claim != null) {
                itemClaims |= claim.bit();
                cleared |= claim.clears();
            }
        }

        private Finding finding(Match match) {
            Food food = Objects.requireNonNull(match.node().food());
            Token first = reading.tokens().get(match.from());
            Token last = reading.tokens().get(match.to() - 1);
            String words = words(first.start(), last.end());
            double confidence = match.guessed() ? GUESSED : 1;
            if (name) {
                itemClaims |= Absences.claimedBy(food);
            }
            long is = Amounts.bounded(food, food.is(), text.substring(item.segment.from(), item.segment.to()));
            boolean weakened = (is & cleared & Trait.ALCOHOL.bit()) != 0;
            is = (is & ~cleared) | (weakened ? Trait.LOW_ALCOHOL.bit() : 0);
            long may = food.may() & ~cleared;
            long seldom = food.seldom() & ~cleared;
            if (role == Role.TRACE) {
                return new Finding(food, words, 0, 0, 0, is | may, confidence);
            }
            if ((said & WordKind.PLANT_ORIGIN.bit()) != 0) {
                seldom = (seldom & ~OF_ANIMALS) | (may & OF_ANIMALS);
                may &= ~OF_ANIMALS;
            }
            if ((said & WordKind.ANALOGUE.bit()) != 0) {
                seldom |= (is | may) & OF_ANIMALS;
                is &= ~OF_ANIMALS;
                may &= ~OF_ANIMALS;
            }
            return new Finding(food, words, is, may, seldom, 0, confidence);
        }

        /** A sentence after the list, such as "Made in a dedicated mill.", names nothing by its unknown words. */
        private boolean isProse() {
            return item.segment.sentence() > 0 && reading.tokens().size() >= 4 && said != 0;
        }

        private void afterwards() {
            if (foods.isEmpty()) {
                item.classOnly = (said & WordKind.CLASS.bit()) != 0 && item.unknown.isEmpty();
                if ((said & WordKind.PLANT_ORIGIN.bit()) != 0 && item.segment.parent() >= 0) {
                    items.get(item.segment.parent()).settle(OF_ANIMALS);
                }
            }
            if (name || foods.isEmpty()) {
                claims |= itemClaims;
            }
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
