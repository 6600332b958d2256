package org.amends.cli.access;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.amends.cli.database.DatabaseOption;
import org.amends.server.audit.Audit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code amends admin}: for whoever looks after the installation. */
@Command(
        name = "admin",
        mixinStandardHelpOptions = true,
        description = "Lets the administrator in.",
        subcommands = AdminCommand.LinkCommand.class)
public final class AdminCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: link.");
    }

    /** {@code amends admin link}: a link by which the administrator chooses a password. */
    @Command(
            name = "link",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = {
                "Prints a link by which \"admin\" chooses a new password, once and within 24 hours.",
                "Links made before are good no more."
            })
    static final class LinkCommand implements Callable<Integer> {

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli before call()
        private CommandSpec spec;

        @Mixin
        private DatabaseOption database = new DatabaseOption();

        @Option(
                names = "--url",
                paramLabel = "URL",
                defaultValue = "${env:AMENDS_PUBLIC_URL:-http://localhost:8080}",
                description = "Where the console is reached. Default: ${DEFAULT-VALUE}.")
        private String url = "http://localhost:8080";

        @Override
        public Integer call() {
            String path;
            try (AccessDatabase opened = new AccessDatabase(database)) {
                path = opened.administrator().link(Audit.COMMAND, Instant.now());
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println(url.replaceAll("/+$", "") + path);
            out.flush();
            return 0;
        }
    }
}
