package org.amends.server.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.amends.server.access.BrandScope;
import org.amends.server.access.Caller;
import org.amends.server.audit.Audit;
import org.amends.server.message.KeptMessage;
import org.amends.server.message.Messages;
import org.amends.server.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages that are on no case, and a person's word on them. */
@Component
public final class HeldMessages {

    private final Messages messages;
    private final Intake intake;
    private final Threads threads;
    private final Audit audit;
    private final TransactionTemplate transaction;

    HeldMessages(Messages messages, Intake intake, Threads threads, Audit audit, TransactionTemplate transaction) {
        this.messages = messages;
        this.intake = intake;
        this.threads = threads;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * The message of this id, where the caller may see its brand.
     *
     * @throws Problem 404 otherwise
     */
    public KeptMessage seen(UUID id, BrandScope brands) {
        return messages.find(id)
                .filter(kept -> brands.includes(kept.brand()))
                .orElseThrow(() -> Problem.notFound("message", id.toString()));
    }

    /**
     * Puts a message on a case.
     *
     * @param reference of the case, or null to open one
     * @throws Problem 404 where they may not see one of them, 409 when the message is on a case already
     */
    public Taken putOnCase(UUID id, @Nullable String reference, Caller caller) {
        KeptMessage kept = seen(id, caller.brands());
        return Objects.requireNonNull(transaction.execute(status -> {
            Taken taken = intake.putOnCase(id, onCase(reference, caller.brands()));
            audit.record(
                    caller.actor(),
                    "message.put_on_case",
                    "message:" + id,
                    Map.of("case", String.valueOf(taken.reference()), "was", KeptMessage.word(kept.standing())));
            return taken;
        }));
    }

    private @Nullable String onCase(@Nullable String reference, BrandScope brands) {
        if (reference == null || reference.isBlank()) {
            return null;
        }
        String named = reference.strip().toUpperCase(Locale.ROOT);
        if (!threads.isSeen(named, brands)) {
            throw Problem.notFound("case", named);
        }
        return named;
    }

    /**
     * Says that a message needs nothing.
     *
     * @throws Problem 404 where they may not see it, 409 when it is on a case
     */
    public void dismiss(UUID id, Caller caller) {
        KeptMessage kept = seen(id, caller.brands());
        transaction.executeWithoutResult(status -> {
            if (!messages.claim(id)) {
                throw new Problem(
                        HttpStatus.CONFLICT,
                        "message-on-case",
                        "The message is on a case",
                        "Message %s is on a case already.".formatted(id));
            }
            messages.settle(id, null, kept.customer(), KeptMessage.Standing.DISMISSED, kept.why());
            audit.record(
                    caller.actor(),
                    "message.dismissed",
                    "message:" + id,
                    Map.of("was", KeptMessage.word(kept.standing())));
        });
    }
}
