package org.amends.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The files by which the service is installed. systemd checks its unit where it is at hand; there is no linter for containers and
 * charts here, so what matters in them is looked for.
 */
class DeployTest {

    private static final Path DEPLOY = Tree.ofThisProject().root().resolve("deploy");
    private static final Pattern OPTION = Pattern.compile("(?<=[ \"])--[a-z]+(?=[ =\"'])");

    @Test
    void theContainerRunsAsNobodySpecialAndTellsItsHealth() throws IOException {
        String file = text("Containerfile");
        List<String> bases = Tree.all(Pattern.compile("(?m)^FROM (\\S+)"), file);

        assertThat(bases).hasSize(2).allSatisfy(base -> assertThat(base).matches(".+:.*25-j(dk|re).*"));
        assertThat(file.substring(file.lastIndexOf("FROM")))
                .containsPattern("(?m)^USER [1-9]\\d+:[1-9]\\d+$")
                .containsPattern("(?m)^HEALTHCHECK .*/health/ready")
                .doesNotContain("ADD ")
                .doesNotContain("mvnw");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Containerfile", "amends.service"})
    void theServiceIsStartedWithOptionsThatItHas(String file) throws IOException {
        String command = text(file);
        String sources =
                Files.readString(DEPLOY.resolveSibling("cli/src/main/java/org/amends/cli/serve/ServeCommand.java"))
                        + Files.readString(
                                DEPLOY.resolveSibling("cli/src/main/java/org/amends/cli/database/DatabaseOption.java"));
        String serve = command.substring(command.lastIndexOf("serve"));
        List<String> options =
                OPTION.matcher(serve).results().map(MatchResult::group).toList();

        assertThat(options)
                .isNotEmpty()
                .allSatisfy(option -> assertThat(sources).contains("\"" + option + "\""));
    }

    @Test
    void composeKeepsTheDataAndGivesTimeToStop() throws IOException {
        Map<?, ?> service = (Map<?, ?>) ((Map<?, ?>) yaml(text("compose.yaml")).get("services")).get("amends");

        assertThat(service.get("stop_grace_period")).isEqualTo("2m");
        assertThat((List<?>) service.get("volumes")).asString().contains("amends-data:/var/lib/amends");
        assertThat(service.get("read_only")).isEqualTo(true);
    }

    @Test
    void theChartUsesValuesThatItHas() throws IOException {
        Map<?, ?> values = yaml(text("helm/amends/values.yaml"));
        assertThat(yaml(text("helm/amends/Chart.yaml")).get("apiVersion")).isEqualTo("v2");
        for (String template : List.of("service.yaml", "statefulset.yaml")) {
            String text = text("helm/amends/templates/" + template);
            for (String path : Tree.all(Pattern.compile("\\.Values\\.([A-Za-z.]+)"), text)) {
                Object value = values;
                for (String part : path.split("\\.", -1)) {
                    assertThat(((Map<?, ?>) value).containsKey(part)).as(path).isTrue();
                    value = ((Map<?, ?>) value).get(part);
                }
            }
            String plain = text.replaceAll("(?m)^\\s*\\{\\{.*}}\\s*$\\n?", "").replaceAll("\\{\\{[^}]*}}", "value");
            assertThat(yaml(plain).keySet()).map(Object::toString).contains("apiVersion", "kind", "metadata", "spec");
        }
    }

    @Test
    void systemdAcceptsTheUnit() throws IOException, InterruptedException {
        Process check;
        try {
            check = new ProcessBuilder(
                            "systemd-analyze",
                            "verify",
                            DEPLOY.resolve("amends.service").toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            assumeTrue(false, "systemd-analyze is not here");
            return;
        }
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.contains("amends.service"))).isEmpty();
    }

    private static String text(String file) throws IOException {
        return Files.readString(DEPLOY.resolve(file));
    }

    private static Map<?, ?> yaml(String text) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }
}
