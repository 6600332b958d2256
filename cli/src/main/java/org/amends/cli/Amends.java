package org.amends.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.amends.cli.fit.FitCommand;
import org.amends.cli.simulate.SimulateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code amends}: finds the command that was typed and runs it. */
@Command(
        name = "amends",
        mixinStandardHelpOptions = true,
        version = "amends 0.1.0-SNAPSHOT",
        description =
                "Keeps customer relationships from breaking, mends the ones that break, ends well the ones that cannot be"
                        + " mended.",
        subcommands = {FitCommand.class, SimulateCommand.class})
public final class Amends implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(new Amends()).setOut(out).setErr(err).execute(arguments));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command.");
    }
}
