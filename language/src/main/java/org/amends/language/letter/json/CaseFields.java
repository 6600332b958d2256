package org.amends.language.letter.json;

import java.util.List;

/** The names of the fields of each object of a case. */
final class CaseFields {

    static final List<String> CUSTOMER =
            List.of("name", "given", "family", "patronymic", "gender", "title", "language", "address", "register");
    static final List<String> COMPANY = List.of("name", "signer", "contact");
    static final List<String> PERSON = List.of("name", "role", "gender");
    static final List<String> CONTACT = List.of("email", "phone", "web", "hours");
    static final List<String> FAILURE =
            List.of("kind", "date", "promised", "order", "object", "amount", "detail", "failed_recovery");
    static final List<String> POINT = List.of("raised", "outcome", "answer");
    static final List<String> REMEDY = List.of("kind", "owed", "amount", "basis", "detail", "owner", "due", "done");
    static final List<String> PROMISE = List.of("what", "owner", "due", "proof");
    static final List<String> REGIME = List.of("name", "deadline", "referral", "statements");
    static final List<String> REFERRAL = List.of("name", "web", "address", "free", "limit");
    static final List<String> LIMIT = List.of("count", "unit", "from");
    static final List<String> FIX = List.of("found", "changed", "since", "checked");
    static final List<String> FAREWELL = List.of("closes", "data", "balance", "alternatives");
    static final List<String> DATA = List.of("due", "how");
    static final List<String> BALANCE = List.of("amount", "due");
    static final List<String> ALTERNATIVE = List.of("name", "why");

    private CaseFields() {}
}
