package org.amends.language.cue;

/** A pattern and the cue that it gives. */
record Sounding(Cue cue, Phrase phrase) {}
