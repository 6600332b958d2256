package org.amends.server.access;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who a request comes from: a person at the console, or a program with a token. */
public sealed interface Caller permits Person, Program {

    /** How the audit log names it: {@code person:ID} or {@code token:ID}. */
    String actor();

    /** How people call it. */
    String name();

    /** What it may do. */
    Set<Scope> scopes();

    /** Which brands it may see. */
    BrandScope brands();

    /** Whether it may do this. */
    default boolean may(Scope scope) {
        return scopes().contains(scope);
    }

    /**
     * Who the request that this thread answers comes from.
     *
     * @throws IllegalStateException when nobody is signed in, which a guarded method cannot meet
     */
    static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("Nobody is signed in; the method that asks must be guarded.");
    }
}
