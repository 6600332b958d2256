package org.amends.policy;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.amends.event.FailureKind;

/**
 * Every number that shapes a decision, under one version name. A decision records the version, and the same version, history
 * and moment give the same decision.
 */
public final class Policy {

    /** The version name of the built-in policy. */
    public static final String DEFAULT_VERSION = "amends-default-1";

    private static final Policy DEFAULT = new Policy(DEFAULT_VERSION, Map.of(), List.of(), List.of());

    private final String version;
    private final double[] values;
    private final Map<FailureKind, FailureProfile> failures;
    private final Map<Element, RemedyProfile> remedies = new EnumMap<>(Element.class);

    /**
     * A policy that departs from the defaults where values are given.
     *
     * @param version its name, not blank
     * @param departures values that differ from the defaults
     * @param failures rows that replace or extend the built-in failure catalogue
     * @param remedies rows that replace those of the built-in remedy catalogue
     * @throws IllegalArgumentException when a value is outside its parameter's range
     */
    public Policy(
            String version,
            Map<Parameter, Double> departures,
            Collection<FailureProfile> failures,
            Collection<RemedyProfile> remedies) {
        if (version.isBlank()) {
            throw new IllegalArgumentException("version must not be blank.");
        }
        this.version = version;
        this.values = new double[Parameter.values().length];
        for (Parameter parameter : Parameter.values()) {
            double value = departures.getOrDefault(parameter, parameter.defaultValue());
            parameter.requireInRange(value);
            values[parameter.ordinal()] = value;
        }
        Map<FailureKind, FailureProfile> rows = new LinkedHashMap<>();
        FailureCatalogue.defaults().forEach(row -> rows.put(row.kind(), row));
        failures.forEach(row -> rows.put(row.kind(), row));
        this.failures = Map.copyOf(rows);
        RemedyCatalogue.defaults().forEach(row -> this.remedies.put(row.element(), row));
        remedies.forEach(row -> this.remedies.put(row.element(), row));
    }

    /** The built-in policy: the defaults that the evidence supports. */
    public static Policy standard() {
        return DEFAULT;
    }

    /** The policy's name, recorded with every decision. */
    public String version() {
        return version;
    }

    /** The value of a parameter, in its unit. */
    public double get(Parameter parameter) {
        return values[parameter.ordinal()];
    }

    /** Whether the failure catalogue has this kind. */
    public boolean knows(FailureKind kind) {
        return failures.containsKey(kind);
    }

    /**
     * The failure catalogue's row for a kind.
     *
     * @throws IllegalArgumentException when the catalogue has none
     */
    public FailureProfile failure(FailureKind kind) {
        FailureProfile profile = failures.get(kind);
        if (profile == null) {
            throw new IllegalArgumentException(
                    "The policy %s has no failure kind \"%s\". Maybe add it under failures.".formatted(version, kind));
        }
        return profile;
    }

    /** All kinds of the failure catalogue, by name. */
    public NavigableSet<FailureKind> kinds() {
        return new TreeSet<>(failures.keySet());
    }

    /** All rows of the failure catalogue, by the name of their kind. */
    public List<FailureProfile> failures() {
        return kinds().stream().map(this::failure).toList();
    }

    /** The remedy catalogue's row for an element. */
    public RemedyProfile remedy(Element element) {
        return Objects.requireNonNull(remedies.get(element));
    }

    /** All rows of the remedy catalogue, in the order of the elements. */
    public List<RemedyProfile> remedies() {
        return List.copyOf(remedies.values());
    }

    /** The same policy with one value changed; the version name gains the change, so that it cannot pass for the original. */
    public Policy with(Parameter parameter, double value) {
        Map<Parameter, Double> departures = new LinkedHashMap<>();
        for (Parameter each : Parameter.values()) {
            departures.put(each, get(each));
        }
        departures.put(parameter, value);
        return new Policy(version + "+" + parameter.key() + "=" + value, departures, failures.values(), remedies());
    }
}
