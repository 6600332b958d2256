/** Measures how fast Amends is. Nothing here runs in a build; {@code benchmarks/RESULTS.md} holds what was measured. */
@NullMarked
package org.amends.benchmarks;

import org.jspecify.annotations.NullMarked;
