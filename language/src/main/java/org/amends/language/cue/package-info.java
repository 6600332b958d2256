/** Cues: the things that messages say in many words and four languages, and where in a message they stand. */
@NullMarked
package org.amends.language.cue;

import org.jspecify.annotations.NullMarked;
