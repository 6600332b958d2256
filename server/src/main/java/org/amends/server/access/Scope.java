package org.amends.server.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Something that a token, or a person by a role, is allowed to do. */
public enum Scope {
    /** Send events. */
    INGEST,
    /** See relationships, diagnoses and policies. */
    READ,
    /** Ask the guard before something is sent, and tell what was sent in the end. */
    GUARD,
    /** Change what is known of customers: merge, restrict, note. */
    WRITE,
    /** Try policies out. To publish one takes {@link #ADMIN}. */
    POLICY,
    /** People, tokens, webhooks, erasure, audit. */
    ADMIN;

    /** As it is written in commands, answers and authorities. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What {@code hasAuthority} asks for, such as {@code SCOPE_read}. */
    public GrantedAuthority authority() {
        return new SimpleGrantedAuthority("SCOPE_" + tag());
    }

    /**
     * Reads one scope.
     *
     * @throws IllegalArgumentException naming the scopes there are
     */
    public static Scope of(String tag) {
        for (Scope scope : values()) {
            if (scope.tag().equals(tag)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("There is no scope \"%s\". Scopes are %s.".formatted(tag, tags()));
    }

    /** Reads scopes separated by commas, as in {@code ingest,read}. */
    public static Set<Scope> list(String tags) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String tag : tags.split(",", -1)) {
            scopes.add(of(tag.strip()));
        }
        return scopes;
    }

    private static String tags() {
        return Arrays.stream(values()).map(Scope::tag).collect(Collectors.joining(", "));
    }
}
