package org.amends.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.amends.cli.access.AdminCommand;
import org.amends.cli.access.AuditCommand;
import org.amends.cli.access.TokenCommand;
import org.amends.cli.backtest.BacktestCommand;
import org.amends.cli.backup.BackupCommand;
import org.amends.cli.backup.RestoreCommand;
import org.amends.cli.decide.DecideCommand;
import org.amends.cli.fit.FitCommand;
import org.amends.cli.food.FoodCommand;
import org.amends.cli.guard.GuardCommand;
import org.amends.cli.letter.LetterCommand;
import org.amends.cli.lint.LintCommand;
import org.amends.cli.load.ImportCommand;
import org.amends.cli.load.RebuildCommand;
import org.amends.cli.policy.PolicyCommand;
import org.amends.cli.read.ReadCommand;
import org.amends.cli.score.ScoreCommand;
import org.amends.cli.serve.ServeCommand;
import org.amends.cli.simulate.DemoCommand;
import org.amends.cli.simulate.SimulateCommand;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code amends}: finds the command that was typed and runs it. */
@Command(
        name = "amends",
        mixinStandardHelpOptions = true,
        versionProvider = Amends.Version.class,
        description =
                "Keeps customer relationships from breaking, mends the ones that break, ends well the ones that cannot be"
                        + " mended.",
        subcommands = {
            AdminCommand.class,
            AuditCommand.class,
            BackupCommand.class,
            BacktestCommand.class,
            DecideCommand.class,
            GuardCommand.class,
            DemoCommand.class,
            FitCommand.class,
            FoodCommand.class,
            ImportCommand.class,
            LetterCommand.class,
            LintCommand.class,
            PolicyCommand.class,
            ReadCommand.class,
            RebuildCommand.class,
            RestoreCommand.class,
            ScoreCommand.class,
            ServeCommand.class,
            SimulateCommand.class,
            TokenCommand.class
        })
public final class Amends implements Runnable {

    private static final String LOG_SETTINGS = "logback.configurationFile";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Print the stack trace of an unexpected error.",
            defaultValue = "${env:AMENDS_DEBUG:-false}")
    private boolean debug;

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            @Nullable String built = Amends.class.getPackage().getImplementationVersion();
            return new String[] {"amends " + (built == null ? "(not from a jar)" : built)};
        }
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        if (System.getProperty(LOG_SETTINGS) == null) {
            System.setProperty(LOG_SETTINGS, "org/amends/cli/logback.xml");
            if (List.of(arguments).contains("serve")) {
                // Read now and forgotten: the service sets up a log of its own, and would complain.
                LoggerFactory.getILoggerFactory();
                System.clearProperty(LOG_SETTINGS);
            }
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(execute(out, err, arguments));
    }

    /** Runs a command and gives its exit code: 0 done, 1 findings, 2 usage or bad input, 3 environment. */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        Amends amends = new Amends();
        CommandLine commands = new CommandLine(amends)
                // A misspelt option is told as one, not taken for one more file.
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> Failures.tell(failure, command.getErr(), amends.debug));
        try {
            return commands.execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError tooLarge) {
            return Failures.tell(tooLarge, err, amends.debug);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command.");
    }
}
