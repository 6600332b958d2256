package org.amends.server.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.amends.server.Happenings;
import org.amends.server.SharedServer;
import org.amends.server.intake.Intake;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Real mail, which is not part of this repository: property {@code amends.data}, else environment variable {@code AMENDS_DATA},
 * else a folder {@code shared/data} in or beside a folder above the working directory; skipped where there is none.
 */
@ExtendWith(SharedServer.Use.class)
class RealMailTest {

    private static final int BLOCK = 512;
    private static final int AT_A_TIME = 100;

    private final SharedServer server = SharedServer.running();
    private final JdbcClient sql = server.part(JdbcClient.class);
    private final String mailbox = "real-" + UUID.randomUUID();

    @Test
    void mailThatCameBackAndAutomaticAnswersOpenNothingAndAreKept() throws IOException {
        List<byte[]> mails = archive("bounces_bsd");
        RawMails raw = server.part(RawMails.class);
        for (int i = 0; i < mails.size(); i++) {
            byte[] mail = mails.get(i);
            raw.keep(mailbox, "", Instant.now(), mail, Intake.digest(mailbox, Arrays.toString(Intake.sha256(mail))));
            if (i % AT_A_TIME == 0 || i == mails.size() - 1) {
                Happenings.until("they are taken in", () -> of("message_raw where standing = 'waiting' and") == 0);
            }
        }

        assertThat(mails).hasSizeGreaterThan(600);
        assertThat(of("message_raw where standing = 'taken' and")).isEqualTo(of("message_raw where"));
        assertThat(of("message where standing = 'nobody' and")).isEqualTo(of("message where"));
        // Some of them are the same mail twice.
        assertThat(of("message where")).isGreaterThan(550);
        assertThat(of("message where (complaint is not null or customer is not null) and"))
                .isZero();
    }

    private int of(String rows) {
        return sql.sql("select count(*) from " + rows + " mailbox = ?")
                .param(mailbox)
                .query(Integer.class)
                .single();
    }

    /** The mails of an archive: a tar file is a block of 512 bytes for each, with its name and its size, then its content. */
    private static List<byte[]> archive(String name) throws IOException {
        List<byte[]> mails = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(found("email/" + name + ".tar.gz")))) {
            for (byte[] head = in.readNBytes(BLOCK);
                    head.length == BLOCK && head[0] != 0;
                    head = in.readNBytes(BLOCK)) {
                int size = Integer.parseInt(text(head, 124, 12), 8);
                byte[] content = in.readNBytes(size);
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                if (text(head, 0, 100).endsWith(".eml") && size > 0) {
                    mails.add(content);
                }
            }
        }
        return mails;
    }

    private static String text(byte[] head, int from, int length) {
        String text = new String(head, from, length, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    private static Path found(String name) {
        List<Path> folders = new ArrayList<>();
        for (String named : Arrays.asList(System.getProperty("amends.data"), System.getenv("AMENDS_DATA"))) {
            if (named != null && !named.isBlank()) {
                folders.add(Path.of(named));
            }
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            folders.add(up.resolve("shared/data"));
        }
        return folders.stream()
                .map(each -> each.resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() ->
                        Assumptions.abort("No %s found: set AMENDS_DATA to the folder that holds it.".formatted(name)));
    }
}
