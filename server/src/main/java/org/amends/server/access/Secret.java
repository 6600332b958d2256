package org.amends.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random words that open something. What is kept of them is a hash: they hold enough randomness to need no slow one. */
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();

    private Secret() {}

    /** A word of this many letters and digits; each holds five random bits. */
    public static String word(int letters) {
        char[] word = new char[letters];
        for (int i = 0; i < letters; i++) {
            word[i] = ALPHABET[RANDOM.nextInt(ALPHABET.length)];
        }
        return new String(word);
    }

    /** A word of 260 random bits. */
    public static String strongWord() {
        return word(52);
    }

    /** Random bytes. */
    public static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** What is kept of a secret: its SHA-256 in hexadecimal digits. */
    public static String hash(String secret) {
        return HexFormat.of().formatHex(sha256().digest(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether this secret has that hash, in a time that does not tell how much of it fits. */
    public static boolean matches(String secret, String hash) {
        return MessageDigest.isEqual(
                hash(secret).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }
}
