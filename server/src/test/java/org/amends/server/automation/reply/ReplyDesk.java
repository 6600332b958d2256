package org.amends.server.automation.reply;

import java.time.ZoneId;
import org.amends.language.letter.Register;
import org.amends.server.SharedServer;
import org.amends.server.complaint.Cases;
import org.amends.server.letter.LetterCompanies;
import org.amends.server.letter.LetterCompany;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who writes for the brand of a test. */
public final class ReplyDesk {

    private ReplyDesk() {}

    /** Who that is. */
    public static void company(SharedServer server, String brand) {
        server.part(LetterCompanies.class)
                .set(
                        new LetterCompany(
                                brand,
                                """
                                {"name": "Maison Verte", "signer": {"name": "Julie Moreau", "gender": "female"},
                                 "contact": {"email": "care@maison-verte.example"}}""",
                                "care@maison-verte.example",
                                null,
                                ZoneId.of("Europe/Paris"),
                                Register.PLAIN,
                                false,
                                false,
                                14,
                                14,
                                60,
                                null),
                        "system");
    }

    /** Lets the first message of a case be known as its own. */
    public static void wrote(SharedServer server, String reference) {
        int one = server.part(JdbcClient.class)
                .sql("""
                        update message set complaint = (select id from complaint where reference = ?) where id = ?::uuid""")
                .param(reference)
                .param(server.part(Cases.class)
                        .state(reference)
                        .orElseThrow()
                        .messages()
                        .getFirst()
                        .message())
                .update();
        assert one == 1;
    }
}
