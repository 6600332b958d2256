/** Plans of cases: proposed from the relationship's history, chosen by a person, approved by another, and worked out again. */
@NullMarked
package org.amends.server.recovery;

import org.jspecify.annotations.NullMarked;
