package org.amends.format.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.amends.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and the reader call the same files policies. */
class PolicySchemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(PolicySchema.json(), InputFormat.JSON);

    @Test
    void acceptsTheBuiltInPolicy() {
        assertThat(SCHEMA.validate(json(PolicyWriter.write(Policy.standard())), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: a",
                "version: 3",
                "{version: a, acute: {harm: 3}}",
                "{version: a, acute: {harm: {value: 3, evidence: own cases}}}",
                "{version: a, acute: }",
                "{version: a, failures: {late_delivery: {severity: 0.2}}}",
                "{version: a, half_life: {goodwill: {value: 200, range: [30, 3650], unit: days}}}",
                "{version: a, failures: {cold_food: {type: product, severity: 0.3, controllable: true, stable: false, "
                        + "betrayal: 0, unfairness: 0.2, confidence: chosen, evidence: own cases}}}",
                "{version: a, failures: {late_delivery: {owed: [refund, explanation]}, safety: {owed: []}}}",
                "{version: a, remedies: {gift: {offered: false}, clean_exit: {offered: true, procedural: 0.5}}}",
                "{version: a, remedies: }",
            })
    void acceptsWhatTheReaderReads(String yaml) {
        assertThat(PolicyReader.read(yaml)).isInstanceOf(PolicyReading.Read.class);
        assertThat(SCHEMA.validate(json(yaml), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{acute: {harm: 3}}",
                "{version: a, acut: {harm: 3}}",
                "{version: a, acute: {harn: 3}}",
                "{version: a, acute: {harm: 9}}",
                "{version: a, acute: {harm: much}}",
                "{version: a, acute: {harm: '3'}}",
                "{version: a, acute: {harm: }}",
                "{version: a, acute: [3]}",
                "{version: a, acute: {harm: {unit: logit}}}",
                "{version: a, acute: {harm: {value: 3, unit: days}}}",
                "{version: a, acute: {harm: {value: 3, range: [0, 9]}}}",
                "{version: a, acute: {harm: {value: 3, default: 3}}}",
                "{version: a, acute: {harm: {value: 3, confidence: sure}}}",
                "{version: a, acute: {harm: {value: 3, why: because}}}",
                "{version: a, failures: {late_delivery: {severity: 2}}}",
                "{version: a, failures: {late_delivery: {stable: 1}}}",
                "{version: a, failures: {late_delivery: {type: postal}}}",
                "{version: a, failures: {late_delivery: {weight: 1}}}",
                "{version: a, failures: {late_delivery: 0.3}}",
                "{version: a, failures: {Cold Food: {severity: 0.3}}}",
                "{version: a, failures: {cold_food: {severity: 0.3}}}",
                "{version: a, failures: {late_delivery: {owed: refund}}}",
                "{version: a, failures: {late_delivery: {owed: [gift]}}}",
                "{version: a, failures: {late_delivery: {owed: [refund, refund]}}}",
                "{version: a, failures: {late_delivery: {owed: [money]}}}",
                "{version: a, failures: {late_delivery: {owed: }}}",
                "{version: a, remedies: {gifts: {offered: false}}}",
                "{version: a, remedies: {gift: {offered: maybe}}}",
                "{version: a, remedies: {gift: {procedural: 2}}}",
                "{version: a, remedies: {gift: {price: 2}}}",
                "{version: a, remedies: {gift: 2}}",
                "{version: a, remedies: {clean_exit: {offered: false}}}",
                "{version: a, remedies: [gift]}",
                "[version]",
            })
    void refusesWhatTheReaderRefuses(String yaml) {
        assertThat(PolicyReader.read(yaml)).isInstanceOf(PolicyReading.Flawed.class);
        assertThat(SCHEMA.validate(json(yaml), InputFormat.JSON)).isNotEmpty();
    }

    private static String json(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        return JsonMapper.builder().build().writeValueAsString(new Load(settings).loadFromString(yaml));
    }
}
