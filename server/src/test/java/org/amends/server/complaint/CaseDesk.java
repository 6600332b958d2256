package org.amends.server.complaint;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.amends.complaint.CaseEvent;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Cases of one test on the shared server, in a brand of its own, and a program that works on them. */
public final class CaseDesk {

    public final SharedServer server = SharedServer.running();
    public final String brand = "brand-" + UUID.randomUUID();
    public final String token = server.token(Set.of(Scope.READ, Scope.WRITE), brand);

    /** Opens a case with a message of the customer. */
    public String open(String language, String subject, String text) {
        return open("customer-" + UUID.randomUUID(), language, subject, text);
    }

    /** The same, for whoever needs no reference. */
    public void has(String language, String subject, String text) {
        var unused = open(language, subject, text);
    }

    public String open(String customer, String language, String subject, String text) {
        UUID id = UUID.randomUUID();
        boolean isNew = server.part(Messages.class)
                .keep(
                        new KeptMessage(
                                id,
                                null,
                                KeptMessage.Direction.IN,
                                "email",
                                Instant.now(),
                                brand,
                                customer,
                                language,
                                "someone@example.com",
                                "Ana López",
                                List.of(),
                                subject,
                                text,
                                text,
                                KeptMessage.Headers.NONE,
                                KeptMessage.Kind.CONTACT,
                                KeptMessage.Standing.CASE,
                                null,
                                null,
                                null,
                                null),
                        List.of(),
                        null);
        assert isNew;
        return server.part(Cases.class)
                .open(
                        new Cases.NewCase(customer, brand, "email", language, subject, id.toString(), null),
                        "customer",
                        List.of())
                .complaint()
                .reference();
    }

    /** A person who may be given cases. */
    public String person(String login) {
        UUID id = UUID.randomUUID();
        int one = server.part(JdbcClient.class)
                .sql("insert into person (id, login, name, roles, created_at) values (?, ?, ?, '{agent}', now())")
                .param(id)
                .param(login)
                .param("Called " + login)
                .update();
        assert one == 1;
        return "person:" + id;
    }

    /** What a person does, which no program can do. */
    public void does(String reference, CaseEvent event) {
        var unused = server.part(Cases.class).append(reference, List.of(event));
    }

    public HttpResponse<String> act(String reference, String acts, String... headers) {
        return server.post(
                "/v1/cases/" + reference + "/acts", token, "application/json", "{\"acts\": " + acts + "}", headers);
    }

    public HttpResponse<String> post(String path, String body) {
        return server.post(path, token, "application/json", body);
    }

    public HttpResponse<String> put(String path, @Nullable String token, String body) {
        return server.send(server.request(path, token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public JsonNode get(String path) {
        return SharedServer.json(server.get(path, token));
    }

    public JsonNode read(String reference) {
        return get("/v1/cases/" + reference);
    }

    /** The references that a list gives, in its order. */
    public List<String> listed(String query) {
        return get("/v1/cases?" + query)
                .get("items")
                .valueStream()
                .map(item -> item.get("reference").stringValue())
                .toList();
    }
}
