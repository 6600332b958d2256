package org.amends.server.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * How entries are hashed. Texts go in with their length before them, so that no two entries give the same bytes.
 *
 * <pre>
 * content = SHA-256(salt, subject, details)
 * hash    = SHA-256(sequence, microseconds since 1970, actor, action, content, previous hash)
 * </pre>
 *
 * Numbers are eight bytes, the highest first; texts are UTF-8 after their length as a number; of hashes and salts the 32 bytes
 * go in for which their hexadecimal digits stand.
 */
final class Chaining {

    /** What the first entry builds on. */
    static final String NOTHING = "0".repeat(64);

    private static final int SALT_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Chaining() {}

    static String salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    static String content(String salt, String subject, String details) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(salt));
        add(digest, subject);
        add(digest, details);
        return HexFormat.of().formatHex(digest.digest());
    }

    static String entry(long sequence, Instant at, String actor, String action, String content, String previous) {
        MessageDigest digest = sha256();
        add(digest, sequence);
        add(digest, ChronoUnit.MICROS.between(Instant.EPOCH, at));
        add(digest, actor);
        add(digest, action);
        digest.update(HexFormat.of().parseHex(content));
        digest.update(HexFormat.of().parseHex(previous));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(digest, bytes.length);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }
}
