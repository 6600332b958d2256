package org.amends.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What becomes of failures that nobody foresaw. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemAnswersTest {

    private static final String RESET = "Connection reset by peer";

    private final ProblemAnswers answers = new ProblemAnswers();

    @Test
    void saysNothingOfACallerWhoHungUpAndAnswersNobody(CapturedOutput output) throws Exception {
        IOException gone = new ClientAbortException(new IOException(RESET));

        assertThat(answers.unforeseen(gone)).isNull();
        assertThat(answers.unforeseen(new UncheckedIOException(gone))).isNull();
        assertThat(output.getAll()).doesNotContain("unforeseen").doesNotContain(RESET);
    }

    @Test
    void logsAnotherConnectionThatBrokeOff(CapturedOutput output) throws Exception {
        var answer = answers.unforeseen(new IOException("the database", new SocketException(RESET)));

        assertThat(answer)
                .isNotNull()
                .satisfies(told -> assertThat(told.getStatusCode().value()).isEqualTo(500));
        assertThat(output.getAll()).contains("A request failed unforeseen.").contains(RESET);
    }
}
