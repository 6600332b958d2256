package org.amends.cli.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amends.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFoodTest {

    @TempDir
    private Path folder;

    @Test
    void aFoodFileOfOnesOwnIsKnown() throws IOException {
        Path requests = folder.resolve("requests.jsonl");
        Files.writeString(requests, """
                {"id":"1","locale":"en","history":[],"stated":["egg_allergy"],"ordered":{"name":"water"},\
                "candidates":[{"id":"a","name":"water","ingredients":"water, zorblat","labels":[]}]}
                """);
        Path food = folder.resolve("own.food");
        Files.writeString(food, "source us = us\nfood zorblat\n  is egg\n  en zorblat\n  source us\n");

        assertThat(Ran.amends("guard", "--requests", requests).out()).contains("ASK");
        assertThat(Ran.amends("guard", "--requests", requests, "--food", food).out())
                .contains("BLOCK");
    }

    @Test
    void faultsOfAFoodFileAreToldWithTheirPlace() throws IOException {
        Path requests = folder.resolve("requests.jsonl");
        Files.writeString(requests, "{}\n");
        Path food = folder.resolve("own.food");
        Files.writeString(food, "food zorblat\n  is purple\n");

        Ran ran = Ran.amends("guard", "--requests", requests, "--food", food);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("own.food:2: there is no trait \"purple\"");
    }
}
