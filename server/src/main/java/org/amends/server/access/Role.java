package org.amends.server.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person is to Amends, and so what they may do in the console. */
public enum Role {
    /** Looks after customers. */
    AGENT,
    /** Leads those who look after customers. */
    LEAD,
    /** Studies what happens, and tries policies out. */
    ANALYST,
    /** Answers for the installation. */
    ADMIN,
    /** Connects other systems: sends events, sees tokens and webhooks. */
    INTEGRATOR;

    /** What the role allows. */
    public Set<Scope> scopes() {
        return switch (this) {
            case AGENT -> EnumSet.of(Scope.READ, Scope.GUARD, Scope.WRITE);
            case LEAD -> EnumSet.of(Scope.READ, Scope.GUARD, Scope.WRITE);
            case ANALYST -> EnumSet.of(Scope.READ, Scope.POLICY);
            case ADMIN -> EnumSet.allOf(Scope.class);
            case INTEGRATOR -> EnumSet.of(Scope.INGEST, Scope.READ, Scope.GUARD);
        };
    }

    /** As it is written in settings and forms. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads one role.
     *
     * @throws IllegalArgumentException naming the roles there are
     */
    public static Role of(String tag) {
        for (Role role : values()) {
            if (role.tag().equals(tag)) {
                return role;
            }
        }
        throw new IllegalArgumentException("There is no role \"%s\". Roles are %s."
                .formatted(tag, Arrays.stream(values()).map(Role::tag).collect(Collectors.joining(", "))));
    }
}
