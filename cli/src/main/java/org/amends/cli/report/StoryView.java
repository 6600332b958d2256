package org.amends.cli.report;

import org.jspecify.annotations.Nullable;

/**
 * One story as it is shown.
 *
 * @param id unique in the page
 * @param customer the customer's id, fit to be shown
 * @param chance in words
 * @param mode the leading way of breaking in words, or null
 * @param tone the class of its colour
 * @param story what happened
 * @param money what is at stake, or null where it is not known
 * @param moneyMeaning what kind of stake it is
 * @param answer what fits, in one word or two
 * @param answerMeaning and in a sentence
 * @param numbers how the chance comes about
 */
record StoryView(
        String id,
        String customer,
        String chance,
        @Nullable String mode,
        String tone,
        Prose story,
        @Nullable String money,
        String moneyMeaning,
        String answer,
        String answerMeaning,
        Chart.Waterfall numbers) {}
