package org.amends.format.policy;

import static org.amends.format.policy.Findings.quoted;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.amends.event.Spelling;
import org.amends.format.policy.Findings.Entry;
import org.amends.policy.FailureProfile;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.amends.policy.RemedyProfile;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a policy file. Everything that is wrong with it comes out at once, each with its place and a remedy. */
public final class PolicyReader {

    private static final String VERSION = "version";
    private static final int LONGEST_VERSION = 100;

    private final Findings findings = new Findings();
    private final Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
    private final List<FailureProfile> failures = new ArrayList<>();
    private final List<RemedyProfile> remedies = new ArrayList<>();
    private @Nullable String version;

    private PolicyReader() {}

    /** Reads the text of a policy file. */
    public static PolicyReading read(String yaml) {
        return read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the bytes of a policy file: YAML 1.2 in UTF-8. */
    public static PolicyReading read(byte[] yaml) {
        try {
            Node root = PolicyYaml.root(yaml);
            return Findings.isNothing(root)
                    ? new PolicyReading.Unreadable(PolicyYaml.empty().finding())
                    : new PolicyReader().reading(root);
        } catch (PolicyYaml.Unreadable unreadable) {
            return new PolicyReading.Unreadable(unreadable.finding());
        }
    }

    /**
     * The policy in a file.
     *
     * @throws PolicyFormatException when it cannot be opened or is no policy; the message names every place and remedy
     */
    public static Policy load(Path file) {
        return switch (read(bytes(file))) {
            case PolicyReading.Read(Policy policy) -> policy;
            case PolicyReading.Flawed(List<PolicyFinding> findings) -> throw new PolicyFormatException(file, findings);
            case PolicyReading.Unreadable(PolicyFinding finding) ->
                throw new PolicyFormatException(file, List.of(finding));
        };
    }

    /**
     * The bytes of a policy file.
     *
     * @throws PolicyFormatException when it cannot be opened
     */
    public static byte[] bytes(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new PolicyFormatException(file, "this is a folder", "Maybe name the policy file in it.");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new PolicyFormatException(
                    file,
                    "there is no such file",
                    "Maybe check the path; \"./amends policy show\" prints a policy to begin with.");
        } catch (IOException unreadable) {
            throw new PolicyFormatException(
                    file,
                    "the file cannot be read (%s)".formatted(unreadable.getMessage()),
                    "Maybe check its permissions.");
        }
    }

    private PolicyReading reading(Node root) {
        if (!(root instanceof MappingNode)) {
            findings.add(
                    root,
                    Findings.shown(root),
                    "A policy is a map. Maybe begin with \"version: my-policy-1\" on a line.");
            return new PolicyReading.Flawed(findings.inOrder());
        }
        boolean versioned = false;
        for (Entry entry : findings.entries(root, "the policy", "")) {
            versioned |= entry.name().equals(VERSION);
            readTop(entry);
        }
        if (!versioned) {
            findings.add(
                    root, "a policy without a version", "Maybe begin with a name for it: \"version: my-policy-1\".");
        }
        List<PolicyFinding> wrong = findings.inOrder();
        return wrong.isEmpty() && version != null
                ? new PolicyReading.Read(policy(honestVersion(version)))
                : new PolicyReading.Flawed(wrong);
    }

    private Policy policy(String name) {
        return new Policy(name, values, failures, remedies);
    }

    private void readTop(Entry entry) {
        PolicySection section = PolicySection.named(entry.name());
        if (entry.name().equals(VERSION)) {
            version = versionName(entry.value());
        } else if (entry.name().equals(PolicySection.FAILURES)) {
            failures.addAll(new FailureSection(findings).read(entry.value()));
        } else if (entry.name().equals(PolicySection.REMEDIES)) {
            remedies.addAll(new RemedySection(findings).read(entry.value()));
        } else if (section != null) {
            readSection(section, entry.value());
        } else {
            findings.add(
                    entry.key(),
                    "the unknown section %s".formatted(quoted(entry.name())),
                    nearestSection(entry.name()));
        }
    }

    private @Nullable String versionName(Node node) {
        String remedy =
                "Maybe write a name of at most %d characters, for example my-policy-1.".formatted(LONGEST_VERSION);
        String name = findings.text(node, VERSION, remedy);
        if (name != null && (name.length() > LONGEST_VERSION || name.chars().anyMatch(Character::isISOControl))) {
            findings.add(node, "%s: %s".formatted(VERSION, quoted(name)), remedy);
            return null;
        }
        return name == null ? null : name.strip();
    }

    private void readSection(PolicySection section, Node node) {
        String remedy = "Maybe write entries below it, for example \"%s: %s\", each indented by two spaces."
                .formatted(
                        PolicySection.entryOf(section.parameters().getFirst()),
                        PolicyNumber.text(section.parameters().getFirst().defaultValue()));
        for (Entry entry : findings.entries(node, section.name(), remedy)) {
            Parameter parameter = Parameter.named(section.name() + "." + entry.name());
            if (parameter == null) {
                String key = section.name() + "." + entry.name();
                findings.add(
                        entry.key(), "the unknown key %s".formatted(quoted(key)), nearestKey(section, entry.name()));
            } else {
                Double value = new ParameterEntry(findings, parameter).read(entry);
                if (value != null) {
                    values.put(parameter, value);
                }
            }
        }
    }

    private static String nearestSection(String name) {
        int dot = name.indexOf('.');
        Parameter meant = Parameter.named(name);
        if (meant != null) {
            return "Maybe write it in two steps: \"%s:\" on one line, and \"%s:\" indented below it."
                    .formatted(name.substring(0, dot), name.substring(dot + 1));
        }
        List<String> names = new ArrayList<>(
                PolicySection.all().stream().map(PolicySection::name).toList());
        names.add(PolicySection.FAILURES);
        names.add(PolicySection.REMEDIES);
        names.add(VERSION);
        return "Maybe %s.".formatted(Spelling.nearest(dot < 0 ? name : name.substring(0, dot), names));
    }

    /** The nearest name in this section; one that another section has to the letter is meant more probably. */
    private static String nearestKey(PolicySection section, String entry) {
        for (Parameter parameter : Parameter.values()) {
            if (PolicySection.entryOf(parameter).equals(entry)) {
                return "Maybe it belongs under another section, as %s: %s."
                        .formatted(parameter.key(), PolicyNumber.range(parameter));
            }
        }
        String nearest = Spelling.nearest(
                entry, section.parameters().stream().map(PolicySection::entryOf).toList());
        Parameter meant = section.parameters().stream()
                .filter(parameter -> PolicySection.entryOf(parameter).equals(nearest))
                .findFirst()
                .orElse(section.parameters().getFirst());
        return "Maybe %s: %s.".formatted(meant.key(), PolicyNumber.range(meant));
    }

    /** A file that kept the built-in's name but changed its numbers gets a name that cannot pass for the original. */
    private String honestVersion(String given) {
        Policy standard = Policy.standard();
        if (!given.equals(standard.version())) {
            return given;
        }
        PolicyDiff diff = PolicyDiff.between(standard, policy(given));
        return diff.isEmpty() ? given : given + "+" + HexFormat.of().toHexDigits(diff.fingerprint());
    }
}
