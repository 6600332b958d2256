package org.amends.server.watch;

import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Draws the past weeks. */
@Component
class PastPictures {
    void drawIfDue(BooleanSupplier goOn) {}
}
