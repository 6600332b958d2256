package org.amends.language.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.amends.language.json.Labelled;
import org.amends.language.json.MessageJson;
import org.amends.language.reading.Judgement;
import org.amends.language.reading.Labels;
import org.amends.language.reading.Leaving;
import org.amends.language.reading.MessageKind;
import org.amends.language.reading.Motive;
import org.amends.language.reading.Questions;
import org.amends.language.reading.Reading;
import org.amends.language.reading.SelfRelevance;
import org.amends.language.reading.Severity;

/** Compares readings with labels, message by message. Labels that a file does not hold are not compared. */
public final class Evaluation {

    private static final Pattern SIGN_BEFORE = Pattern.compile("^[#№*…]+\\s*");

    private static final double SAME_YEARS = 0.05;

    private static final Map<String, Function<Labels, Boolean>> FLAGS = flags();
    private static final Map<String, Function<Labels, String>> CHOICES = choices();
    private static final Map<String, Function<Labels, List<String>>> SETS = sets();
    private static final Map<String, Function<Labelled.FactLists, List<String>>> FACTS = facts();

    private final Map<String, Tally> flagTallies = new LinkedHashMap<>();
    private final Map<String, Confusion> confusions = new LinkedHashMap<>();
    private final Map<String, Map<String, Tally>> setTallies = new LinkedHashMap<>();
    private final Map<String, Tally> values = new LinkedHashMap<>();
    private final Map<String, Tally> factTallies = new LinkedHashMap<>();
    private final Reliability reliability = new Reliability();
    private int messages;

    /** Nothing compared yet. */
    public Evaluation() {
        FLAGS.keySet().forEach(name -> flagTallies.put(name, new Tally()));
        confusions.put("motive", new Confusion(names(Motive.values())));
        confusions.put("severity", new Confusion(names(Severity.values())));
        confusions.put("hostility", new Confusion(List.of("0", "1", "2", "3")));
        confusions.put("self_relevance", new Confusion(names(SelfRelevance.values())));
        confusions.put("leaving", new Confusion(names(Leaving.values())));
        confusions.put("kind", new Confusion(names(MessageKind.values())));
        SETS.keySet().forEach(name -> setTallies.put(name, new LinkedHashMap<>()));
        values.put("loyalty_years", new Tally());
        values.put("competitor_mentioned", new Tally());
        FACTS.keySet().forEach(name -> factTallies.put(name, new Tally()));
    }

    private static Map<String, Function<Labels, Boolean>> flags() {
        Map<String, Function<Labels, Boolean>> flags = new LinkedHashMap<>();
        flags.put("is_complaint", Labels::complaint);
        flags.put("repeat_contact", Labels::repeatContact);
        flags.put("legal_threat", Labels::legalThreat);
        flags.put("public_threat", Labels::publicThreat);
        flags.put("safety_flag", Labels::safety);
        flags.put("vulnerable", Labels::vulnerable);
        return flags;
    }

    private static Map<String, Function<Labels, String>> choices() {
        Map<String, Function<Labels, String>> choices = new LinkedHashMap<>();
        choices.put("motive", labels -> Questions.name(labels.motive()));
        choices.put("severity", labels -> Questions.name(labels.severity()));
        choices.put("hostility", labels -> String.valueOf(labels.hostility()));
        choices.put("self_relevance", labels -> Questions.name(labels.selfRelevance()));
        choices.put("leaving", labels -> Questions.name(labels.leaving()));
        choices.put("kind", labels -> {
            MessageKind kind = labels.kind();
            return Questions.name(kind == null ? MessageKind.OTHER : kind);
        });
        return choices;
    }

    private static Map<String, Function<Labels, List<String>>> sets() {
        Map<String, Function<Labels, List<String>>> sets = new LinkedHashMap<>();
        sets.put("failure_types", Labels::failures);
        sets.put("requested_remedy", Labels::remedies);
        sets.put("preferences", Labels::preferences);
        return sets;
    }

    private static Map<String, Function<Labelled.FactLists, List<String>>> facts() {
        Map<String, Function<Labelled.FactLists, List<String>>> facts = new LinkedHashMap<>();
        facts.put("dates", Labelled.FactLists::dates);
        facts.put("dates_text", Labelled.FactLists::datesText);
        facts.put("amounts", Labelled.FactLists::amounts);
        facts.put("amounts_text", Labelled.FactLists::amountsText);
        facts.put("order_refs", lists -> codes(lists.references()));
        facts.put("names", Labelled.FactLists::names);
        return facts;
    }

    /** The sign before a number is no part of it: "#4471", "№ 4471" and "4471" are one reference. */
    private static List<String> codes(List<String> references) {
        return references.stream()
                .map(each -> SIGN_BEFORE.matcher(each).replaceFirst(""))
                .toList();
    }

    static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Questions::name).toList();
    }

    /** Compares one reading with what a person said of the message. */
    public void add(Labelled is, Reading said) {
        messages++;
        FLAGS.forEach((name, flag) -> {
            if (is.given().contains(name)) {
                boolean right = flag.apply(said.labels()).equals(flag.apply(is.labels()));
                flag(name).add(flag.apply(said.labels()), flag.apply(is.labels()));
                judge(said, name, right);
            }
        });
        CHOICES.forEach((name, choice) -> {
            if (is.given().contains(name)) {
                confusion(name).add(choice.apply(said.labels()), choice.apply(is.labels()));
                judge(said, name, choice.apply(said.labels()).equals(choice.apply(is.labels())));
            }
        });
        SETS.forEach((name, set) -> {
            if (is.given().contains(name)) {
                addSet(name, set.apply(is.labels()), set.apply(said.labels()), said);
            }
        });
        addValues(is, said);
        Labelled.FactLists facts = is.facts();
        if (facts != null) {
            Labelled.FactLists found = MessageJson.lists(said.facts());
            FACTS.forEach((name, list) -> addFacts(fact(name), list.apply(facts), list.apply(found)));
        }
    }

    private void judge(Reading said, String name, boolean right) {
        Judgement judgement = said.judgements().get(name);
        if (judgement != null) {
            reliability.add(judgement.confidence(), right);
        }
    }

    private void addSet(String name, List<String> is, List<String> found, Reading said) {
        Set<String> all = new HashSet<>(is);
        all.addAll(found);
        Map<String, Tally> tallies = tallies(name);
        for (String value : all) {
            Tally tally = tallies.computeIfAbsent(value, any -> emptyBefore());
            tally.add(found.contains(value), is.contains(value));
            if (found.contains(value)) {
                judge(said, name + "." + value, is.contains(value));
            }
        }
        tallies.forEach((value, tally) -> {
            if (!all.contains(value)) {
                tally.add(0, 0, 0);
            }
        });
    }

    /** A tally of a value that is met for the first time: it was neither said nor so in the messages before. */
    private Tally emptyBefore() {
        Tally tally = new Tally();
        for (int i = 1; i < messages; i++) {
            tally.add(0, 0, 0);
        }
        return tally;
    }

    private void addValues(Labelled is, Reading said) {
        if (is.given().contains("loyalty_years")) {
            Double years = is.labels().loyaltyYears();
            Double read = said.labels().loyaltyYears();
            boolean same = years != null && read != null && Math.abs(years - read) <= SAME_YEARS;
            value("loyalty_years").add(same ? 1 : 0, read != null && !same ? 1 : 0, years != null && !same ? 1 : 0);
        }
        if (is.given().contains("competitor_mentioned")) {
            String rival = is.labels().competitor();
            String read = said.labels().competitor();
            boolean same = rival != null && rival.equals(read);
            value("competitor_mentioned")
                    .add(same ? 1 : 0, read != null && !same ? 1 : 0, rival != null && !same ? 1 : 0);
        }
    }

    private static void addFacts(Tally tally, List<String> is, List<String> found) {
        Set<String> expected = new HashSet<>(is);
        Set<String> read = new HashSet<>(found);
        Set<String> both = new HashSet<>(expected);
        both.retainAll(read);
        tally.add(both.size(), read.size() - both.size(), expected.size() - both.size());
    }

    Tally flag(String name) {
        return Objects.requireNonNull(flagTallies.get(name), name);
    }

    Confusion confusion(String name) {
        return Objects.requireNonNull(confusions.get(name), name);
    }

    Tally fact(String name) {
        return Objects.requireNonNull(factTallies.get(name), name);
    }

    private Tally value(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private Map<String, Tally> tallies(String set) {
        return Objects.requireNonNull(setTallies.get(set), set);
    }

    int messages() {
        return messages;
    }

    Map<String, Tally> flagTallies() {
        return flagTallies;
    }

    Map<String, Confusion> confusions() {
        return confusions;
    }

    Map<String, Map<String, Tally>> setTallies() {
        return setTallies;
    }

    /** All values of a set together. */
    Tally micro(String set) {
        Tally micro = new Tally();
        List<Tally> tallies = new ArrayList<>(tallies(set).values());
        tallies.forEach(micro::add);
        return micro;
    }

    Map<String, Tally> values() {
        return values;
    }

    Map<String, Tally> factTallies() {
        return factTallies;
    }

    Reliability reliability() {
        return reliability;
    }
}
