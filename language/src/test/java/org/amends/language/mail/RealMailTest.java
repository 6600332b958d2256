package org.amends.language.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real mail in place: nothing is lost, machines' mail is known, quotations are trimmed as its collectors expect. */
class RealMailTest {

    private static final String TALON = "talon_fixtures";

    @Test
    void subjectsAndBodiesOfEveryCharsetAreExact() throws IOException {
        Path folder = EmailData.folder("charset");
        JsonNode expected = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("expected.json")));
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<String, JsonNode> each : expected.properties()) {
            Mail.Legible mail = legible(Files.readAllBytes(folder.resolve(each.getKey())));
            all.assertThat(mail.subject())
                    .as(each.getKey())
                    .isEqualTo(each.getValue().get("subject").asString());
            all.assertThat(mail.text())
                    .as(each.getKey())
                    .isEqualTo(each.getValue().get("body").asString());
        }
        assertThat(expected.size()).isEqualTo(23);
        all.assertAll();
    }

    @Test
    void everySampleOfMimeIsReadWithItsAttachments() throws IOException {
        SequencedMap<String, byte[]> samples = emls("mikel_mail");
        SoftAssertions all = new SoftAssertions();
        samples.forEach((name, bytes) -> {
            Mail read = MailReader.read(bytes);
            all.assertThat(read).as(name).isInstanceOf(Mail.Legible.class);
            if (read instanceof Mail.Legible mail) {
                boolean something = !mail.text().isEmpty()
                        || !mail.attachments().isEmpty()
                        || !mail.subject().isEmpty();
                all.assertThat(something).as("%s holds something", name).isTrue();
                all.assertThat(mail.subject() + mail.text()).as(name).doesNotContain("=?utf-8", "=?UTF-8");
            }
        });
        assertThat(samples).hasSizeGreaterThan(90);
        all.assertAll();
    }

    @Test
    void filesNamedInMimeAreAttachments() throws IOException {
        Map<String, List<String>> named = emls("mikel_mail").entrySet().stream()
                .filter(each -> each.getKey().contains("attachment_emails/"))
                .collect(Collectors.toMap(
                        each -> each.getKey().replaceAll(".*/", ""),
                        each -> legible(each.getValue()).attachments().stream()
                                .map(Attachment::name)
                                .toList()));

        assertThat(named)
                .containsEntry("attachment_nonascii_filename.eml", List.of("ciële.txt"))
                .containsEntry("attachment_with_quoted_filename.eml", List.of("Eelanalüüsi päring.jpg"))
                .containsEntry("attachment_with_unquoted_name.eml", List.of("This is a test.txt"))
                .containsEntry("attachment_with_base64_encoded_name.eml", List.of("This is a test.pdf"))
                .containsEntry("attachment_only_email.eml", List.of("blah.gz"))
                .containsEntry("attachment_message_rfc822.eml", List.of("Another PDF", "broken.pdf"));
    }

    @Test
    void everyBounceReportAndAutomaticAnswerIsKnown() throws IOException {
        List<String> missed = new ArrayList<>();
        Map<String, byte[]> bounces = emls("bounces_bsd");
        bounces.forEach((name, bytes) -> {
            if (AutomaticMail.in(legible(bytes)).isEmpty()) {
                missed.add(name);
            }
        });
        assertThat(bounces).hasSizeGreaterThan(600);
        assertThat(missed).isEmpty();
    }

    @Test
    void automaticAnswersAndSpamReportsHaveTheirKind() throws IOException {
        SoftAssertions all = new SoftAssertions();
        emls("bounces_bsd").forEach((name, bytes) -> {
            String file = name.replaceAll(".*/", "");
            AutomaticMail.Kind kind =
                    AutomaticMail.in(legible(bytes)).orElseThrow().kind();
            if (file.startsWith("rfc3834")) {
                all.assertThat(kind).as(file).isEqualTo(AutomaticMail.Kind.AUTO_REPLY);
            } else if (file.startsWith("arf-") && !file.equals("arf-26.eml")) {
                all.assertThat(kind).as(file).isEqualTo(AutomaticMail.Kind.FEEDBACK_REPORT);
            } else if (file.startsWith("lhost-")) {
                all.assertThat(kind).as(file).isIn(AutomaticMail.Kind.BOUNCE, AutomaticMail.Kind.DELIVERY_REPORT);
            }
        });
        all.assertAll();
    }

    @Test
    void mailOfPeopleIsNotTakenForAMachines() throws IOException {
        List<String> taken = new ArrayList<>();
        for (String archive : List.of("mikel_mail", TALON)) {
            emls(archive).forEach((name, bytes) -> {
                boolean machine = name.contains("report")
                        || name.endsWith("without_content_type.eml")
                        || name.endsWith("bad_date_header.eml");
                if (!machine && AutomaticMail.in(legible(bytes)).isPresent()) {
                    taken.add(name);
                }
            });
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void standardRepliesKeepOnlyTheirOwnWord() throws IOException {
        SoftAssertions all = new SoftAssertions();
        emls(TALON).forEach((name, bytes) -> {
            if (name.contains("standard_replies/")) {
                all.assertThat(newWords(legible(bytes).text())).as(name).isEqualTo("Hello");
            }
        });
        all.assertAll();
    }

    @Test
    void htmlRepliesKeepOnlyTheirOwnWords() throws IOException {
        SoftAssertions all = new SoftAssertions();
        EmailData.archive(TALON).forEach((name, bytes) -> {
            if (name.contains("html_replies/")) {
                String text = HtmlText.of(new String(bytes, StandardCharsets.UTF_8), new ArrayList<>());
                all.assertThat(newWords(text)).as(name).isIn("Hi. I am fine.", "Hi. I am fine. Thanks, Alex");
            }
        });
        all.assertAll();
    }

    @Test
    void otherPlacesOfQuotationsAreKnown() throws IOException {
        Map<String, byte[]> files = EmailData.archive(TALON);

        assertThat(newWords(html(files, "OLK_SRC_BODY_SECTION.html"))).isEqualTo("Reply");
        assertThat(newWords(html(files, "reply-separated-by-hr.html"))).isEqualTo("Hi there Bob");
        assertThat(newWords(
                        legible(file(files, "reply-quotations-share-block.eml")).text()))
                .startsWith("Hi Katharine.")
                .doesNotContain("From", "New Booking");
    }

    @Test
    void signaturesAreTrimmedAsExpected() throws IOException {
        Map<String, byte[]> files = EmailData.archive(TALON);
        SoftAssertions all = new SoftAssertions();
        files.forEach((name, bytes) -> {
            if (name.contains("stripped/") && name.endsWith("_body")) {
                String body = text(bytes);
                String signature = text(file(files, name.replaceAll(".*/", "").replace("_body", "_signature")))
                        .strip();
                String expected = body.strip().substring(0, body.strip().length() - signature.length());
                all.assertThat(newWords(body)).as(name).isEqualTo(words(expected));
            }
        });
        all.assertAll();
    }

    private static String html(Map<String, byte[]> files, String name) {
        return HtmlText.of(text(file(files, name)), new ArrayList<>());
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        return files.entrySet().stream()
                .filter(each ->
                        each.getKey().endsWith("/" + name) || each.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** The marks "#sig#" were added by the collectors. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("#sig#", "");
    }

    private static String newWords(String text) {
        return words(NewText.of(text));
    }

    private static String words(String text) {
        return text.replaceAll("[\\s\\u00A0]+", " ").strip();
    }

    private static Mail.Legible legible(byte[] bytes) {
        return (Mail.Legible) MailReader.read(bytes);
    }

    private static SequencedMap<String, byte[]> emls(String archive) throws IOException {
        SequencedMap<String, byte[]> files = EmailData.archive(archive);
        files.keySet().removeIf(name -> !name.endsWith(".eml"));
        return files;
    }
}
