package org.amends.server.audit;

/**
 * What the page of the audit log was asked for, as it was typed; what is empty does not narrow.
 *
 * @param actor who did it
 * @param action what was done
 * @param subject what it was done to
 * @param from from which day on, as 2026-01-31
 * @param until before which day
 */
public record AuditAsked(String actor, String action, String subject, String from, String until) {

    /** The query of the address that asks for the same, from a place on. */
    String query(String before) {
        StringBuilder query = new StringBuilder();
        add(query, "actor", actor);
        add(query, "action", action);
        add(query, "subject", subject);
        add(query, "from", from);
        add(query, "until", until);
        add(query, "before", before);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (!value.isBlank()) {
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(AuditPages.encoded(value));
        }
    }
}
