package org.amends.server.letter;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A letter as programs get it. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record LetterView(
        UUID id,
        String reference,
        String purpose,
        String standing,
        String language,
        String subject,
        String text,
        List<String> to,
        List<String> copies,
        boolean pdf,
        boolean automatic,
        boolean sendable,
        List<LetterFinding> findings,
        int version,
        Instant createdAt,
        String createdBy,
        @Nullable String editedBy,
        @Nullable String messageId,
        @Nullable Instant queuedAt,
        @Nullable String queuedBy,
        @Nullable Instant notBefore,
        int attempts,
        @Nullable Instant nextAttempt,
        @Nullable Instant sentAt,
        @Nullable String reason,
        @Nullable List<Line> log) {

    /** A line of its log. */
    record Line(
            Instant at, String actor, String what, @Nullable String words) {}

    static LetterView of(KeptLetter letter, @Nullable List<LogLine> log) {
        KeptLetter.Way way = letter.way();
        return new LetterView(
                letter.id(),
                letter.reference(),
                word(letter.purpose()),
                word(letter.standing()),
                letter.content().language(),
                letter.content().subject(),
                letter.content().text(),
                letter.envelope().to(),
                letter.envelope().copies(),
                letter.content().pdf(),
                letter.automatic(),
                letter.sendable(),
                letter.findings(),
                letter.version(),
                letter.createdAt(),
                letter.createdBy(),
                letter.editedBy(),
                letter.envelope().messageId(),
                way.queuedAt(),
                way.queuedBy(),
                way.notBefore(),
                way.attempts(),
                letter.standing() == LetterStanding.QUEUED ? way.nextAttempt() : null,
                way.sentAt(),
                way.reason(),
                log == null
                        ? null
                        : log.stream()
                                .map(line -> new Line(line.at(), line.actor(), word(line.what()), line.words()))
                                .toList());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
