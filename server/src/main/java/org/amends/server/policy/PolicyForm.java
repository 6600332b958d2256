package org.amends.server.policy;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.amends.format.policy.PolicyNumber;
import org.amends.policy.Parameter;
import org.amends.policy.Policy;

/**
 * Values as they were typed into the form, and what they make of the policy in force.
 *
 * @param values those that can be
 * @param errors why the others cannot, by key
 */
record PolicyForm(Map<Parameter, Double> values, Map<String, String> errors) {

    static PolicyForm of(Policy inForce, Map<String, String> typed) {
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        Map<String, String> errors = new HashMap<>();
        for (Parameter parameter : Parameter.values()) {
            String text = typed.get(parameter.key());
            if (text == null) {
                values.put(parameter, inForce.get(parameter));
                continue;
            }
            try {
                double value = Double.parseDouble(text.strip().replace(',', '.'));
                if (value >= parameter.least() && value <= parameter.most()) {
                    values.put(parameter, value);
                } else {
                    errors.put(parameter.key(), PolicyNumber.range(parameter));
                }
            } catch (NumberFormatException noNumber) {
                errors.put(parameter.key(), PolicyNumber.range(parameter));
            }
        }
        return new PolicyForm(values, errors);
    }

    Policy policy(String version, Policy inForce) {
        return new Policy(version, values, inForce.failures(), inForce.remedies());
    }
}
