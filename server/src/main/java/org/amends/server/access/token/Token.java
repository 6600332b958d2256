package org.amends.server.access.token;

import java.time.Instant;
import java.util.Set;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Program;
import org.amends.server.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is kept: without its secret.
 *
 * @param id the part of it that may be shown
 * @param name what it is for
 * @param scopes what it may do
 * @param brands which brands it may see and send events of
 * @param createdAt when it was made
 * @param createdBy who made it, as the audit log names them
 * @param expiresAt from when on it is no longer good, or null for never
 * @param lastUsedAt when it was last used, to within some seconds, or null for never
 * @param revokedAt when it was taken back, or null
 * @param replacedBy the id of the token that takes its place, or null
 */
public record Token(
        String id,
        String name,
        Set<Scope> scopes,
        BrandScope brands,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable String replacedBy) {

    public Token {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it opens anything at this moment. */
    public boolean goodAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** Who a request with this token comes from. */
    public Program program() {
        return new Program(id, name, scopes, brands);
    }
}
