package org.amends.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.amends.cli.Amends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the service starts, stops and says why it cannot start. */
class ServeCommandTest {

    @Test
    void servesUntilItIsToldToStop(@TempDir Path temporary) throws Exception {
        Path data = temporary.resolve("data");
        try (ServeProcess serve = ServeProcess.start("--data=" + data)) {
            assertThat(serve.address()).as(serve.said()).isNotEmpty();
            assertThat(get(serve.address() + "/health/ready").statusCode()).isEqualTo(200);
            assertThat(run("serve", "--port=0", "--data=" + data))
                    .startsWith("3 ")
                    .contains("is in use by process", "amends serve");

            // As java ends on SIGTERM.
            assertThat(serve.stop()).isEqualTo(143);
        }
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void saysThatThePortIsTaken(@TempDir Path temporary) throws Exception {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("serve", "--port=" + stranger.getLocalPort(), "--data=" + temporary.resolve("data")))
                    .startsWith("3 ")
                    .contains("127.0.0.1:" + stranger.getLocalPort(), "--port");
        }
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            option                                          | exit | words
            --port=99999                                    | 2    | from 0 to 65535
            --port=often                                    | 2    | --port
            --database=mysql://db/amends                    | 2    | postgresql://USER@HOST
            --database=postgresql://care@127.0.0.1:1/amends | 3    | Check that PostgreSQL runs there
            --data=/proc/amends                             | 3    | --data
            """)
    void saysWhatIsWrong(String option, int exit, String words) {
        String port = option.startsWith("--port") ? option : "--port=0";

        assertThat(option.equals(port) ? run("serve", option) : run("serve", port, option))
                .startsWith(exit + " ")
                .contains(words);
    }

    private static String run(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int exit = Amends.execute(out, out, arguments);
        return exit + " " + said;
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
