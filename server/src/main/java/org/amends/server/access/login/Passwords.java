package org.amends.server.access.login;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Hashes and judges passwords. */
final class Passwords {

    /** In characters. */
    static final int SHORTEST = 12;

    /** In characters; longer ones would only cost time. */
    static final int LONGEST = 128;

    // Argon2id as the OWASP Password Storage Cheat Sheet recommends: 19 MiB, two passes, one lane.
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    /** A password that can be guessed in fewer than 2^35 attempts is refused. */
    private static final double LEAST_BITS = 35;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);

    /** Bounds the memory that guessers can make us take. */
    private final Semaphore few = new Semaphore(4);

    private final String unknown = hash("nobody has this password");

    /** Why a password is refused. */
    enum Fault {
        TOO_SHORT,
        TOO_LONG,
        TOO_COMMON;
    }

    String hash(String password) {
        few.acquireUninterruptibly();
        try {
            String hash = encoder.encode(password);
            if (hash == null) {
                throw new IllegalStateException("A password gave no hash.");
            }
            return hash;
        } finally {
            few.release();
        }
    }

    /** Whether the password has this hash. Takes as long where there is none, so that nobody learns who is known. */
    boolean matches(String password, @Nullable String hash) {
        few.acquireUninterruptibly();
        try {
            boolean same = encoder.matches(password, hash == null ? unknown : hash);
            return same && hash != null;
        } finally {
            few.release();
        }
    }

    /** Whether a hash was made with other numbers than today's. */
    boolean dated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /**
     * What speaks against a password; nothing if it is good.
     *
     * @param about words that a guesser would try first: login and name of whom it is for
     */
    static Optional<Fault> judge(String password, List<String> about) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        DictionaryBuilder own =
                new DictionaryBuilder().setDictionaryName("about").setExclusion(true);
        own.addWord("amends", 0);
        about.stream()
                .flatMap(word -> java.util.Arrays.stream(word.split("[\\s@._-]+")))
                .filter(word -> word.length() > 2)
                .forEach(word -> own.addWord(word, 0));
        List<Dictionary> dictionaries = new java.util.ArrayList<>(ConfigurationBuilder.getDefaultDictionaries());
        dictionaries.add(own.createDictionary());
        Nbvcxz guesser = new Nbvcxz(new ConfigurationBuilder()
                .setMinimumEntropy(LEAST_BITS)
                .setDictionaries(dictionaries)
                .createConfiguration());
        return guesser.estimate(password).isMinimumEntropyMet() ? Optional.empty() : Optional.of(Fault.TOO_COMMON);
    }
}
