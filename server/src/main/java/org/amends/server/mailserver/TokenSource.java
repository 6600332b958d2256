package org.amends.server.mailserver;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where access tokens come from: a command that prints one, or an endpoint that gives one for a refresh token.
 *
 * @param command with its arguments; empty to ask the endpoint
 * @param url of the endpoint, or null
 * @param clientId of this installation, or null
 * @param clientSecret of this installation, or null where it has none
 * @param refreshToken that was granted once, or null
 * @param scope that is asked for, or null
 */
public record TokenSource(
        @DefaultValue List<String> command,
        @Nullable String url,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String refreshToken,
        @Nullable String scope) {

    /** @throws IllegalArgumentException when there is neither a command nor an endpoint with a refresh token */
    public TokenSource {
        command = List.copyOf(command);
        if (command.isEmpty() && (url == null || refreshToken == null)) {
            throw new IllegalArgumentException(
                    "A token of a mail server needs a command, or a url and a refresh-token, below amends.mail.");
        }
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return command.isEmpty() ? "token from " + url : "token from a command";
    }
}
