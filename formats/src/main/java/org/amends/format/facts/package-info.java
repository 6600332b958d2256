/** Relationship facts as JSON: a relationship told in a few values by callers that hold no events. */
@NullMarked
package org.amends.format.facts;

import org.jspecify.annotations.NullMarked;
