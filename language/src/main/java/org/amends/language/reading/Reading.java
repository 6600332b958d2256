package org.amends.language.reading;

import java.util.List;
import java.util.Map;
import org.amends.language.fact.Facts;
import org.amends.language.text.LanguageGuess;

/**
 * What a message says.
 *
 * @param id the name of the message
 * @param language the language it is written in
 * @param labels what it says
 * @param facts dates, sums, references and names in it, quoted text included
 * @param quoted those of the facts, as written, that stand only in quoted mail, a signature or a disclaimer
 * @param judgements by label how sure it is and what shows it; of labels with several values by {@code label.value}
 * @param route who deals with it
 */
public record Reading(
        String id,
        LanguageGuess.Guess language,
        Labels labels,
        Facts facts,
        List<String> quoted,
        Map<String, Judgement> judgements,
        Route route) {}
