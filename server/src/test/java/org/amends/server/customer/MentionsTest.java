package org.amends.server.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.amends.server.SharedServer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(SharedServer.Use.class)
class MentionsTest {

    private final JdbcClient sql = SharedServer.running().part(JdbcClient.class);

    @ParameterizedTest
    @CsvSource({
        "17, order of 17., true",
        "17, 17, true",
        "17, 2017, false",
        "a.b*c(d|[e\\f] $^+, said a.b*c(d|[e\\f] $^+!, true",
        "a.b, acb, false",
        "Łukasz, dla Łukasz, true",
        "Ann, Joann, false",
    })
    void namesAreFoundAsWholeWordsHereAndInTheDatabase(String name, String text, boolean found) {
        Mentions mentions = Mentions.of(List.of(name));

        assertThat(mentions.in(text)).isEqualTo(found);
        assertThat(sql.sql("select " + Mentions.IN.formatted("cast(:text as text)"))
                        .param("words", mentions.words())
                        .param("patterns", mentions.patterns())
                        .param("text", text)
                        .query(Boolean.class)
                        .single())
                .isEqualTo(found);
    }
}
