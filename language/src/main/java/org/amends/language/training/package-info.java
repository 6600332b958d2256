/** Learning to read from labelled messages: weights, calibration and thresholds, and how well it all does. */
@NullMarked
package org.amends.language.training;

import org.jspecify.annotations.NullMarked;
