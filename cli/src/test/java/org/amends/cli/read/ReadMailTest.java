package org.amends.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.amends.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mail on the command line: files and folders, relative dates, machines' mail, and what cannot be read. */
class ReadMailTest {

    private static final String COMPLAINT = """
            From: Ann <ann@home.example>
            Date: Mon, 3 May 2027 10:12:00 +0300
            Subject: Complaint about my order 48213

            My order 48213 should have been here yesterday and never arrived. Refund my 42.90 EUR. This is a disgrace.

            Sent from my iPhone
            """;

    @TempDir
    private Path folder;

    @Test
    void aMailIsReadWithItsOwnDate() throws IOException {
        Path file = Files.writeString(folder.resolve("ann.eml"), COMPLAINT);

        Ran ran = Ran.amends("read", "--messages", file);

        JsonNode reading = JsonMapper.shared().readTree(ran.out());
        assertThat(ran.code()).isZero();
        assertThat(reading.get("id").asString()).isEqualTo("ann.eml");
        assertThat(reading.get("is_complaint").asBoolean()).isTrue();
        assertThat(reading.get("facts").get("order_refs").toString()).contains("48213");
        assertThat(reading.get("facts").toString()).contains("2027-05-02");
    }

    @Test
    void aFolderIsReadInTheOrderOfNamesWithWhatIsInItsFolders() throws IOException {
        Files.createDirectory(folder.resolve("b"));
        Files.writeString(folder.resolve("c.eml"), COMPLAINT);
        Files.writeString(folder.resolve("b/x.eml"), COMPLAINT);
        Files.writeString(folder.resolve("A.EML"), COMPLAINT);
        Files.writeString(folder.resolve("notes.txt"), "no mail");

        Ran ran = Ran.amends("read", "--messages", folder);

        assertThat(ran.code()).isZero();
        assertThat(ids(ran)).containsExactly("A.EML", "b/x.eml", "c.eml");
    }

    @Test
    void whatNoPersonWroteOpensNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("away.eml"), "Auto-Submitted: auto-replied\n" + COMPLAINT);

        Ran ran = Ran.amends("read", "--messages", file);

        JsonNode reading = JsonMapper.shared().readTree(ran.out());
        assertThat(reading.get("kind").asString()).isEqualTo("auto_reply");
        assertThat(reading.get("is_complaint").asBoolean()).isFalse();
        assertThat(reading.get("motive").asString()).isEqualTo("none");
        assertThat(reading.get("route").asString()).isEqualTo("nobody");
        assertThat(reading.get("why").toString()).contains("Auto-Submitted: auto-replied");
    }

    @Test
    void whatCannotBeReadIsKeptAndTold() throws IOException {
        Files.writeString(folder.resolve("a.eml"), "\u0001\u0002 no mail at all");
        Files.writeString(folder.resolve("b.eml"), COMPLAINT);

        Ran ran = Ran.amends("read", "--messages", folder);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out().lines().findFirst().orElseThrow())
                .isEqualTo("{\"id\":\"a.eml\",\"error\":\"It has no headers, so it is no mail."
                        + " Maybe it is another kind of file.\",\"kept\":\"raw\"}");
        assertThat(ids(ran)).containsExactly("a.eml", "b.eml");
    }

    @Test
    void aFolderWithoutMailIsToldSo() {
        Ran ran = Ran.amends("read", "--messages", folder);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("there is no mail in it", "Maybe give the mails names that end in .eml.");
    }

    private static List<String> ids(Ran ran) {
        return ran.out()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line).get("id").asString())
                .toList();
    }
}
