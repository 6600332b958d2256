package org.amends.cli.fit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that learn from the company's own histories. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description = "Learns a model from the company's own histories.",
        subcommands = {FitBaseCommand.class, FitReaderCommand.class})
public final class FitCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: what to fit. Maybe: fit base, fit reader.");
    }
}
