package org.amends.server.automation.run;

import org.springframework.stereotype.Component;

/** Tells the background work that something may wait for it, without those who ring knowing who hears it. */
@Component
final class RuleBell {

    private volatile Runnable heard = () -> {};

    /** Cheap; may be called from any thread. */
    void ring() {
        heard.run();
    }

    void whenRung(Runnable hearing) {
        heard = hearing;
    }
}
