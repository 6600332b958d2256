package org.amends.language.letter;

import java.util.ArrayList;
import java.util.List;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/** Customers of each language, in each way in which one of that language is addressed. */
public final class Readers {

    private Readers() {}

    /** A customer of a language, in every register and form of address that the language has. */
    public static List<Customer> of(Language language) {
        List<Customer> readers = new ArrayList<>();
        readers.add(customer(language, FormOfAddress.FORMAL, Register.FORMAL));
        readers.add(customer(language, FormOfAddress.FORMAL, Register.PLAIN));
        if (language == Language.FRENCH || language == Language.SPANISH) {
            readers.add(customer(language, FormOfAddress.FAMILIAR, Register.PLAIN));
        }
        return readers;
    }

    private static Customer customer(Language language, FormOfAddress address, Register register) {
        return switch (language) {
            case ENGLISH -> customer("Maria", "Okafor", null, language, address, register);
            case FRENCH -> customer("Claire", "Dupont", null, language, address, register);
            case SPANISH -> customer("Lucía", "García Romero", null, language, address, register);
            case RUSSIAN -> customer("Анна", "Волкова", "Сергеевна", language, address, register);
        };
    }

    private static Customer customer(
            String given,
            String family,
            @Nullable String patronymic,
            Language language,
            FormOfAddress address,
            Register register) {
        return new Customer(
                given + " " + family,
                given,
                family,
                patronymic,
                Gender.FEMALE,
                Title.NONE,
                language,
                address,
                register);
    }
}
