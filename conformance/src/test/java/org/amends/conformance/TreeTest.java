package org.amends.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The sources and documents of the project keep the rules that need no compiled class. */
class TreeTest {

    private static final Tree PROJECT = Tree.ofThisProject();

    @Test
    void switchesOverTypesAndEnumsNameEveryCase() {
        assertThat(TypeSwitches.findings(PROJECT)).isEmpty();
    }

    @Test
    void filesAndMethodsAreShort() {
        assertThat(Sizes.findings(PROJECT)).isEmpty();
    }

    @Test
    void packagesSayWhatTheyHold() {
        assertThat(Packages.findings(PROJECT)).isEmpty();
    }

    @Test
    void theGlossaryHasEveryPublicTypeOfTheCore() {
        assertThat(Glossary.findings(PROJECT)).isEmpty();
    }

    @Test
    void linksInDocumentsLeadSomewhere() {
        assertThat(Documents.findings(PROJECT)).isEmpty();
    }

    @Test
    void nothingNamesOneMachine() {
        assertThat(Leaks.findings(PROJECT)).isEmpty();
    }

    @Test
    void theNoticeNamesEveryPartUsedAtRunTime() {
        assertThat(Notices.findings(PROJECT)).isEmpty();
    }

    @Test
    void theTestCommandOfReadmeIsTheOneThatCiRuns() {
        String command = "./mvnw verify";

        assertThat(PROJECT.text(PROJECT.root().resolve("README.md"))).contains(command);
        assertThat(PROJECT.text(PROJECT.root().resolve(".ci/run"))).contains(command);
    }
}
