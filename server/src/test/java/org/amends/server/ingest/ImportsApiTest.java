package org.amends.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.amends.store.log.LogReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class ImportsApiTest {

    private static SharedServer server;
    private static String token;

    private final String customer = "c-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        server = SharedServer.running();
        token = server.token(Set.of(Scope.INGEST));
    }

    private static HttpResponse<String> post(String query, String csv) {
        return server.post("/v1/imports" + query, token, "text/csv", csv);
    }

    private String file() {
        return """
                \uFEFFOrder;Customer ID;Date;Type;Amount;Note
                o-1;%1$s;2026-02-01 10:00;purchase;"12,50";"two
                lines"
                o-2;%1$s;2026-02-02;purchase;3.20;
                o-3;%1$s;yesterday;purchase;1;
                o-4;%1$s;2026-02-03
                """.formatted(customer);
    }

    @Test
    void takesRowsAndTellsOfThoseThatItLeavesOut() {
        HttpResponse<String> answer = post("", file());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode run = SharedServer.json(answer);
        assertThat(run.get("rows").longValue()).isEqualTo(4);
        assertThat(run.get("accepted").longValue()).isEqualTo(2);
        assertThat(run.get("rejected").longValue()).isEqualTo(2);
        String rejected =
                server.get(run.get("rejected_rows").stringValue(), token).body();
        assertThat(rejected.lines().toList())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).startsWith("5,\"time\",\"yesterday\""));
    }

    @Test
    void countsNoRowTwice() {
        assertThat(post("", file()).statusCode()).isEqualTo(200);

        JsonNode again = SharedServer.json(post("", file()));

        assertThat(again.get("accepted").longValue()).isZero();
        assertThat(again.get("duplicate").longValue()).isEqualTo(2);
    }

    @Test
    void storesNothingInADryRun() {
        JsonNode tried = SharedServer.json(post("?dry_run=true", file()));

        assertThat(tried.get("accepted").longValue()).isEqualTo(2);
        assertThat(tried.get("rejections").size()).isEqualTo(2);
        assertThat(server.part(LogReader.class).find(customer, "")).isNull();
    }

    @Test
    void readsColumnsAsTheMappingSays() {
        String mapping = "{\"columns\":{\"customer\":\"who\",\"time\":\"when\"},\"constants\":{\"type\":\"visit\"}}";
        String csv = "who\twhen\twhere\n%s\t2026-02-01T10:00:00+01:00\tshop\n".formatted(customer);

        HttpResponse<String> answer = post("?mapping=" + URLEncoder.encode(mapping, StandardCharsets.UTF_8), csv);

        assertThat(SharedServer.json(answer).get("accepted").longValue())
                .as(answer.body())
                .isEqualTo(1);
        LogReader log = server.part(LogReader.class);
        assertThat(log.page(log.find(customer, "").id(), null, 1)
                        .getFirst()
                        .row()
                        .attributes())
                .containsEntry("where", "shop");
    }

    @Test
    void saysWhichColumnsAreMissing() {
        HttpResponse<String> answer = post("", "a,b\n1,2\n");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("customer", "The file has a, b");
    }

    @Test
    void refusesAFileThatIsNoTable() {
        assertThat(post("", "\n\n").statusCode()).isEqualTo(422);
    }
}
