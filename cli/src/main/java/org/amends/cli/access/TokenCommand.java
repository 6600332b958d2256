package org.amends.cli.access;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code amends token}: what programs sign in with. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Makes, lists, replaces and revokes the tokens that programs sign in with.",
        subcommands = {
            TokenCreateCommand.class,
            TokenListCommand.class,
            TokenRotateCommand.class,
            TokenRevokeCommand.class
        })
public final class TokenCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: create, list, rotate or revoke.");
    }
}
