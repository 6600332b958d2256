package org.amends.server.access;

import java.util.Set;

/**
 * A program that came with a token.
 *
 * @param id of the token
 * @param name what the token is for
 * @param scopes what it may do
 * @param brands which brands it may see and send events of
 */
public record Program(String id, String name, Set<Scope> scopes, BrandScope brands) implements Caller {

    public Program {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String actor() {
        return "token:" + id;
    }
}
