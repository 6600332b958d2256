package org.amends.server.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the parts of a page lie. The address of each changes with its content, so that browsers may keep it for ever. */
final class Assets {

    private static final int LETTERS = 12;
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Assets() {}

    /**
     * The address of a part.
     *
     * @param name its path below {@code /assets}, for example {@code console.css}
     * @throws IllegalArgumentException when there is none
     */
    static String address(String name) {
        return KNOWN.computeIfAbsent(name, wanted -> "/assets/" + wanted + "?v=" + print(wanted));
    }

    private static String print(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/static/assets/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("No part of a page is called \"%s\".".formatted(name));
            }
            byte[] print = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(print).substring(0, LETTERS);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
