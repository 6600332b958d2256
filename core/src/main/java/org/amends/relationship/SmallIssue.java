package org.amends.relationship;

import java.time.Instant;

/**
 * A small open issue of which only the age is known.
 *
 * @param since when it came up
 */
public record SmallIssue(Instant since) {}
