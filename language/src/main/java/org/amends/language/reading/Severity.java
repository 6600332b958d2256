package org.amends.language.reading;

/** How bad it is. */
public enum Severity {
    /** Small, without lasting effect. */
    MINOR,
    /** A real loss or hurt that can be mended. */
    MODERATE,
    /** A large loss, dignity or faith seriously hit, sensitive data, a vulnerable person affected. */
    SERIOUS,
    /** Physical danger, a threat or self-harm. */
    CRITICAL
}
