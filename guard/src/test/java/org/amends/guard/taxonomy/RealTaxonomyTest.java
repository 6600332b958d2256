package org.amends.guard.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.amends.guard.food.FoodKnowledge;
import org.amends.guard.food.FoodText;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Whole taxonomies of 2020, where they are at hand. */
class RealTaxonomyTest {

    private static final FoodKnowledge STANDARD = FoodKnowledge.standard();

    private static Path data(String name) {
        List<Path> folders = new ArrayList<>();
        String named = System.getenv("AMENDS_DATA");
        if (named != null && !named.isBlank()) {
            folders.add(Path.of(named));
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            folders.add(up.resolve("shared/data"));
        }
        return folders.stream()
                .map(each -> each.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseGet(
                        () -> Assumptions.abort("No " + name + " found: set AMENDS_DATA to the folder that holds it."));
    }

    private static TaxonomyText file(TaxonomyKind kind) throws IOException {
        Path path = data("openfoodfacts/" + kind.word() + ".txt.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
            return new TaxonomyText(
                    kind,
                    path.getFileName().toString(),
                    LocalDate.of(2020, 1, 1),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyAllergenConverts() throws IOException {
        Conversion made = TaxonomyConverter.convert(List.of(file(TaxonomyKind.ALLERGENS)), STANDARD);
        assertThat(made.leftOut()).doesNotContainKeys(LeftOut.OTHER_ALLERGEN, LeftOut.NOT_A_FOOD);
        int empty = made.leftOut().containsKey(LeftOut.NO_NAME_LEFT)
                ? made.leftOut().get(LeftOut.NO_NAME_LEFT).count()
                : 0;
        assertThat(made.foods() + empty).isEqualTo(14);
        assertThat(made.faults()).isEmpty();
    }

    @Test
    void labelsConvertAndLoad() throws IOException {
        Conversion made = TaxonomyConverter.convert(List.of(file(TaxonomyKind.LABELS)), STANDARD);
        assertThat(made.text()).contains("words claim:vegan", "words claim:halal", "words claim:kosher");
        assertThat(FoodKnowledge.standardWith(List.of(new FoodText("labels.food", made.text())))
                        .foods())
                .hasSameSizeAs(STANDARD.foods());
    }
}
