package org.amends.server.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.amends.format.policy.PolicyNumber;
import org.amends.format.policy.PolicySection;
import org.amends.policy.Confidence;
import org.amends.policy.Element;
import org.amends.policy.FailureProfile;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.amends.policy.RemedyProfile;
import org.jspecify.annotations.Nullable;

/**
 * The policy in force, value by value, as its page shows it.
 *
 * @param inForce which publication it is
 * @param query what was searched for; empty when nothing was
 * @param sections those with a value that was found
 * @param found how many values were found
 * @param failures the failure catalogue
 * @param remedies the remedy catalogue
 * @param proposedName the name that a next policy may have
 * @param wrong how many of the values that were typed in cannot be
 * @param published whether it has just come into force
 */
public record PolicyView(
        PolicyVersion inForce,
        String query,
        List<Section> sections,
        int found,
        List<FailureProfile> failures,
        List<RemedyProfile> remedies,
        String proposedName,
        int wrong,
        boolean published) {

    public PolicyView {
        sections = List.copyOf(sections);
        failures = List.copyOf(failures);
        remedies = List.copyOf(remedies);
    }

    /**
     * A group of values.
     *
     * @param name its name in policy files
     */
    public record Section(String name, String title, List<Value> values) {
        public Section {
            values = List.copyOf(values);
        }
    }

    /**
     * One value.
     *
     * @param shown what stands in its field
     * @param departs whether the policy in force departs from the default
     * @param error why what was typed in cannot be, or null
     */
    public record Value(
            Parameter parameter,
            String shown,
            boolean departs,
            @Nullable String error) {

        /** The name of its field and the key in policy files. */
        public String key() {
            return parameter.key();
        }

        /** The default as policies write it. */
        public String usual() {
            return PolicyNumber.text(parameter.defaultValue());
        }

        /** The least and the greatest value allowed. */
        public String range() {
            return PolicyNumber.text(parameter.least()) + " – " + PolicyNumber.text(parameter.most());
        }

        /** How far the evidence carries the default. */
        public String confidence() {
            return name(parameter.confidence());
        }

        private static String name(Confidence confidence) {
            return confidence.name().toLowerCase(Locale.ROOT);
        }

        boolean matches(String query) {
            String wanted = query.toLowerCase(Locale.ROOT);
            return (key() + " " + parameter.meaning() + " " + parameter.evidence())
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted);
        }
    }

    /** The names of what is owed for a failure, for a person; empty where nothing is listed. */
    public static String owed(FailureProfile row) {
        return row.owed().stream().map(Element::word).collect(Collectors.joining(", "));
    }

    static PolicyView of(
            PublishedPolicy current,
            String query,
            Map<String, String> typed,
            Map<String, String> errors,
            boolean published) {
        List<Section> sections = new ArrayList<>();
        int found = 0;
        for (PolicySection section : PolicySection.all()) {
            List<Value> values = section.parameters().stream()
                    .map(parameter -> value(current.policy(), parameter, typed, errors))
                    .filter(value -> query.isBlank() || value.matches(query.strip()))
                    .toList();
            if (!values.isEmpty()) {
                sections.add(new Section(section.name(), section.title(), values));
                found += values.size();
            }
        }
        return new PolicyView(
                current.version(),
                query,
                sections,
                found,
                current.policy().failures(),
                current.policy().remedies(),
                typed.getOrDefault("version", "policy-" + (current.version().number() + 1)),
                errors.size(),
                published);
    }

    private static Value value(
            Policy policy, Parameter parameter, Map<String, String> typed, Map<String, String> errors) {
        double inForce = policy.get(parameter);
        return new Value(
                parameter,
                typed.getOrDefault(parameter.key(), PolicyNumber.text(inForce)),
                inForce != parameter.defaultValue(),
                errors.get(parameter.key()));
    }
}
