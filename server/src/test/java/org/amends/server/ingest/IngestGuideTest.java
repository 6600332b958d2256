package org.amends.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amends.server.SharedServer;
import org.amends.server.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every command in the guide runs as it stands there. */
@ExtendWith(SharedServer.Use.class)
class IngestGuideTest {

    private static final Pattern COMMAND = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @Test
    void runsEveryCommandOfTheGuide() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "needs curl");
        SharedServer server = SharedServer.running();
        String token = server.token(Set.of(Scope.INGEST, Scope.READ));
        String guide = Files.readString(folder().resolve("docs/guide/ingest.md"));
        List<String> answers = new ArrayList<>();
        Matcher command = COMMAND.matcher(guide);
        while (command.find()) {
            answers.add(run(command.group(1), server.at("").toString(), token));
        }

        assertThat(answers).hasSize(5);
        assertThat(answers.get(0)).contains("\"status\":\"accepted\"");
        assertThat(answers.get(1)).contains("\"accepted\":2", "\"rejected\":1", "complaint");
        assertThat(answers.get(2)).contains("\"done\":true", "\"accepted\":2");
        assertThat(answers.get(3)).contains("\"status\":\"accepted\"");
        assertThat(answers.get(4)).contains("\"dry_run\":true", "\"accepted\":1");
    }

    private static String run(String script, String address, String token) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script);
        shell.environment().put("AMENDS", address);
        shell.environment().put("TOKEN", token);
        shell.redirectErrorStream(true);
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s%n%s", script, output).isZero();
        return output;
    }

    private static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
