package org.amends.server.access.login;

import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.amends.server.access.Secret;

/**
 * Codes of an authenticator (RFC 6238): six digits, SHA-1, thirty seconds, since that is what all of them speak. A code of the
 * step before or after is taken too, for clocks that differ.
 */
final class Totp {

    private static final int SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    private static final int SECRET_LETTERS = 32;
    private static final int LETTER_BITS = 5;
    private static final int QUIET_MODULES = 3;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** A new secret of 160 bits, in base32. */
    static String secret() {
        return Secret.word(SECRET_LETTERS).toUpperCase(Locale.ROOT);
    }

    /** The step that a code is of, if it is one of those around now. */
    static OptionalLong step(String secret, String typed, Instant now) {
        String code = typed.replaceAll("\\s", "");
        long current = now.getEpochSecond() / SECONDS;
        OptionalLong found = OptionalLong.empty();
        for (long step = current - 1; step <= current + 1; step++) {
            if (MessageDigest.isEqual(
                    code(secret, step).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of one step. */
    static String code(String secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int truncated = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", truncated % MODULUS);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA1.", missing);
        }
    }

    /** What an authenticator reads from the picture. */
    static String address(String secret, String login) {
        return "otpauth://totp/Amends:" + encoded(login) + "?secret=" + secret + "&issuer=Amends";
    }

    /** The path of a picture of dark squares: for an SVG with this many units a side, quiet zone included. */
    record Picture(int side, String path) {}

    static Picture picture(String address) {
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET_MODULES)
                            .append(' ')
                            .append(y + QUIET_MODULES)
                            .append("h1v1h-1z");
                }
            }
        }
        return new Picture(code.size + 2 * QUIET_MODULES, path.toString());
    }

    private static byte[] bytes(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * LETTER_BITS / Byte.SIZE);
        int held = 0;
        int bits = 0;
        for (int i = 0; i < base32.length() && bytes.hasRemaining(); i++) {
            held = (held << LETTER_BITS | ALPHABET.indexOf(base32.charAt(i))) & 0xfff;
            bits += LETTER_BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
