package org.amends.language.letter;

import org.jspecify.annotations.Nullable;

/**
 * A person of the company who signs a letter or owns a promise.
 *
 * @param name the name in full, as it is signed
 * @param role what the person is in the company, in the nominative, or null when it is not told
 */
public record Person(String name, @Nullable Wording role, Gender gender) {}
