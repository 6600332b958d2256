/** Diagnoses as JSON: what callers get for the facts they gave. */
@NullMarked
package org.amends.format.diagnosis;

import org.jspecify.annotations.NullMarked;
