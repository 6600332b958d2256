package org.amends.server.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.amends.language.mail.AutomaticMail;
import org.amends.language.reading.Reading;
import org.amends.server.message.KeptMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message that was read, before it is known where it belongs.
 *
 * @param id that it has or will have
 * @param contact what was said, by whom and how
 * @param receivedAt when it arrived here
 * @param headers by which mails follow each other
 * @param recipients addresses
 * @param machine what shows that no person wrote it, or null
 * @param returned ids of mails that a report says came back
 * @param held why a person looks at it before anything is done, or null
 * @param mailbox by its name in the settings, or null
 * @param newText its text with blanks in place of what is not new
 * @param reading what it says
 * @param digest by which it is known when it comes twice, or null
 */
@SuppressWarnings("ArrayRecordComponent") // a digest
record Arrival(
        UUID id,
        Contact contact,
        Instant receivedAt,
        KeptMessage.Headers headers,
        List<String> recipients,
        @Nullable AutomaticMail machine,
        List<String> returned,
        @Nullable String held,
        @Nullable String mailbox,
        String newText,
        Reading reading,
        byte @Nullable [] digest) {}
