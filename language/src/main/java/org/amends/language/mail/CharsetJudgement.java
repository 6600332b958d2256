package org.amends.language.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the charset in which bytes make sense, whatever they are said to be in.
 *
 * <p>Text that decodes as UTF-8 and holds letters beyond ASCII is UTF-8: other charsets hardly ever look like it. Else the
 * charset that is said is believed if its letters are plausible, and the one with the most plausible letters is taken if not.
 */
final class CharsetJudgement {

    /**
     * Decoded text.
     *
     * @param charset the name of the charset it was decoded with
     * @param doubted whether the charset that was said was not believed
     */
    record Judged(String text, String charset, boolean doubted) {}

    /** What mails in the four languages are written in, the likeliest first. */
    private static final List<String> CANDIDATES =
            List.of("windows-1252", "windows-1251", "koi8-r", "iso-8859-5", "ibm866", "iso-8859-15");

    /** Names in use that the platform does not know, or that promise less than mailers send under them. */
    private static final Map<String, String> ALIASES = Map.of(
            "iso-8859-1", "windows-1252",
            "latin1", "windows-1252",
            "ansi", "windows-1252",
            "cp866", "ibm866",
            "ks_c_5601-1987", "x-windows-949",
            "gb2312", "gb18030",
            "shift_jis", "windows-31j",
            "x-cp1251", "windows-1251",
            "unicode-1-1-utf-8", "utf-8");

    private static final double CLEARLY_BETTER = 0.5;
    private static final double GOOD_ENOUGH = 1.0;
    private static final int SAMPLE_BYTES = 4096;

    private CharsetJudgement() {}

    /**
     * Decodes bytes.
     *
     * @param said the charset they are said to be in; null if nothing is said
     */
    static Judged decode(byte[] bytes, @Nullable String said) {
        Charset declared = charset(said).orElse(null);
        if (isAscii(bytes) && !stateful(bytes, declared)) {
            return new Judged(new String(bytes, StandardCharsets.US_ASCII), "us-ascii", false);
        }
        Optional<Judged> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        boolean single = declared == null || singleByte(declared);
        if (declared != null && !single && !declared.equals(StandardCharsets.UTF_8)) {
            Optional<String> strict = strict(bytes, declared);
            if (strict.isPresent()) {
                return new Judged(strict.get(), name(declared), false);
            }
        }
        Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return new Judged(utf8.get(), "utf-8", declared != null && !declared.equals(StandardCharsets.UTF_8));
        }
        return mostPlausible(bytes, declared, single);
    }

    private static Judged mostPlausible(byte[] bytes, @Nullable Charset declared, boolean single) {
        byte[] sample = sample(bytes);
        double saidScore = declared == null ? Double.NEGATIVE_INFINITY : score(sample, declared);
        if (declared != null && (saidScore >= GOOD_ENOUGH || (!single && saidScore > 0))) {
            return new Judged(new String(bytes, declared), name(declared), false);
        }
        Charset best = declared == null ? Charset.forName(CANDIDATES.getFirst()) : declared;
        double bestScore = declared == null ? score(sample, best) : saidScore + CLEARLY_BETTER;
        for (String candidate : CANDIDATES) {
            Charset charset = Charset.forName(candidate);
            double score = score(sample, charset);
            if (score > bestScore) {
                best = charset;
                bestScore = score;
            }
        }
        return new Judged(new String(bytes, best), name(best), declared != null && !best.equals(declared));
    }

    private static double score(byte[] sample, Charset charset) {
        return LetterPlausibility.of(new String(sample, charset));
    }

    /** The bytes about the first ones beyond ASCII: enough to judge, however long the text is. */
    private static byte[] sample(byte[] bytes) {
        int first = 0;
        while (first < bytes.length && bytes[first] >= 0) {
            first++;
        }
        int from = Math.max(0, first - 64);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + SAMPLE_BYTES));
    }

    private static Optional<Judged> byMark(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return Optional.of(
                    new Judged(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8), "utf-8", false));
        }
        boolean big = bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF;
        boolean little = bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
        return big || little
                ? Optional.of(new Judged(new String(bytes, StandardCharsets.UTF_16), "utf-16", false))
                : Optional.empty();
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte one : bytes) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether seven-bit bytes mean more than ASCII: charsets that switch by an escape sequence, and those of two bytes. */
    private static boolean stateful(byte[] bytes, @Nullable Charset declared) {
        if (declared == null) {
            return false;
        }
        String name = name(declared);
        boolean escapes = name.startsWith("iso-2022") || name.startsWith("x-iso-2022") || name.contains("jis");
        return escapes || (name.startsWith("utf-16") && bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0));
    }

    private static boolean singleByte(Charset charset) {
        String name = name(charset);
        boolean known = name.startsWith("iso-8859")
                || name.startsWith("windows-12")
                || name.startsWith("koi8")
                || name.startsWith("ibm")
                || name.startsWith("x-mac")
                || name.equals("us-ascii")
                || name.equals("tis-620");
        return known;
    }

    private static Optional<Charset> charset(@Nullable String said) {
        if (said == null) {
            return Optional.empty();
        }
        String name = said.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
        name = ALIASES.getOrDefault(name, name);
        if (name.isEmpty() || name.equals("us-ascii") || name.equals("ascii")) {
            return Optional.empty();
        }
        try {
            return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static String name(Charset charset) {
        return charset.name().toLowerCase(Locale.ROOT);
    }
}
