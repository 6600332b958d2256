package org.amends.server.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisitsTest {

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final Visits visits = new Visits(() -> now, new FormSettings(true, 20, null));

    private long taken(String address, int times) {
        return IntStream.range(0, times)
                .filter(i -> visits.count(Visits.Deed.COMPLAINT, address).isEmpty())
                .count();
    }

    @Test
    void takesSoManyAnHourFromAnAddressAndThenOneDropAfterTheOther() {
        assertThat(taken("203.0.113.7", 30)).isEqualTo(20);
        assertThat(visits.wait(Visits.Deed.COMPLAINT, "203.0.113.7")).contains(Duration.ofMinutes(3));

        now = now.plus(Duration.ofMinutes(7));

        assertThat(taken("203.0.113.7", 30)).isEqualTo(2);
    }

    @Test
    void countsEachAddressForItself() {
        assertThat(taken("203.0.113.7", 30)).isEqualTo(20);
        assertThat(taken("203.0.113.8", 30)).isEqualTo(20);
    }

    @Test
    void countsTheNetworkOfOneHouseholdAsOne() {
        assertThat(taken("2001:db8:1:2::1", 20)).isEqualTo(20);
        assertThat(taken("2001:db8:1:2:aaaa::9", 1)).isZero();
        assertThat(taken("2001:db8:1:3::1", 1)).isEqualTo(1);
    }

    @Test
    void limitsOnlyAllTogetherBehindAProxyThatNobodyNamed() {
        assertThat(taken("127.0.0.1", 5_000)).isEqualTo(3_000);
        assertThat(taken("10.1.2.3", 1)).isZero();
    }

    @Test
    void looksUpNoName() {
        assertThat(taken("not-an-address.example.com", 30)).isEqualTo(30);
        assertThat(taken("dead.beef", 30)).isEqualTo(30);
    }
}
