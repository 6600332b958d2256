package org.amends.format.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.amends.format.Repository;
import org.amends.policy.Policy;
import org.junit.jupiter.api.Test;

/** The files that the project publishes say what the code says. */
class PublishedPolicyTest {

    @Test
    void theDefaultPolicyFileIsTheBuiltInPolicy() throws IOException {
        Repository.assertMadeByCode(Repository.file("policy/default.yaml"), PolicyWriter.write(Policy.standard()));
    }

    @Test
    void theSchemaFileIsMadeFromTheCatalogue() throws IOException {
        Repository.assertMadeByCode(Repository.file("policy/policy.schema.json"), PolicySchema.json());
    }

    @Test
    void everySectionOfTheCatalogueHasATitle() {
        assertThat(PolicySection.all())
                .allSatisfy(section ->
                        assertThat(section.title()).as(section.name()).endsWith("."));
    }
}
