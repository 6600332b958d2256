package org.amends.server.policy;

import java.time.Instant;

/**
 * One publication of a policy.
 *
 * @param number counted from 1; the greatest is in force
 * @param version what the policy calls itself
 * @param hash SHA-256 of the text, in hexadecimal
 * @param note why it was published; may be empty
 * @param publishedBy who published it
 * @param publishedAt when
 */
public record PolicyVersion(
        int number, String version, String hash, String note, String publishedBy, Instant publishedAt) {

    /** The entity tag by which a caller says which policy they saw in force. */
    public String etag() {
        return "\"%d-%s\"".formatted(number, hash.substring(0, 12));
    }
}
