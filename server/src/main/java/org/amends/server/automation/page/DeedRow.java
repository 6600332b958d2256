package org.amends.server.automation.page;

/**
 * One thing to be done, as a row of a form.
 *
 * @param kind one of {@link DeedRows#OF_RULES} or {@link DeedRows#OF_MACROS}; empty for an empty row
 * @param value what it takes
 */
public record DeedRow(String kind, String value) {}
