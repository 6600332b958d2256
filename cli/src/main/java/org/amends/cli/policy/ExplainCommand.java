package org.amends.cli.policy;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.amends.event.FailureKind;
import org.amends.event.Spelling;
import org.amends.format.policy.PolicyReader;
import org.amends.format.policy.PolicySection;
import org.amends.policy.Element;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a number of a policy means and where it comes from. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Says what a number, failure kind or remedy means, its unit and range, and where it comes from; without a"
                        + " name, all of them in short.")
final class ExplainCommand implements Callable<Integer> {

    private static final int BAD_INPUT = 2;
    private static final int SUGGESTED = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "KEY|KIND|REMEDY",
            description =
                    "A parameter such as half_life.goodwill, a section such as half_life, a failure kind or a remedy.")
    private @Nullable String name;

    @Option(names = "--policy", paramLabel = "FILE", description = "Explain the values of this policy.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        Policy policy = file == null ? Policy.standard() : PolicyReader.load(file);
        Explanation explanation = new Explanation(policy);
        String wanted = name == null ? null : name.strip();
        String text = wanted == null ? explanation.all() : find(explanation, policy, wanted);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (text == null) {
            err.println("%s knows no parameter, section, failure kind or remedy \"%s\".\nMaybe %s."
                    .formatted(policy.version(), wanted, suggestions(policy, String.valueOf(wanted))));
            err.flush();
            return BAD_INPUT;
        }
        out.print(text);
        out.flush();
        return 0;
    }

    private static @Nullable String find(Explanation explanation, Policy policy, String name) {
        Parameter parameter = Parameter.named(name);
        if (parameter != null) {
            return explanation.of(parameter);
        }
        PolicySection section = PolicySection.named(name);
        if (section != null) {
            return explanation.of(section);
        }
        if (name.equals(PolicySection.FAILURES)) {
            return explanation.ofFailures();
        }
        if (name.equals(PolicySection.REMEDIES)) {
            return explanation.ofRemedies();
        }
        String kind = within(PolicySection.FAILURES, name);
        if (FailureKind.isName(kind) && policy.knows(new FailureKind(kind))) {
            return explanation.of(policy.failure(new FailureKind(kind)));
        }
        Element element = Element.named(within(PolicySection.REMEDIES, name));
        return element == null ? null : explanation.of(policy.remedy(element));
    }

    /** The name without the section before it. */
    private static String within(String section, String name) {
        return name.startsWith(section + ".") ? name.substring(section.length() + 1) : name;
    }

    /** The nearest names; a key counts as near when the part after its dot is. */
    private static String suggestions(Policy policy, String name) {
        List<String> names = new ArrayList<>(Stream.concat(
                        PolicySection.all().stream().map(PolicySection::name),
                        policy.kinds().stream().map(FailureKind::name))
                .toList());
        names.add(PolicySection.FAILURES);
        names.add(PolicySection.REMEDIES);
        for (Element element : Element.values()) {
            names.add(element.word());
        }
        for (Parameter parameter : Parameter.values()) {
            names.add(parameter.key());
        }
        return String.join(
                ", ",
                names.stream()
                        .sorted(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                                .thenComparing(Comparator.naturalOrder()))
                        .limit(SUGGESTED)
                        .toList());
    }

    private static int distance(String name, String candidate) {
        String entry = candidate.substring(candidate.indexOf('.') + 1);
        return Math.min(Spelling.distance(name, candidate), Spelling.distance(name, entry));
    }
}
