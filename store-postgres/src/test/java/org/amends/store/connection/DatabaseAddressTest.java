package org.amends.store.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            url,                                                    jdbcUrl,                                       user,   password
            postgresql://care:se%40cret@db.example:5433/amends,     jdbc:postgresql://db.example:5433/amends,      care,   se@cret
            postgres://care@db.example/amends?sslmode=require,      jdbc:postgresql://db.example/amends?sslmode=require, care, fallback
            jdbc:postgresql://db.example/amends?user=care&password=a%2Bb&ssl=true, jdbc:postgresql://db.example/amends?ssl=true, care, a+b
            postgresql://db.example/amends,                         jdbc:postgresql://db.example/amends,           ,       fallback
            """)
    void readsTheFormsThatPeopleWrite(String url, String jdbcUrl, String user, String password) {
        DatabaseAddress address = DatabaseAddress.of(url, "fallback");

        assertThat(address).isEqualTo(new DatabaseAddress(jdbcUrl, user, password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://care:hush@db/amends",
                "postgresql://care:hu sh@db/amends",
                "postgresql://care:hush@db",
                "db"
            })
    void saysHowToWriteItAndNeverRepeatsThePassword(String url) {
        assertThatThrownBy(() -> DatabaseAddress.of(url, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("postgresql://USER@HOST")
                .message()
                .doesNotContain("hush", "hu sh");
    }

    @Test
    void isShownWithoutThePassword() {
        assertThat(DatabaseAddress.of("postgresql://care:hush@db/amends?sslpassword=hush", null))
                .hasToString("care at jdbc:postgresql://db/amends");
    }
}
