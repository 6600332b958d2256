package org.amends.guard.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.amends.slip.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 12: what the customer pays for or stumbles over is asked about, and never the best. */
class CommerceTest {

    @ParameterizedTest
    @CsvSource({
        "1.00, 1.00, ALLOW",
        "1.00, 1.20, ALLOW",
        "1.00, 1.21, ASK",
        "1.00, 0.10, ALLOW",
        "0.00, 5.00, ALLOW",
        "2.50, 3.00, ALLOW",
        "2.50, 3.01, ASK"
    })
    void moreThanAFifthDearerIsAskedAbout(String was, String is, Verdict verdict) {
        Product ordered = new Product("Penne pasta 500 g", null, null, List.of(), new BigDecimal(was));

        assertThat(Question.of("")
                        .ordered(ordered)
                        .name("Penne pasta 500 g")
                        .price(is)
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void withoutPricesNothingIsDearer() {
        assertThat(Question.of("")
                        .ordered("Penne pasta 500 g")
                        .name("Penne pasta 500 g")
                        .price("99")
                        .verdict())
                .isEqualTo(Verdict.ALLOW);
    }

    @Test
    void theDifferenceIsNamed() {
        Product ordered = new Product("Penne pasta", null, null, List.of(), new BigDecimal("1.00"));

        assertThat(Question.of("")
                        .ordered(ordered)
                        .name("Penne pasta")
                        .price("1.50")
                        .answer()
                        .verdicts()
                        .getFirst()
                        .reasons())
                .extracting(Reason::evidence)
                .containsExactly("It costs 1.50 instead of 1.00, 50 % more.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Nappies size 4           | Nappies size 5
            en | Nappies size 4           | Nappies
            fr | Couches taille 3         | Couches taille 4
            es | Pañales talla 2          | Pañales talla 3
            ru | Подгузники размер 4      | Подгузники размер 5
            de | Windeln Größe 4          | Windeln Größe 5
            en | Batteries AA 4 pack      | Batteries AAA 4 pack
            en | LED bulb E27             | LED bulb E14
            """)
    void anotherFunctionalSizeIsAskedAbout(String language, String ordered, String name) {
        Question question = Question.of("").in(language).ordered(ordered);

        assertThat(question.name(name).rules()).contains("size");
        assertThat(question.name(name).answer().best()).isNull();
        assertThat(question.name(ordered).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void anotherBrandIsAskedAboutWhereACustomerHasLongBoughtOne() {
        Question loyal = Question.of("").bought("40, Barillo penne pasta").ordered("Barillo penne pasta 500 g");

        assertThat(loyal.name("Cecci penne pasta 500 g").rules()).containsExactly("brand");
        assertThat(loyal.name("Barillo fusilli pasta 500 g").verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void aFewPurchasesAreNoLoyalty() {
        Question fickle = Question.of("")
                .bought("10, Barillo penne pasta", "10, Cecci penne pasta")
                .ordered("Barillo penne pasta 500 g");

        assertThat(fickle.name("Cecci penne pasta 500 g").verdict()).isEqualTo(Verdict.ALLOW);
    }
}
