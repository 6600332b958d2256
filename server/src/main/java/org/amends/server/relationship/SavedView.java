package org.amends.server.relationship;

/**
 * A filter that somebody keeps.
 *
 * @param id the store's own number
 * @param name as they call it
 * @param query what stands behind the question mark of the list's address
 */
public record SavedView(long id, String name, String query) {}
