package org.amends.server.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import org.amends.server.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.Use.class)
class ReportApiTest {

    private final CaseDesk desk = new CaseDesk();

    @Test
    void numbersAreThoseOfThisMoment() {
        String first = desk.open("en", "One", "Text.");
        desk.has("fr", "Two", "Text.");
        assertThat(desk.get("/v1/case-report").get("all").longValue()).isEqualTo(2);

        desk.has("fr", "Three", "Text.");
        assertThat(desk.act(first, """
                [{"act": "assess", "failures": ["safety"]}, {"act": "close", "outcome": "no_complaint"}]""").statusCode()).isEqualTo(200);
        JsonNode report = desk.get("/v1/case-report");

        assertThat(report.get("all").longValue()).isEqualTo(3);
        assertThat(report.get("open").longValue()).isEqualTo(2);
        assertThat(report.at("/by/stage/closed").longValue()).isEqualTo(1);
        assertThat(report.at("/by/outcome/no_complaint").longValue()).isEqualTo(1);
        assertThat(report.at("/by/language/fr").longValue()).isEqualTo(2);
        assertThat(report.at("/by/cause/safety").longValue()).isEqualTo(1);
        assertThat(report.at("/age_of_open/1_day").longValue()).isEqualTo(2);
        assertThat(report.get("median_seconds_to_answer").isNull()).isTrue();
    }

    @Test
    void theTimeToAnAnswerIsToldToAFifth() {
        for (int i = 0; i < 10; i++) {
            String reference = desk.open("en", "One", "Text.");
            int changed = desk.server
                    .part(JdbcClient.class)
                    .sql("update complaint set answered_at = opened_at + ? * interval '1 hour' where reference = ?")
                    .param(i < 6 ? 8 : 72)
                    .param(reference)
                    .update();
            assertThat(changed).isEqualTo(1);
        }

        JsonNode report = desk.get("/v1/case-report");

        assertThat(report.get("answered").longValue()).isEqualTo(10);
        assertThat(report.get("median_seconds_to_answer").doubleValue()).isBetween(0.8 * 8 * 3600, 1.2 * 8 * 3600);
        assertThat(report.get("ninety_percent_seconds_to_answer").doubleValue())
                .isBetween(0.8 * 72 * 3600, 1.2 * 72 * 3600);
    }

    @Test
    void moreDaysThanAreCountedAtOnceAreAllCounted() {
        JdbcClient database = desk.server.part(JdbcClient.class);
        for (int days = 0; days < 100; days += 20) {
            String reference = desk.open("en", "One", "Text.");
            int moved = database.sql(
                            "update complaint set opened_at = opened_at - ? * interval '1 day' where reference = ?")
                    .param(days)
                    .param(reference)
                    .update();
            assertThat(moved).isEqualTo(1);
        }
        int stale = database.sql("""
                        insert into complaint_day_stale
                        select (now() at time zone 'UTC')::date - days, ? from generate_series(0, 100) days""").param(desk.brand).update();
        assertThat(stale).isEqualTo(101);

        JsonNode report = desk.get("/v1/case-report");

        assertThat(report.get("all").longValue()).isEqualTo(5);
        assertThat(report.at("/age_of_open/1_day").longValue()).isEqualTo(1);
        assertThat(report.at("/age_of_open/56_days").longValue()).isEqualTo(1);
        assertThat(report.at("/age_of_open/older").longValue()).isEqualTo(2);
        assertThat(database.sql("select count(*) from complaint_day_stale where brand = ?")
                        .param(desk.brand)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void otherBrandsAndOtherDaysAreNotCounted() {
        desk.has("en", "One", "Text.");

        assertThat(desk.get("/v1/case-report?brand=another").get("all").longValue())
                .isZero();
        assertThat(desk.get("/v1/case-report?until=2020-01-01").get("all").longValue())
                .isZero();
        assertThat(desk.get("/v1/case-report?from=yesterday").get("status").intValue())
                .isEqualTo(400);
    }
}
