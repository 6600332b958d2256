package org.amends.cli.access;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.amends.cli.database.DatabaseOption;
import org.amends.cli.time.Span;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Scope;
import org.amends.server.access.token.Tokens;
import org.amends.server.audit.Audit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code amends token create}: prints a new token as its last line. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a token and prints it as the last line; it is never shown again.",
            "Works while the service runs and while it does not."
        })
final class TokenCreateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--scope",
            paramLabel = "SCOPES",
            required = true,
            description = "What it may do, separated by commas: ingest, read, write, policy, admin.")
    private String scope = "";

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "command line", description = "What it is for.")
    private String name = "command line";

    @Option(
            names = "--brand",
            paramLabel = "BRAND",
            description = "The brand it is limited to; may be given several times. Default: all.")
    private @Nullable List<String> brands;

    @Option(
            names = "--expires",
            paramLabel = "SPAN",
            description = "How long it is good, such as 90d. Default: for ever.")
    private @Nullable String expires;

    @Override
    public Integer call() {
        Instant now = Instant.now();
        Tokens.Wish wish = wish(now);
        Tokens.Issued issued;
        try (AccessDatabase opened = new AccessDatabase(database)) {
            issued = opened.tokens().create(wish, Audit.COMMAND, now);
        }
        PrintWriter out = spec.commandLine().getOut();
        spec.commandLine()
                .getErr()
                .println("Token %s was made. Keep it now: it is never shown again."
                        .formatted(issued.token().id()));
        out.println(issued.text());
        out.flush();
        return 0;
    }

    private Tokens.Wish wish(Instant now) {
        try {
            Set<Scope> scopes = Scope.list(scope);
            return new Tokens.Wish(name, scopes, BrandScope.ofNullable(brands), end(now));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }

    private @Nullable Instant end(Instant now) {
        if (expires == null) {
            return null;
        }
        @Nullable Duration span = Span.read(expires);
        if (span == null) {
            throw new IllegalArgumentException(
                    "--expires is \"%s\". Write a span such as 90d, 12w or 1y.".formatted(expires));
        }
        return now.plus(span);
    }
}
