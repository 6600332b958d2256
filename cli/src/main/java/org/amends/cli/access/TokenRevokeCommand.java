package org.amends.cli.access;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.amends.cli.database.DatabaseOption;
import org.amends.server.audit.Audit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code amends token revoke}: a token opens nothing any more. */
@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Takes a token back. A service that runs lets it in for two seconds more at most.")
final class TokenRevokeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Parameters(paramLabel = "ID", description = "The part of the token between its underscores.")
    private String id = "";

    @Override
    public Integer call() {
        boolean revoked;
        try (AccessDatabase opened = new AccessDatabase(database)) {
            revoked = opened.tokens().revoke(id, Audit.COMMAND, Instant.now());
        }
        if (!revoked) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no token \"%s\" to revoke. \"amends token list\" shows those there are.".formatted(id));
        }
        return 0;
    }
}
