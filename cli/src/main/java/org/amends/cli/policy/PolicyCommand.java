package org.amends.cli.policy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with a policy file. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Checks, compares, explains and prints policies: every number that shapes a decision.",
        subcommands = {CheckCommand.class, DiffCommand.class, ExplainCommand.class, ShowCommand.class})
public final class PolicyCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: check, diff, explain or show.");
    }
}
