package org.amends.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.amends.event.EventId;
import org.amends.event.EventType;
import org.amends.event.FailureKind;
import org.amends.money.Money;
import org.amends.relationship.BreakMode;
import org.amends.relationship.Cause;
import org.amends.story.Story.Addend;
import org.amends.story.Story.CauseSum;
import org.amends.story.Story.Happening;
import org.jspecify.annotations.Nullable;

/** Tells a relationship's story in two to five sentences, from what weighs most in its diagnosis. */
public final class StoryTeller {

    /** After the opening; a story of more is a list. */
    private static final int MOST_SENTENCES = 4;

    private static final int MOST_BLOWS = 2;
    private static final double SLOW_DAYS = 2;
    private static final double LONGER_THAN_USUAL = 1.75;

    /** In logits: a silence worth a sentence even where no rhythm is known to compare it with. */
    private static final double TELLING = 0.5;

    private static final double HOLDS = -0.4;
    private static final double MOST_OF_IT = 0.75;
    private static final double SPEAKS_OUT = 0.3;

    /** Below this many months a span is told in days. */
    private static final long LEAST_MONTHS = 2;

    /** Causes that are told as what happened, with date and what went wrong. */
    private static final Set<Cause> BLOWS = EnumSet.of(
            Cause.FAILURE,
            Cause.REPEATED_FAILURE,
            Cause.FAILED_RECOVERY,
            Cause.SLOW_REPLY,
            Cause.HOSTILITY,
            Cause.DEPARTURE_ANNOUNCED,
            Cause.COMPETITOR_SIGNAL,
            Cause.DEPARTURE_FOR_PRICE,
            Cause.BREACH_OF_TRUST,
            Cause.BROKEN_PROMISE);

    private static final Set<Cause> HOLDING =
            EnumSet.of(Cause.GOODWILL, Cause.TRUST, Cause.SELF_RELEVANCE, Cause.MEMBERSHIP, Cause.ALTERNATIVES);

    /** Where a sentence stands in a story. */
    private enum Place {
        BLOW,
        UNSPOKEN,
        RECOVERY,
        OPEN,
        SILENCE,
        VOICE,
        HOLD
    }

    private record Sentence(Place place, Instant when, double weight, String text) {}

    /** One event that hurt, with all the causes that it is behind. */
    private record Blow(Happening happening, Set<Cause> causes, double logit) {}

    private final Words words;
    private final Numerals numerals;
    private final Instant now;

    /**
     * @param words the language
     * @param numerals of the same language
     * @param now the moment of telling
     */
    public StoryTeller(Words words, Numerals numerals, Instant now) {
        this.words = words;
        this.numerals = numerals;
        this.now = now;
    }

    /** The story: how long they have been with the company, what hurt, what helped, what holds. */
    public Prose tell(Story story) {
        List<Sentence> sentences = new ArrayList<>();
        addBlows(story, sentences);
        addRecovery(story, sentences);
        addOpen(story, sentences);
        addSilence(story, sentences);
        addVoice(story, sentences);
        addHold(story, sentences);
        String told = sentences.stream()
                .sorted(Comparator.comparingDouble((Sentence sentence) -> -sentence.weight()))
                .limit(MOST_SENTENCES)
                .sorted(Comparator.comparing(Sentence::place).thenComparing(Sentence::when))
                .map(Sentence::text)
                .collect(Collectors.joining(" "));
        String rest = told.isEmpty() ? words.text("told.habit") : told;
        return Prose.of((opening(story) + " " + rest).strip());
    }

    private String opening(Story story) {
        Instant firstSeen = story.facts().firstSeen();
        long purchases = story.facts().purchases();
        if (firstSeen == null || firstSeen.isAfter(now)) {
            return purchases == 0 ? "" : words.text("story.opening.purchases", "n", purchases);
        }
        String span = span(Numerals.onDay(firstSeen), Numerals.onDay(now));
        return purchases == 0
                ? words.text("story.opening.span", "span", span)
                : words.text("story.opening", "span", span, "n", purchases);
    }

    private String span(LocalDate from, LocalDate to) {
        long years = ChronoUnit.YEARS.between(from, to);
        if (years > 0) {
            return words.text("span.years", "n", years);
        }
        long months = ChronoUnit.MONTHS.between(from, to);
        return months >= LEAST_MONTHS
                ? words.text("span.months", "n", months)
                : words.text("span.days", "n", ChronoUnit.DAYS.between(from, to));
    }

    private void addBlows(Story story, List<Sentence> sentences) {
        List<Blow> blows = blows(story);
        List<Blow> foremost = blows.subList(0, Math.min(MOST_BLOWS, blows.size()));
        boolean complained = foremost.stream().anyMatch(StoryTeller::isComplaint)
                && foremost.stream().anyMatch(blow -> !isComplaint(blow));
        // That nothing was done is said once, not of each failure.
        boolean severalOpen = foremost.stream()
                        .filter(blow -> isOpenFailure(blow.happening()))
                        .count()
                > 1;
        for (Blow blow : foremost) {
            String text = tell(blow, complained, complained || severalOpen);
            sentences.add(new Sentence(Place.BLOW, blow.happening().time(), blow.logit(), text));
        }
        Set<Cause> told = EnumSet.noneOf(Cause.class);
        blows.forEach(blow -> told.addAll(blow.causes()));
        int room = MOST_BLOWS - foremost.size();
        story.causes().stream()
                .filter(sum -> BLOWS.contains(sum.cause()) && sum.logit() > 0 && !told.contains(sum.cause()))
                .sorted(Comparator.comparingDouble(sum -> -sum.logit()))
                .limit(room)
                .forEach(sum -> sentences.add(new Sentence(Place.BLOW, Instant.MAX, sum.logit(), told(sum))));
    }

    private static boolean isOpenFailure(Happening happening) {
        return happening.type() == EventType.FAILURE && !happening.answered();
    }

    private static boolean isComplaint(Blow blow) {
        return blow.happening().type() == EventType.COMPLAINT;
    }

    private static List<Blow> blows(Story story) {
        Map<EventId, Blow> blows = new LinkedHashMap<>();
        for (Addend addend : story.addends()) {
            Happening happening = addend.happening();
            if (happening != null && addend.logit() > 0 && BLOWS.contains(addend.cause())) {
                blows.merge(
                        happening.event(),
                        new Blow(happening, EnumSet.of(addend.cause()), addend.logit()),
                        StoryTeller::together);
            }
        }
        return blows.values().stream()
                .sorted(Comparator.comparingDouble((Blow blow) -> -blow.logit()))
                .toList();
    }

    private static Blow together(Blow one, Blow other) {
        Set<Cause> causes = EnumSet.copyOf(one.causes());
        causes.addAll(other.causes());
        return new Blow(one.happening(), causes, one.logit() + other.logit());
    }

    /**
     * @param complained whether the story also tells of a complaint beside a failure
     * @param saidBelow whether another sentence says that nothing was done, or for how long
     */
    private String tell(Blow blow, boolean complained, boolean saidBelow) {
        Happening happening = blow.happening();
        String clause = clause(happening, blow.causes(), complained);
        String date = day(happening.time());
        if (blow.causes().contains(Cause.REPEATED_FAILURE)) {
            return words.text("story.again", "date", date, "clause", clause);
        }
        Duration replyWait = happening.replyWait();
        long days = replyWait == null ? 0 : replyWait.toDays();
        boolean spoke = happening.type() != EventType.FAILURE;
        if (days >= SLOW_DAYS && happening.answered() && blow.causes().contains(Cause.SLOW_REPLY)) {
            return words.text("story.happened.answered", "date", date, "clause", clause, "days", days);
        }
        if (days >= SLOW_DAYS && !happening.answered() && (spoke || !saidBelow)) {
            String key = spoke ? "story.happened.unanswered" : "story.happened.open";
            return words.text(key, "date", date, "clause", clause);
        }
        return words.text("story.happened", "date", date, "clause", clause);
    }

    private String clause(Happening happening, Set<Cause> causes, boolean complained) {
        FailureKind kind = happening.kind();
        if (happening.type() == EventType.COMPLAINT) {
            return kind == null || complained
                    ? words.text("clause.complaint")
                    : words.text("clause.complaint.about", "about", ofKind(kind, "about"));
        }
        if (kind != null) {
            return ofKind(kind, "clause");
        }
        String key = "clause." + happening.type().stableName();
        if (words.has(key)) {
            return words.text(key);
        }
        return causes.contains(Cause.FAILED_RECOVERY)
                ? words.text("clause.remedy_given")
                : ofKind(new FailureKind(happening.type().stableName()), "clause");
    }

    private String ofKind(FailureKind kind, String form) {
        String key = "kind." + kind.name() + "." + form;
        return words.has(key)
                ? words.text(key)
                : words.text("kind.custom." + form, "name", kind.name().replace('_', ' '));
    }

    private void addRecovery(Story story, List<Sentence> sentences) {
        for (Cause cause : List.of(Cause.RECOVERY, Cause.TRUST_RESTORED)) {
            CauseSum sum = sum(story, cause);
            if (sum != null && sum.logit() < 0) {
                sentences.add(new Sentence(Place.RECOVERY, now, -sum.logit(), tellRecovery(story, sum)));
            }
        }
    }

    private String tellRecovery(Story story, CauseSum sum) {
        Happening happening = firstHappening(story, sum.cause());
        if (sum.cause() == Cause.TRUST_RESTORED || happening == null || happening.type() != EventType.REMEDY_GIVEN) {
            return told(sum);
        }
        double harm = story.causes().stream()
                .filter(other -> BLOWS.contains(other.cause()) && other.logit() > 0)
                .mapToDouble(CauseSum::logit)
                .sum();
        String extent = -sum.logit() >= MOST_OF_IT * harm ? "most" : "part";
        Money amount = happening.amount();
        String date = day(happening.time());
        return amount == null || amount.minorUnits() <= 0
                ? words.text("story.recovery." + extent, "date", date)
                : words.text("story.recovery.money." + extent, "date", date, "money", numerals.money(amount));
    }

    private static @Nullable Happening firstHappening(Story story, Cause cause) {
        for (Addend addend : story.addends()) {
            if (addend.cause() == cause && addend.logit() < 0 && addend.happening() != null) {
                return addend.happening();
            }
        }
        return null;
    }

    private void addOpen(Story story, List<Sentence> sentences) {
        CauseSum open = sum(story, Cause.OPEN_ISSUE);
        if (open != null && open.logit() > 0) {
            boolean small = story.mode() == BreakMode.ACCUMULATION;
            String text = words.text(small ? "told.open_issue" : "story.open", "n", Math.max(1, story.openIssues()));
            boolean oneToldAlready =
                    story.openIssues() <= 1 && sentences.stream().anyMatch(sentence -> sentence.place() == Place.BLOW);
            if (!oneToldAlready) {
                sentences.add(new Sentence(Place.OPEN, now, open.logit(), text));
            }
        }
        for (Cause cause : List.of(Cause.REPEATED_CONTACT, Cause.CANCELLATIONS)) {
            CauseSum sum = sum(story, cause);
            if (sum != null && sum.logit() > 0) {
                sentences.add(new Sentence(Place.OPEN, now, sum.logit(), told(sum)));
            }
        }
    }

    private void addSilence(Story story, List<Sentence> sentences) {
        CauseSum silence = sum(story, Cause.SILENCE);
        boolean telling = rhythms(story) >= LONGER_THAN_USUAL || (silence != null && silence.logit() >= TELLING);
        if (silence != null && silence.logit() > 0 && telling) {
            sentences.add(new Sentence(Place.SILENCE, now, silence.logit(), tellSilence(story, silence)));
        }
        CauseSum neglect = sum(story, Cause.NEGLECT);
        if (neglect != null && neglect.logit() > 0) {
            sentences.add(new Sentence(Place.SILENCE, now, neglect.logit(), words.text("story.neglect")));
        }
    }

    private String tellSilence(Story story, CauseSum silence) {
        Instant last = story.facts().lastPurchase();
        if (last == null || last.isAfter(now)) {
            return told(silence);
        }
        double rhythms = rhythms(story);
        return rhythms >= LONGER_THAN_USUAL
                ? words.text("story.silence.ratio", "date", day(last), "ratio", Math.round(rhythms))
                : words.text("story.silence", "date", day(last));
    }

    /** How many of the customer's usual gaps the present silence lasts; 0 where no rhythm is known. */
    private double rhythms(Story story) {
        Instant last = story.facts().lastPurchase();
        Duration usual = story.facts().usualGap();
        return last == null || usual == null
                ? 0
                : (double) Duration.between(last, now).toMillis() / Math.max(1, usual.toMillis());
    }

    private void addVoice(Story story, List<Sentence> sentences) {
        if (story.silentSufferer() && !spokeOfSomething(story)) {
            sentences.add(new Sentence(Place.UNSPOKEN, now, 1, words.text("story.silent")));
        } else if (story.retaliationRisk() >= SPEAKS_OUT) {
            sentences.add(new Sentence(Place.VOICE, now, story.retaliationRisk(), words.text("story.public")));
        }
    }

    /** Somebody silent about one failure may have spoken of another; then "never a word" would be untrue. */
    private static boolean spokeOfSomething(Story story) {
        return sum(story, Cause.HOSTILITY) != null
                || story.addends().stream()
                        .map(Addend::happening)
                        .anyMatch(happening -> happening != null && happening.type() == EventType.COMPLAINT);
    }

    private void addHold(Story story, List<Sentence> sentences) {
        story.causes().stream()
                .filter(sum -> HOLDING.contains(sum.cause()) && sum.logit() <= HOLDS)
                .min(Comparator.comparingDouble(CauseSum::logit))
                .ifPresent(sum -> sentences.add(new Sentence(Place.HOLD, now, -sum.logit() / 2, told(sum))));
    }

    private String told(CauseSum sum) {
        return words.text("told." + sum.cause().name().toLowerCase(Locale.ROOT), "n", sum.count());
    }

    private String day(Instant time) {
        return Prose.dated(numerals.day(time, now), time);
    }

    private static @Nullable CauseSum sum(Story story, Cause cause) {
        return story.causes().stream()
                .filter(sum -> sum.cause() == cause)
                .findFirst()
                .orElse(null);
    }
}
