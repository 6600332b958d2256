package org.amends.server.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.amends.language.letter.Register;
import org.amends.server.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who writes the letters, by brand. */
@Component
public final class LetterCompanies {

    private static final String SELECT = """
            select brand, company, sender, reply_to, zone, register, familiar, acknowledges, answer_days, remedy_days,
                undo_seconds, regime
            from letter_company
            """;

    private final JdbcClient database;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    LetterCompanies(JdbcClient database, Audit audit, InstantSource clock, TransactionTemplate transaction) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** All, by brand. */
    public List<LetterCompany> all() {
        return database.sql(SELECT + "order by brand")
                .query(LetterCompanies::read)
                .list();
    }

    /** Who writes for a brand: its own company, or the one of all brands. */
    public Optional<LetterCompany> of(String brand) {
        return database.sql(SELECT + "where brand in (?, '') order by brand desc limit 1")
                .param(brand)
                .query(LetterCompanies::read)
                .optional();
    }

    /**
     * Who writes for a brand.
     *
     * @throws Problem 409 when nobody is set
     */
    LetterCompany needed(String brand) {
        return of(brand)
                .orElseThrow(() -> LetterRefusals.conflict(
                                "letter-company-missing",
                                "Nobody is set to write letters for brand \"%s\".".formatted(brand))
                        .with("remedy", "PUT /v1/letter-companies says who writes and from which address."));
    }

    /** Sets who writes for a brand. */
    public void set(LetterCompany company, String by) {
        transaction.executeWithoutResult(status -> {
            int ignored = database.sql("""
                            insert into letter_company (brand, company, sender, reply_to, zone, register, familiar,
                                acknowledges, answer_days, remedy_days, undo_seconds, regime, updated_at, updated_by)
                            values (:brand, :company, :sender, :reply_to, :zone, :register, :familiar, :acknowledges,
                                :answer_days, :remedy_days, :undo_seconds, :regime, :now, :by)
                            on conflict (brand) do update set company = excluded.company, sender = excluded.sender,
                                reply_to = excluded.reply_to, zone = excluded.zone, register = excluded.register,
                                familiar = excluded.familiar, acknowledges = excluded.acknowledges,
                                answer_days = excluded.answer_days, remedy_days = excluded.remedy_days,
                                undo_seconds = excluded.undo_seconds, regime = excluded.regime,
                                updated_at = excluded.updated_at, updated_by = excluded.updated_by""")
                    .param("brand", company.brand())
                    .param("company", company.company())
                    .param("sender", company.sender())
                    .param("reply_to", company.replyTo())
                    .param("zone", company.zone().getId())
                    .param("register", company.register().name().toLowerCase(Locale.ROOT))
                    .param("familiar", company.familiar())
                    .param("acknowledges", company.acknowledges())
                    .param("answer_days", company.answerDays())
                    .param("remedy_days", company.remedyDays())
                    .param("undo_seconds", company.undoSeconds())
                    .param("regime", company.regime())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("by", by)
                    .update();
            audit.record(
                    by,
                    "letter_company.set",
                    "letter_company:" + company.brand(),
                    Map.of("sender", company.sender(), "acknowledges", company.acknowledges()));
        });
    }

    private static LetterCompany read(ResultSet row, int number) throws SQLException {
        return new LetterCompany(
                row.getString("brand"),
                row.getString("company"),
                row.getString("sender"),
                row.getString("reply_to"),
                LetterCompany.zone(row.getString("zone")),
                Register.valueOf(row.getString("register").toUpperCase(Locale.ROOT)),
                row.getBoolean("familiar"),
                row.getBoolean("acknowledges"),
                row.getInt("answer_days"),
                row.getInt("remedy_days"),
                row.getInt("undo_seconds"),
                row.getString("regime"));
    }
}
