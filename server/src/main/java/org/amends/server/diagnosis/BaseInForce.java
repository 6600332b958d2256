package org.amends.server.diagnosis;

import java.time.Instant;
import org.amends.insight.outlook.BaseFit;

/**
 * The base model with which relationships are diagnosed.
 *
 * @param id its number; 0 for the policy's own base, before anything was fitted
 * @param fit the model
 * @param attentionRecorded whether the company records the attention that it gives
 * @param relationships how many there were when it was fitted
 * @param position how far the log had come when it was fitted
 * @param fittedAt when
 */
public record BaseInForce(
        long id, BaseFit fit, boolean attentionRecorded, long relationships, long position, Instant fittedAt) {

    /** The policy's own base, while nothing was fitted. */
    public static final BaseInForce NONE =
            new BaseInForce(0, new BaseFit(null, null, "", "no base model was fitted yet"), false, 0, 0, Instant.EPOCH);
}
