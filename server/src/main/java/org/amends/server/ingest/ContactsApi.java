package org.amends.server.ingest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.amends.event.RowReading.Rejected;
import org.amends.format.json.JsonElements;
import org.amends.server.intake.Contact;
import org.amends.server.intake.Taken;
import org.amends.server.message.KeptMessage;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /v1/contacts}: what customers said elsewhere, as one object or an array of them, or as a table. Each is taken in by
 * itself; one that cannot be taken leaves the others alone.
 */
@RestController
class ContactsApi {

    /** The most contacts in one body of JSON. */
    static final int MOST = 1_000;

    /** The largest body: contacts bring files. */
    private static final int LARGEST = 48 * 1024 * 1024;

    private static final Set<String> OBJECTS = Set.of("application/json", "text/json");
    private static final Set<String> TABLES = Set.of("text/csv", "text/tab-separated-values");
    private static final JsonMapper JSON = new JsonMapper();

    private final ContactDesk desk;
    private final ContactTable table;
    private final RepeatedRequests repeated;

    ContactsApi(ContactDesk desk, ContactTable table, RepeatedRequests repeated) {
        this.desk = desk;
        this.table = table;
        this.repeated = repeated;
    }

    @PostMapping("/v1/contacts")
    @PreAuthorize("hasAuthority('SCOPE_ingest')")
    public void take(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String name)
            throws IOException {
        String type = EventsApi.mediaType(request.getContentType());
        Sender sender = Sender.current();
        if (TABLES.contains(type)) {
            repeated.refuseFor(request, "A table");
            try (InputStream content = BodyReading.stream(request)) {
                String file = name != null ? name : type.equals("text/csv") ? "contacts.csv" : "contacts.tsv";
                ImportRun run = table.take(content, file, sender);
                Answer.json(Answer.OK, JSON.writeValueAsBytes(ImportsApi.json(run)))
                        .to(response);
            }
            return;
        }
        if (!OBJECTS.contains(type)) {
            throw new Problem(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "unsupported-media-type",
                            "Content type not read",
                            "Content-Type is \"%s\".".formatted(type))
                    .with("remedy", "Send application/json, text/csv or text/tab-separated-values.");
        }
        String body = BodyReading.text(request, LARGEST);
        repeated.once(request, sender, body, () -> answer(sender, body)).to(response);
    }

    private Answer answer(Sender sender, String body) {
        SentContact.By by = new SentContact.By(sender, "api");
        JsonElements.Reading<SentContact> reading =
                JsonElements.read(body, MOST, (JsonNode json, long length) -> SentContact.of(json, by));
        return switch (reading) {
            case JsonElements.Reading.Broken<SentContact> broken -> throw Answers.broken(broken);
            case JsonElements.Reading.TooMany<SentContact>(int most) -> throw Answers.tooMany(most);
            case JsonElements.Reading.All<SentContact>(List<SentContact> sent, boolean array) ->
                array ? many(sent) : one(sent.getFirst());
        };
    }

    private Answer one(SentContact sent) {
        return switch (sent) {
            case SentContact.Refused(String id, Rejected why) -> refusal(id, why);
            case SentContact.Read(String id, Contact contact) ->
                switch (desk.take(contact)) {
                    case ContactDesk.Result.Refused(Rejected why) -> refusal(id, why);
                    case ContactDesk.Result.Kept(Taken taken) ->
                        Answer.json(
                                taken.known() ? Answer.OK : Answer.CREATED, JSON.writeValueAsBytes(kept(id, taken)));
                };
        };
    }

    private static Answer refusal(@Nullable String id, Rejected why) {
        return Answer.problem(OutcomeJson.REFUSED_STATUS, OutcomeJson.problem(id, why));
    }

    private Answer many(List<SentContact> sent) {
        List<Map<String, Object>> results = sent.stream().map(this::result).toList();
        long rejected = results.stream()
                .filter(each -> "rejected".equals(each.get("status")))
                .count();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("rejected", rejected);
        answer.put("results", results);
        return Answer.json(
                rejected > 0 && rejected == results.size() ? OutcomeJson.REFUSED_STATUS : Answer.OK,
                JSON.writeValueAsBytes(answer));
    }

    private Map<String, Object> result(SentContact sent) {
        return switch (sent) {
            case SentContact.Refused(String id, Rejected why) -> rejected(id, why);
            case SentContact.Read(String id, Contact contact) ->
                switch (desk.take(contact)) {
                    case ContactDesk.Result.Refused(Rejected why) -> rejected(id, why);
                    case ContactDesk.Result.Kept(Taken taken) -> kept(id, taken);
                };
        };
    }

    private static Map<String, Object> kept(@Nullable String id, Taken taken) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "id", id);
        json.put("status", taken.known() ? "duplicate" : "accepted");
        json.put("message", taken.message().toString());
        json.put("standing", KeptMessage.word(taken.standing()));
        put(json, "case", taken.reference());
        json.put("opened", taken.opened());
        put(json, "customer", taken.customer());
        return json;
    }

    private static Map<String, Object> rejected(@Nullable String id, Rejected why) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "id", id);
        json.put("status", "rejected");
        json.put("place", why.column());
        json.put("detail", why.reason() + ".");
        json.put("remedy", why.remedy());
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
