/** Numbers learned from histories: customer base models, back-tests, simulation. */
@NullMarked
package org.amends.insight;

import org.jspecify.annotations.NullMarked;
