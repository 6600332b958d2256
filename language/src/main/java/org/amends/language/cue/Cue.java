package org.amends.language.cue;

/**
 * One thing that a message may say, in whatever words.
 *
 * @param name its name, unique over all cues, in snake_case
 * @param meaning what a message that has it says, in one line
 * @param number its place among all cues, from 0
 */
public record Cue(String name, String meaning, int number) {}
