package org.amends.format.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amends.policy.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The parameters whose keys begin alike: one block of a policy file.
 *
 * @param name the part of the key before the dot
 * @param title what the section is about
 * @param parameters in the order of the catalogue
 */
public record PolicySection(String name, String title, List<Parameter> parameters) {

    /** The section of the failure catalogue, which holds no parameters. */
    public static final String FAILURES = "failures";

    /** The section of the remedy catalogue, which holds none either. */
    public static final String REMEDIES = "remedies";

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("half_life", "How long things are remembered."),
            Map.entry("base", "How a relationship lives with nothing going wrong, where no fitted model is given."),
            Map.entry("reserve", "What holds a relationship: subtracted from the logit of leaving."),
            Map.entry("acute", "Acute failure: one bad failure, badly handled."),
            Map.entry("recovery", "Recovery: what making good can undo."),
            Map.entry("accumulation", "Accumulation: many small things that were never resolved."),
            Map.entry("fading", "Fading: passion gone on either side."),
            Map.entry("competitor", "Competitor pull: somebody else meets their needs."),
            Map.entry("betrayal", "Betrayed trust: somebody they trusted did not know or respect them."),
            Map.entry("departure", "Leaving, and coming back after having left."),
            Map.entry("diagnosis", "Diagnosis: from where on something is named or flagged."),
            Map.entry("retaliation", "Retaliation: negative word of mouth, public or third-party punishment."),
            Map.entry("voice", "Complaint propensity: who speaks up to the company."),
            Map.entry("expectation", "Expectation: the recovery that a customer would call adequate."),
            Map.entry("priority", "Order of handling: greater is sooner."),
            Map.entry(
                    "opportunism", "Opportunistic claims: a question of relationship and fairness, not of generosity."),
            Map.entry("plan", "Plans: what is given beyond what is owed, who approves it, and when to part."));

    public PolicySection {
        parameters = List.copyOf(parameters);
    }

    /** All sections in the order of the catalogue. */
    public static List<PolicySection> all() {
        Map<String, List<Parameter>> byName = new LinkedHashMap<>();
        for (Parameter parameter : Parameter.values()) {
            byName.computeIfAbsent(nameOf(parameter), name -> new ArrayList<>()).add(parameter);
        }
        return byName.entrySet().stream()
                .map(entry -> new PolicySection(entry.getKey(), titleOf(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** The section of this name, or null when there is none. */
    public static @Nullable PolicySection named(String name) {
        return all().stream()
                .filter(section -> section.name.equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The name of a parameter within its section: the part of the key after the dot. */
    public static String entryOf(Parameter parameter) {
        return parameter.key().substring(parameter.key().indexOf('.') + 1);
    }

    private static String nameOf(Parameter parameter) {
        return parameter.key().substring(0, parameter.key().indexOf('.'));
    }

    private static String titleOf(String name) {
        return TITLES.getOrDefault(name, name.replace('_', ' '));
    }
}
