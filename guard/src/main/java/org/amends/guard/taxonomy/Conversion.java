package org.amends.guard.taxonomy;

import java.util.List;
import java.util.Map;
import org.amends.guard.food.Language;

/**
 * What became of taxonomy files.
 *
 * @param text a food file
 * @param foods how many foods are in it
 * @param claims how many labels became claims
 * @param names how many names it has by language
 * @param leftOut how many things were left out, and some of them for each reason
 * @param faults what is wrong in the files, each with file, line, value and remedy
 */
public record Conversion(
        String text,
        int foods,
        int claims,
        Map<Language, Integer> names,
        Map<LeftOut, Some> leftOut,
        List<String> faults) {

    /**
     * Some of many.
     *
     * @param count how many there are
     * @param examples the first of them
     */
    public record Some(int count, List<String> examples) {

        public Some {
            examples = List.copyOf(examples);
        }
    }

    public Conversion {
        names = Map.copyOf(names);
        leftOut = Map.copyOf(leftOut);
        faults = List.copyOf(faults);
    }
}
