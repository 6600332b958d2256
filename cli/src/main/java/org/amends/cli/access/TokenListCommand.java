package org.amends.cli.access;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.amends.cli.database.DatabaseOption;
import org.amends.server.access.Scope;
import org.amends.server.access.token.Token;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code amends token list}: one line a token, without secrets. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists the tokens: id, state, scopes, brands, last use and name, separated by tabs.")
final class TokenListCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Override
    public Integer call() {
        List<Token> tokens;
        try (AccessDatabase opened = new AccessDatabase(database)) {
            tokens = opened.tokens().list();
        }
        PrintWriter out = spec.commandLine().getOut();
        Instant now = Instant.now();
        out.println("id\tstate\tscopes\tbrands\tlast used\tname");
        tokens.forEach(token -> out.println(line(token, now)));
        out.flush();
        return 0;
    }

    private static String line(Token token, Instant now) {
        return String.join(
                "\t",
                token.id(),
                state(token, now),
                token.scopes().stream().sorted().map(Scope::tag).collect(Collectors.joining(",")),
                token.brands().toString(),
                token.lastUsedAt() == null ? "never" : token.lastUsedAt().toString(),
                token.name());
    }

    private static String state(Token token, Instant now) {
        if (token.revokedAt() != null) {
            return "revoked";
        }
        if (!token.goodAt(now)) {
            return "expired";
        }
        @Nullable Instant end = token.expiresAt();
        return end == null ? "good" : "good until " + end;
    }
}
