package org.amends.server.complaint.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.amends.complaint.Stage;
import org.amends.server.SharedServer;
import org.amends.server.access.BrandScope;
import org.amends.server.complaint.list.CaseFilter;
import org.amends.server.complaint.list.CaseLine;
import org.amends.server.complaint.list.CaseList;
import org.amends.server.complaint.list.CasePage;
import org.amends.server.complaint.list.CaseSort;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whichever way is gone to cases that have words, the same cases come in the same order. */
@ExtendWith(SharedServer.Use.class)
class SearchWaysTest {

    /** More than are gathered of a common word. */
    private static final int CASES = 3_000;

    /** The first is in almost all, the last in few. */
    private static final List<String> WORDS = List.of(
            "order",
            "parcel",
            "refunded",
            "customer",
            "service",
            "kettle",
            "battery",
            "shop",
            "late",
            "never",
            "warranty");

    private static final String BRAND = "brand-" + UUID.randomUUID();
    private static final BrandScope SEEN = BrandScope.of(List.of(BRAND));

    private static final String FOUND = """
            select c.reference from complaint c join complaint_search s on s.complaint = c.id
            where c.brand = :brand and s.words @@ :query::tsquery and (c.stage <> 'CLOSED' or :closed)
                and (:team::text is null or c.team = :team)
            order by c.id desc limit :most""";

    private final SharedServer server = SharedServer.running();
    private final JdbcClient database = server.part(JdbcClient.class);
    private final CaseSearch search = server.part(CaseSearch.class);
    private final SplittableRandom random = new SplittableRandom(64);

    @BeforeAll
    static void manyCases() {
        SplittableRandom random = new SplittableRandom(65);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            // Two words of which each is common and that never come together.
            StringBuilder text = new StringBuilder(i % 2 == 0 ? "screen" : "internet");
            for (int at = 0; at < 14; at++) {
                double rare = random.nextDouble();
                text.append(' ').append(WORDS.get((int) (rare * rare * WORDS.size())));
            }
            texts.add(text.toString());
        }
        JdbcClient database = SharedServer.running().part(JdbcClient.class);
        int made = database.sql("""
                        with owner as (
                            insert into relationship (customer, brand) values (:brand, :brand) returning id),
                        opened as (
                            insert into complaint (reference, version, relationship, brand, customer, channel, language, subject,
                                stage, opened_at, updated_at, team, severity, want, hostility, danger, vulnerable, failures, tags,
                                approval, priority, paused)
                            select :brand || number, 0, owner.id, :brand, :brand, 'email', 'en', '',
                                case when number % 10 = 0 then 'CLOSED' else 'RECEIVED' end,
                                timestamptz '2026-01-01 00:00:00+00' + number * 7919 % 3000 * interval '1 hour', now(),
                                case when number % 3 = 0 then 'shops' end, 0, 'UNKNOWN', 0, false, false, '{}', '{}',
                                false, number % 40, false
                            from owner, generate_series(1, array_length(:texts::text[], 1)) number order by number
                            returning id, reference)
                        insert into complaint_search (complaint, brand, words)
                        select id, :brand, search_vector('en', (:texts::text[])[substr(reference, length(:brand) + 1)::integer])
                        from opened""")
                .param("brand", BRAND)
                .param("texts", texts.toArray(String[]::new))
                .update();
        assertThat(made).isEqualTo(CASES);
        var unused = database.sql("analyze complaint, complaint_search").update();
    }

    @AfterAll
    static void noneIsLeft() {
        JdbcClient database = SharedServer.running().part(JdbcClient.class);
        for (String table : List.of("complaint_search", "complaint", "relationship")) {
            assertThat(database.sql("delete from " + table + " where brand = ?")
                            .param(BRAND)
                            .update())
                    .isPositive();
        }
    }

    @Test
    void walkedAndGatheredAreTheSame() {
        for (int i = 0; i < 40; i++) {
            String typed = anything();
            CaseSearch.Query query = search.understood(typed);
            assertThat(query).isNotNull();

            List<Long> gathered = search.gathered(query, SEEN, 500, false);

            if (!query.pairs().isEmpty()) {
                assertThat(search.gathered(query, SEEN, 500, true)).as(typed).isEqualTo(gathered);
            }
            assertThat(search.walked(query, SEEN, 500, CASES * 100L)).as(typed).isEqualTo(gathered);
            assertThat(search.newest(query, SEEN, 500)).as(typed).isEqualTo(gathered);
        }
    }

    @Test
    void commonWordsThatNeverComeTogetherAreNotFound() {
        CaseSearch.Query query = search.understood("screen internet");
        assertThat(query).isNotNull();

        assertThat(search.likely(query)).isGreaterThan(1);
        assertThat(search.newest(query, SEEN, 500)).isEmpty();
        assertThat(search.walked(query, SEEN, 500, 50)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kettle battery\"",
                "\"customer service late\"",
                "\"late shop\" order",
                "-order \"kettle battery\""
            })
    void phrasesAreGatheredByTheWordsThatStandSideBySide(String typed) {
        CaseSearch.Query query = search.understood(typed);
        assertThat(query).isNotNull();

        assertThat(query.pairs()).isNotEmpty();
        assertThat(search.gathered(query, SEEN, CASES, true))
                .isNotEmpty()
                .isEqualTo(search.gathered(query, SEEN, CASES, false))
                .isEqualTo(search.newest(query, SEEN, CASES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kettle battery",
                "\"kettle battery\" or order",
                "\"kettle battery\" ÓR order",
                "order\" late \"kettle battery\"",
                "-\"kettle battery\" order",
                "\"kettle\"",
                "\"refund of the kettle\"",
            })
    void wherePhrasesNeedNotBeThereNothingStandsSideBySide(String typed) {
        CaseSearch.Query query = search.understood(typed);
        assertThat(query).isNotNull();

        assertThat(query.pairs()).isEmpty();
    }

    @Test
    void aMeaningThatSeveralLanguagesShareIsAskedOnce() {
        CaseSearch.Query query = search.understood("\"kettle battery\" or refunded -late");
        assertThat(query).isNotNull();

        assertThat(query.matched()).hasSizeLessThan(query.ranked().length());
        assertThat(among(query.matched(), CASES, true, null)).isEqualTo(among(query.ranked(), CASES, true, null));
    }

    @Test
    void listsShowWhatTheWordsFindInTheirOrder() {
        for (int i = 0; i < 40; i++) {
            String typed = i == 0 ? "order" : anything();
            boolean closed = i % 3 == 0;
            String team = i % 4 == 3 ? "shops" : null;
            CaseFilter filter = new CaseFilter(
                    SEEN,
                    closed ? EnumSet.allOf(Stage.class) : Set.of(),
                    team == null ? Map.of() : Map.of("team", team),
                    null,
                    null,
                    Set.of(),
                    0,
                    null,
                    null,
                    null,
                    Map.of(),
                    typed);
            CaseSearch.Query query = search.understood(typed);
            assertThat(query).isNotNull();
            List<String> found = among(query.ranked(), CaseSearch.FEW, closed, team);

            assertThat(listed(filter, CaseSort.RANK))
                    .as(typed)
                    .isEqualTo(inOrder(found, query, "ts_rank(words, :query::tsquery) desc"));
            assertThat(listed(filter, CaseSort.NEWEST))
                    .as(typed)
                    .isEqualTo(inOrder(among(query.ranked(), CASES, closed, team), query, "opened_at desc"));
        }
    }

    /** All pages, one after the other. */
    private List<String> listed(CaseFilter filter, CaseSort sort) {
        CaseList list = server.part(CaseList.class);
        List<String> listed = new ArrayList<>();
        String next = null;
        do {
            CasePage page = list.page(filter, sort, CaseList.MOST_LINES, next);
            page.lines().stream().map(CaseLine::reference).forEach(listed::add);
            next = page.next();
        } while (next != null);
        return listed;
    }

    private List<String> among(String query, int most, boolean closed, @Nullable String team) {
        return database.sql(FOUND)
                .param("brand", BRAND)
                .param("query", query)
                .param("closed", closed)
                .param("team", team)
                .param("most", most)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> inOrder(List<String> references, CaseSearch.Query query, String order) {
        return database.sql("""
                        select reference from complaint c join complaint_search s on s.complaint = c.id
                        where reference = any (:references) order by %s, id desc""".formatted(order))
                .param("references", references.toArray(String[]::new))
                .param("query", query.ranked())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** One to three words, phrases, unwanted words, or either of two. */
    private String anything() {
        StringBuilder typed = new StringBuilder(word());
        for (int more = random.nextInt(3); more > 0; more--) {
            typed.append(
                    switch (random.nextInt(4)) {
                        case 0 -> " -" + word();
                        case 1 -> " \"" + word() + ' ' + word() + '"';
                        case 2 -> " or " + word();
                        default -> ' ' + word();
                    });
        }
        return typed.toString();
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
