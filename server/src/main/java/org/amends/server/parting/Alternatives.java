package org.amends.server.parting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.amends.server.access.BrandScope;
import org.amends.server.audit.Audit;
import org.amends.server.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Who else does what the company does: a directory kept by the company, from which those who move on are helped. */
@Component
final class Alternatives {

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 30;

    private final JdbcClient database;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final JsonMapper json = new JsonMapper();

    Alternatives(JdbcClient database, Audit audit, InstantSource clock, TransactionTemplate transaction) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Another provider.
     *
     * @param brand empty for customers of all brands
     * @param address of its site
     * @param qualities words for what it is good at, as they stand in preferences and categories
     * @param languages that it serves people in; empty for all
     * @param why whole sentences by language
     */
    record Alternative(
            UUID id,
            String brand,
            String name,
            String address,
            List<String> qualities,
            List<String> languages,
            Map<String, String> why) {}

    /** One that fits a customer, and what they valued of what it is good at. */
    record Match(Alternative alternative, List<String> matched) {}

    /** All that the caller may see, by name. */
    List<Alternative> all(BrandScope seen) {
        return database.sql("select * from alternative order by lower(name), id").query(this::read).list().stream()
                .filter(each -> each.brand().isEmpty() || seen.includes(each.brand()))
                .toList();
    }

    /** Those for a customer: what they valued most decides, then the name. One that serves other languages only is left out. */
    List<Match> matching(String brand, String language, Collection<String> valued, int most) {
        List<String> words = valued.stream().map(Alternatives::word).toList();
        return all(BrandScope.ALL).stream()
                .filter(each -> each.brand().isEmpty() || each.brand().equals(brand))
                .filter(each -> each.languages().isEmpty() || each.languages().contains(language))
                .map(each -> new Match(
                        each, each.qualities().stream().filter(words::contains).toList()))
                .sorted(Comparator.comparingInt(
                                (Match match) -> -match.matched().size())
                        .thenComparing(match -> match.alternative().name())
                        .thenComparing(match -> match.alternative().id()))
                .limit(most)
                .toList();
    }

    /** As the case of a letter takes them. */
    ArrayNode told(List<Match> matches) {
        ArrayNode told = json.createArrayNode();
        for (Match match : matches) {
            var one = told.addObject().put("name", match.alternative().name());
            if (!match.alternative().why().isEmpty()) {
                one.set("why", json.valueToTree(match.alternative().why()));
            }
        }
        return told;
    }

    /** Keeps one, new or changed. */
    void keep(Alternative asked, String by) {
        Alternative checked = checked(asked);
        transaction.executeWithoutResult(status -> {
            int ignored = database.sql("""
                            insert into alternative (id, brand, name, address, qualities, languages, why, changed_by, changed_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (id) do update set brand = excluded.brand, name = excluded.name,
                                address = excluded.address, qualities = excluded.qualities, languages = excluded.languages,
                                why = excluded.why, changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                    .param(checked.id())
                    .param(checked.brand())
                    .param(checked.name())
                    .param(checked.address())
                    .param(checked.qualities().toArray(String[]::new))
                    .param(checked.languages().toArray(String[]::new))
                    .param(json.writeValueAsString(new TreeMap<>(checked.why())))
                    .param(by)
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            audit.record(by, "alternative.kept", "alternative:" + checked.id(), Map.of("name", checked.name()));
        });
    }

    void remove(UUID id, BrandScope seen, String by) {
        transaction.executeWithoutResult(status -> {
            boolean there = all(seen).stream().anyMatch(each -> each.id().equals(id));
            if (!there) {
                throw Problem.notFound("alternative", id.toString());
            }
            int ignored = database.sql("delete from alternative where id = ?")
                    .param(id)
                    .update();
            audit.record(by, "alternative.removed", "alternative:" + id, Map.of());
        });
    }

    private static Alternative checked(Alternative asked) {
        if (asked.name().isBlank() || asked.name().length() > LONGEST) {
            throw Problem.invalid("name", "blank or too long", "Write the provider's name.");
        }
        if (!asked.address().isEmpty() && !asked.address().matches("https?://[^\\s\"<>]{1,190}")) {
            throw Problem.invalid("address", "no address of a site", "Begin with https://, or leave it out.");
        }
        if (asked.qualities().size() > MOST_WORDS) {
            throw Problem.invalid("qualities", "too many", "Write at most %d.".formatted(MOST_WORDS));
        }
        return new Alternative(
                asked.id(),
                asked.brand(),
                asked.name().strip(),
                asked.address(),
                asked.qualities().stream().map(Alternatives::word).distinct().toList(),
                asked.languages().stream().map(Alternatives::word).distinct().toList(),
                asked.why());
    }

    /** So that {@code Nut allergy} and {@code nut_allergy} are one word. */
    static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
    }

    private Alternative read(ResultSet row, int number) throws SQLException {
        Map<String, String> why = new TreeMap<>();
        JsonNode told = json.readTree(row.getString("why"));
        told.properties().forEach(each -> why.put(each.getKey(), each.getValue().asString()));
        return new Alternative(
                row.getObject("id", UUID.class),
                row.getString("brand"),
                row.getString("name"),
                row.getString("address"),
                words(row, "qualities"),
                words(row, "languages"),
                why);
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        List<String> words = new ArrayList<>();
        Arrays.asList((Object[]) row.getArray(column).getArray()).forEach(each -> words.add(String.valueOf(each)));
        return words;
    }
}
