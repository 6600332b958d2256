package org.amends.server.relationship;

import org.jspecify.annotations.Nullable;

/**
 * One event as a line of a list.
 *
 * @param iso when, in ISO 8601
 * @param time when, in words
 * @param what what kind of event
 * @param details what else is known of it; may be empty
 * @param text what was said, or null
 * @param tone the class of its colour
 */
public record EventLine(
        String iso,
        String time,
        String what,
        String details,
        @Nullable String text,
        String tone) {}
