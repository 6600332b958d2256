package org.amends.guard.label;

import org.amends.guard.food.Food;

/**
 * A food that a label names, and what it brings with it there.
 *
 * @param food what is known of it in general
 * @param words the words of the label
 * @param is what is certainly in it, after what the label says beside it
 * @param may what may well be in it
 * @param seldom what is in it in unusual making only
 * @param trace of what traces are warned
 * @param confidence that the words mean this food, 0 to 1: below 1 where a letter was taken for misread
 */
public record Finding(Food food, String words, long is, long may, long seldom, long trace, double confidence) {}
