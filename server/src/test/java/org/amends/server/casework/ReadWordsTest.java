package org.amends.server.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.amends.language.json.ReadingJson;
import org.amends.language.reading.Message;
import org.amends.server.intake.LoadedReader;
import org.junit.jupiter.api.Test;

/** The names under which a reading says why are those that the page looks for. */
class ReadWordsTest {

    private final ReadWords read = Objects.requireNonNull(ReadWords.of(ReadingJson.of(new LoadedReader()
            .reader()
            .read(new Message(
                    "1", "You charged me £64.20 twice for order 48213. I want a refund.", null, null, null)))));

    @Test
    void saysHowSureItIsOfWhatWentWrong() {
        ReadWords.Judged billing = Objects.requireNonNull(read.ofFailure("billing_error"));

        assertThat(billing.confidence()).isBetween(0.5, 1.0);
        assertThat(billing.words()).isNotEmpty();
    }

    @Test
    void marksTheWordsOfWhatWentWrongAndOfWhatIsAskedFor() {
        ReadWords.Judged billing = Objects.requireNonNull(read.ofFailure("billing_error"));
        ReadWords.Judged refund = Objects.requireNonNull(read.ofLabel("requested_remedy.refund"));

        assertThat(read.evidence()).containsAll(billing.words()).containsAll(refund.words());
    }

    @Test
    void saysNothingOfWhatItDidNotRead() {
        assertThat(read.ofFailure("breach_of_privacy")).isNull();
    }
}
