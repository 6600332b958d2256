package org.amends.cli.policy;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.amends.format.policy.PolicyReader;
import org.amends.format.policy.PolicyWriter;
import org.amends.policy.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a policy whole: what a file leaves out stands there with its built-in value. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Prints a policy whole, as YAML: what the file leaves out stands there with its built-in value.")
final class ShowCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The policy file; the built-in policy by default.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        Policy policy = file == null ? Policy.standard() : PolicyReader.load(file);
        PrintWriter out = spec.commandLine().getOut();
        out.print(PolicyWriter.write(policy));
        out.flush();
        return 0;
    }
}
