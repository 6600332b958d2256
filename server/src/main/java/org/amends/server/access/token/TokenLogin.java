package org.amends.server.access.token;

import org.amends.server.access.Program;
import org.amends.server.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** That a request came with a good token. */
final class TokenLogin extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Program program;

    TokenLogin(Program program) {
        super(program.scopes().stream().map(Scope::authority).toList());
        this.program = program;
        setAuthenticated(true);
    }

    @Override
    public Program getPrincipal() {
        return program;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return program.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenLogin that && program.equals(that.program);
    }

    @Override
    public int hashCode() {
        return program.hashCode();
    }
}
