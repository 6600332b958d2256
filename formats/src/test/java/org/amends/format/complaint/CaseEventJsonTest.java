package org.amends.format.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.amends.complaint.CaseEvent;
import org.amends.format.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaseEventJsonTest {

    static List<CaseEvent> examples() {
        return CaseEventExamples.all();
    }

    @Test
    void everyTypeHasAnExample() {
        assertThat(examples()).<Object>extracting(Object::getClass).containsExactlyInAnyOrder((Object[])
                CaseEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsWrittenIsReadAsTheSameEvent(CaseEvent event) {
        assertThat(CaseEventJson.read(CaseEventJson.type(event), event.header(), CaseEventJson.data(event)))
                .isEqualTo(event);
    }

    /** Logs hold these names and fields, so none of them may change. */
    @Test
    void allTypesAreWrittenAsTheGoldenFile() throws IOException {
        String written = examples().stream()
                .map(event -> CaseEventJson.type(event) + " " + CaseEventJson.data(event) + "\n")
                .collect(Collectors.joining());

        Repository.assertMadeByCode(Repository.file("formats/src/test/resources/golden/case-events.txt"), written);
    }

    @Test
    void anUnknownTypeIsNamed() {
        assertThatThrownBy(() -> CaseEventJson.read("plan_hidden", CaseEventExamples.HEADER, "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No event of a case is called \"plan_hidden\".");
    }
}
