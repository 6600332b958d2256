package org.amends.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.amends.format.policy.PolicyFormatException;
import org.junit.jupiter.api.Test;

class AmendsTest {

    @Test
    void aSlipInACommandOrFlagIsToldWithWhatWasMeant() {
        assertThat(Ran.amends("polcy")).satisfies(ran -> {
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err())
                    .startsWith("Unmatched argument at index 0: 'polcy'")
                    .contains("policy");
        });
        assertThat(Ran.amends("decide", "--facts", "-", "--horizn", "90d")).satisfies(ran -> {
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).contains("--horizn").contains("--horizon");
        });
        assertThat(Ran.amends()).satisfies(ran -> {
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).startsWith("Missing command.").contains("Usage: amends");
        });
        assertThat(Ran.amends("policy").err()).startsWith("Missing command: check, diff, explain or show.");
    }

    @Test
    void helpAndVersionEndWell() {
        assertThat(Ran.amends("--help").code()).isZero();
        assertThat(Ran.amends("--help").out()).contains("decide").contains("policy");
        assertThat(Ran.amends("--version").out()).startsWith("amends ");
    }

    @Test
    void whatEndsACommandIsToldInALineOrTwo() {
        assertThat(told(new PolicyFormatException(Path.of("p.yaml"), "this is a folder", "Maybe another."), false))
                .isEqualTo("2 p.yaml: this is a folder.\nMaybe another.\n");
        assertThat(told(new IOException("No space left on device."), false)).isEqualTo("""
                        3 a file or stream failed: No space left on device (IOException).
                        Maybe the disk is full, or the reader of a pipe has gone.
                        """);
        assertThat(told(new IllegalStateException("a\nb"), false))
                .isEqualTo("3 unexpected: a b (IllegalStateException)."
                        + " Maybe this is a mistake in Amends: --debug shows where.\n");
        assertThat(told(new NullPointerException(), false)).startsWith("3 unexpected: NullPointerException. ");
        assertThat(told(new OutOfMemoryError(), false))
                .isEqualTo("3 out of memory.\nMaybe give it more: AMENDS_HEAP=4g ./amends ...\n");
    }

    @Test
    void theTraceIsShownOnRequestOnly() {
        assertThat(told(new IllegalStateException("x"), false)).doesNotContain("\tat ");
        assertThat(told(new IllegalStateException("x"), true)).contains("\tat ");
    }

    private static String told(Throwable failure, boolean debug) {
        StringWriter err = new StringWriter();
        int code = Failures.tell(failure, new PrintWriter(err), debug);
        return String.join("\n", List.of(code + " " + err)).replace("\r\n", "\n");
    }
}
