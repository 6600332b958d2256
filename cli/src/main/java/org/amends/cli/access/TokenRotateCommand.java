package org.amends.cli.access;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.amends.cli.database.DatabaseOption;
import org.amends.cli.time.Span;
import org.amends.server.access.token.Tokens;
import org.amends.server.audit.Audit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code amends token rotate}: a new token in place of another, which stays good for a while. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Makes a token in place of another and prints it as the last line. The other stays good for a while.")
final class TokenRotateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Parameters(paramLabel = "ID", description = "The part of the token between its underscores.")
    private String id = "";

    @Option(
            names = "--overlap",
            paramLabel = "SPAN",
            defaultValue = "1d",
            description = "For how long the other stays good. Default: ${DEFAULT-VALUE}.")
    private String overlap = "1d";

    @Override
    public Integer call() {
        @Nullable Duration span = Span.read(overlap);
        if (span == null) {
            throw new ParameterException(
                    spec.commandLine(), "--overlap is \"%s\". Write a span such as 1d or PT1H.".formatted(overlap));
        }
        Optional<Tokens.Issued> issued;
        try (AccessDatabase opened = new AccessDatabase(database)) {
            issued = opened.tokens().rotate(id, span, Audit.COMMAND, Instant.now());
        }
        if (issued.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no good token \"%s\". \"amends token list\" shows those there are.".formatted(id));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(issued.get().text());
        out.flush();
        return 0;
    }
}
