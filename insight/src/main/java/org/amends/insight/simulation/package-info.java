/** Made-up customers living with a made-up company: their events, and the truth that no company knows. */
@NullMarked
package org.amends.insight.simulation;

import org.jspecify.annotations.NullMarked;
