package org.amends.server.automation.reply;

import java.util.Objects;
import java.util.UUID;
import org.amends.complaint.LetterPurpose;
import org.amends.server.complaint.Cases;
import org.amends.server.letter.KeptLetter;
import org.amends.server.letter.Letters;
import org.amends.server.problem.Problem;
import org.amends.store.complaint.KeptCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

/** Puts saved replies into letters, where the check of letters judges the filled text. Nothing is sent. */
@Component
public final class ReplyLetters {

    private static final String PARAGRAPH = "\n\n";

    private final SavedReplies replies;
    private final ReplyFilling filling;
    private final Letters letters;
    private final Cases cases;
    private final TransactionTemplate transaction;

    ReplyLetters(
            SavedReplies replies, ReplyFilling filling, Letters letters, Cases cases, TransactionTemplate transaction) {
        this.replies = replies;
        this.filling = filling;
        this.letters = letters;
        this.cases = cases;
        this.transaction = transaction;
    }

    /**
     * Drafts a message with a saved reply between greeting and signature.
     *
     * @param by who drafts it: an actor
     * @throws Problem when there is no such reply, it cannot be filled, or nobody is set to write for the brand
     */
    public KeptLetter draft(String reference, String name, String by) {
        KeptCase kept = cases.find(reference).orElseThrow(() -> Problem.notFound("case", reference));
        // Before anything is begun, so that a refusal undoes nothing of the caller's.
        String text = filling.filled(found(name), kept);
        KeptLetter draft = letters.draft(reference, LetterPurpose.MESSAGE, JsonNodeFactory.instance.objectNode(), by);
        return letters.edit(
                draft.id(),
                new Letters.Edit(null, within(draft.content().text(), text), null, null, null, draft.version()),
                by);
    }

    /**
     * Puts a saved reply into a letter that is being written, before its last paragraph, which is the signature.
     *
     * @param typed what somebody typed meanwhile; what is null in it stays
     */
    public KeptLetter insert(KeptCase kept, UUID letter, String name, Letters.Edit typed, String by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            KeptLetter before = letters.find(letter)
                    .filter(each -> each.complaint() == kept.id())
                    .orElseThrow(() -> Problem.notFound("letter", letter.toString()));
            String filled = filling.filled(found(name), kept, before.content().language());
            String text =
                    Objects.requireNonNullElse(typed.text(), before.content().text());
            return letters.edit(
                    letter,
                    new Letters.Edit(
                            typed.subject(),
                            within(text, filled),
                            typed.to(),
                            typed.copies(),
                            typed.pdf(),
                            typed.version()),
                    by);
        }));
    }

    private SavedReply found(String name) {
        return replies.find(name).orElseThrow(() -> Problem.notFound("saved reply", name));
    }

    private static String within(String text, String inserted) {
        int signature = text.stripTrailing().lastIndexOf(PARAGRAPH);
        return signature < 0
                ? text.isBlank() ? inserted : text + PARAGRAPH + inserted
                : text.substring(0, signature) + PARAGRAPH + inserted + text.substring(signature);
    }
}
