package org.amends.server.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.event.RowReading.Rejected;
import org.amends.language.text.Language;
import org.amends.server.intake.Contact;
import org.amends.server.message.SentFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A contact as another system sends it: in JSON, or as a row of a table. */
sealed interface SentContact {

    /**
     * It can be taken in.
     *
     * @param id the sender's name for it, or null
     */
    record Read(@Nullable String id, Contact contact) implements SentContact {}

    /** It cannot. */
    record Refused(@Nullable String id, Rejected why) implements SentContact {}

    /** The columns of a table, and the members of the JSON besides {@code files}. */
    Set<String> COLUMNS = Set.of(
            "id",
            "channel",
            "customer",
            "address",
            "name",
            "author",
            "language",
            "brand",
            "subject",
            "text",
            "time",
            "source",
            "reference",
            "complaint");

    /** Whom it comes from, as far as that decides what may be sent. */
    record By(Sender sender, String channel) {}

    /** Ways in which somebody can have been in touch. */
    Set<String> CHANNELS = Set.of("api", "csv", "email", "form", "phone", "letter", "public", "chat", "sms", "visit");

    int LONGEST_TEXT = 100_000;
    int LONGEST_LINE = 500;
    int MOST_FILES = 20;

    /** Reads one object. */
    static SentContact of(JsonNode json, By by) {
        if (!json.isObject()) {
            return new Refused(
                    null, new Rejected("contact", "it is no object", "Send an object with the member text."));
        }
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            JsonNode value = member.getValue();
            if (member.getKey().equals("files") || value.isNull()) {
                continue;
            }
            if (!COLUMNS.contains(member.getKey())) {
                return refused(json, member.getKey(), "it is not known", "Known are files and " + known() + ".");
            }
            if (!value.isString() && !value.isBoolean()) {
                return refused(json, member.getKey(), "it is no text", "Send a text.");
            }
            fields.put(member.getKey(), value.isBoolean() ? String.valueOf(value.booleanValue()) : value.stringValue());
        }
        List<SentFile> files = new ArrayList<>();
        JsonNode sent = json.path("files");
        if (!sent.isMissingNode() && !sent.isNull() && (!sent.isArray() || sent.size() > MOST_FILES)) {
            return refused(json, "files", "it is no array of at most %d files".formatted(MOST_FILES), FILES);
        }
        for (JsonNode each : sent) {
            SentFile file = file(each);
            if (file == null) {
                return refused(json, "files", "one of them cannot be read", FILES);
            }
            files.add(file);
        }
        return read(fields, files, by);
    }

    /** What is said of files that cannot be read. */
    String FILES = "Each file is an object with name, type and content, which is base64.";

    private static String known() {
        return String.join(", ", COLUMNS.stream().sorted().toList());
    }

    private static Refused refused(JsonNode json, String place, String reason, String remedy) {
        JsonNode id = json.path("id");
        return new Refused(id.isString() ? id.stringValue() : null, new Rejected(place, reason, remedy));
    }

    private static @Nullable SentFile file(JsonNode json) {
        String content = json.path("content").isString() ? json.path("content").stringValue() : null;
        if (content == null) {
            return null;
        }
        try {
            return new SentFile(
                    json.path("name").asString(""),
                    json.path("type").asString(""),
                    false,
                    Base64.getDecoder().decode(content.replaceAll("\\s", "")));
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    /** Reads named texts. */
    static SentContact read(Map<String, String> fields, List<SentFile> files, By by) {
        Map<String, String> said = new HashMap<>();
        fields.forEach((name, value) -> {
            if (!value.isBlank()) {
                said.put(
                        name,
                        name.equals("text")
                                ? value.replace("\0", "")
                                : value.replace("\0", "").strip());
            }
        });
        String id = said.get("id");
        Rejected why = flaw(said, by);
        return why != null ? new Refused(id, why) : new Read(id, contact(said, files, by));
    }

    private static @Nullable Rejected flaw(Map<String, String> said, By by) {
        String text = said.getOrDefault("text", "");
        if (text.isEmpty()) {
            return new Rejected("text", "text is empty", "Send what the customer said.");
        }
        if (text.length() > LONGEST_TEXT) {
            return new Rejected(
                    "text",
                    "text has %d characters".formatted(text.length()),
                    "It has at most %d.".formatted(LONGEST_TEXT));
        }
        for (Map.Entry<String, String> each : said.entrySet()) {
            if (!each.getKey().equals("text") && each.getValue().length() > LONGEST_LINE) {
                return new Rejected(
                        each.getKey(),
                        "%s has %d characters"
                                .formatted(each.getKey(), each.getValue().length()),
                        "It has at most %d.".formatted(LONGEST_LINE));
            }
        }
        String channel = said.getOrDefault("channel", by.channel());
        if (!CHANNELS.contains(channel)) {
            return new Rejected(
                    "channel",
                    "channel is \"%s\"".formatted(channel),
                    "Use one of %s."
                            .formatted(
                                    String.join(", ", CHANNELS.stream().sorted().toList())));
        }
        if (channel.equals("public") && !said.containsKey("source")) {
            return new Rejected("source", "source is empty", "Say where in public it stands, best by its address.");
        }
        Rejected foreign = foreign(said.getOrDefault("brand", ""), by);
        return foreign != null ? foreign : unreadable(said);
    }

    private static @Nullable Rejected foreign(String brand, By by) {
        return by.sender().brands().test(brand)
                ? null
                : new Rejected(
                        "brand",
                        brand.isEmpty() ? "brand is empty" : "brand is \"%s\"".formatted(brand),
                        "The token may send for certain brands only. Take one that covers this brand.");
    }

    /** What is no value of its kind. */
    private static @Nullable Rejected unreadable(Map<String, String> said) {
        String language = said.get("language");
        if (language != null && Language.of(language).isEmpty()) {
            return new Rejected(
                    "language", "language is \"%s\"".formatted(language), "Use en, es, fr or ru, or leave it out.");
        }
        String complaint = said.get("complaint");
        if (complaint != null && !complaint.equals("true") && !complaint.equals("false")) {
            return new Rejected("complaint", "complaint is \"%s\"".formatted(complaint), "Use true or false.");
        }
        String time = said.get("time");
        return time != null && time(time) == null
                ? new Rejected(
                        "time", "time is \"%s\"".formatted(time), "Write it as 2026-03-01T09:30:00Z, with its offset.")
                : null;
    }

    private static @Nullable Instant time(String text) {
        try {
            return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Contact contact(Map<String, String> said, List<SentFile> files, By by) {
        String time = said.get("time");
        String author = said.get("author");
        return new Contact(
                said.getOrDefault("channel", by.channel()),
                said.getOrDefault("brand", ""),
                by.sender().name(),
                said.get("customer"),
                said.getOrDefault("address", author == null ? "" : author).isEmpty()
                        ? null
                        : said.getOrDefault("address", String.valueOf(author)),
                said.getOrDefault("name", author == null ? "" : author),
                said.get("language"),
                said.getOrDefault("subject", ""),
                said.getOrDefault("text", ""),
                time == null ? null : time(time),
                said.get("id"),
                said.get("reference"),
                "true".equals(said.get("complaint")),
                said.get("source"),
                files,
                null);
    }
}
