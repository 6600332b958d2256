package org.amends.cli.food;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.amends.guard.food.FoodKnowledge;
import org.amends.guard.food.Language;
import org.amends.guard.taxonomy.Conversion;
import org.amends.guard.taxonomy.LeftOut;
import org.amends.guard.taxonomy.TaxonomyConverter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code amends food}. */
@Command(
        name = "food",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a food file of taxonomy files of Open Food Facts, for the guard to load beside its own.",
            "",
            "ingredients.txt, additives.txt, allergens.txt and labels.txt are converted, packed with gzip or not; convert those"
                    + " that you have together, since they refer to each other."
        },
        footer = {
            "",
            "The data is under the Open Database License (ODbL) 1.0; so is the file that is made.",
            "",
            "Exit codes: 0 done, 1 done, and something in the files is wrong, 2 usage or input, 3 the machine."
        })
public final class FoodCommand implements Callable<Integer> {

    private static final int FINDINGS = 1;
    private static final int USAGE = 2;

    /** So many faults are told; the rest is counted. */
    private static final int MOST_FAULTS = 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(
            names = "--taxonomy",
            required = true,
            arity = "1..*",
            paramLabel = "DIR|FILE",
            description = "Taxonomy files, or folders with them.")
    private List<Path> taxonomy = List.of();

    @Option(names = "--out", required = true, paramLabel = "FILE.food", description = "Where the food file is written.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            TaxonomyFiles files = TaxonomyFiles.read(taxonomy);
            if (files.texts().isEmpty()) {
                err.println(
                        "No taxonomy file was found. Name ingredients.txt, additives.txt, allergens.txt or labels.txt.");
                return USAGE;
            }
            Conversion conversion = TaxonomyConverter.convert(files.texts(), FoodKnowledge.standard());
            Files.writeString(out, conversion.text());
            tell(files, conversion);
            return conversion.faults().isEmpty() ? 0 : FINDINGS;
        } catch (TaxonomyFiles.UnfitException | IllegalArgumentException unfit) {
            err.println(unfit.getMessage());
            return USAGE;
        } finally {
            err.flush();
        }
    }

    private void tell(TaxonomyFiles files, Conversion conversion) {
        PrintWriter told = spec.commandLine().getOut();
        told.println("%s: %d foods and %d labels.".formatted(out, conversion.foods(), conversion.claims()));
        told.println("Names: %s."
                .formatted(Language.ALL.stream()
                        .map(it -> it.code() + " " + conversion.names().getOrDefault(it, 0))
                        .collect(Collectors.joining(", "))));
        files.others().forEach(file -> told.println("Passed over: %s.".formatted(file)));
        if (!conversion.leftOut().isEmpty()) {
            told.println("Left out:");
        }
        for (LeftOut why : LeftOut.values()) {
            Conversion.Some some = conversion.leftOut().get(why);
            if (some != null) {
                told.println("  %6d %s: %s%s"
                        .formatted(
                                some.count(),
                                why.text(),
                                String.join(", ", some.examples()),
                                some.count() > some.examples().size() ? " …" : ""));
            }
        }
        List<String> faults = conversion.faults();
        faults.stream().limit(MOST_FAULTS).forEach(told::println);
        if (!faults.isEmpty()) {
            told.println(
                    faults.size() > MOST_FAULTS
                            ? "%d faults; the first %d are above.".formatted(faults.size(), MOST_FAULTS)
                            : "Faults: %d.".formatted(faults.size()));
        }
        told.flush();
    }
}
