package org.amends.server.access.login;

import java.time.Duration;

/** What came of trying to sign in. */
sealed interface Entry {

    /**
     * They are in.
     *
     * @param secret for the cookie
     */
    record In(String secret) implements Entry {

        /** Without the secret. */
        @Override
        public String toString() {
            return "In";
        }
    }

    /**
     * They must prove who they are by a second means.
     *
     * @param secret for the cookie; it opens nothing but that
     */
    record HalfWay(String secret) implements Entry {

        /** Without the secret. */
        @Override
        public String toString() {
            return "HalfWay";
        }
    }

    /** Name or proof does not fit; which of them is not told. */
    record Refused() implements Entry {}

    /** Too many attempts; the next is looked at after this long. */
    record Wait(Duration left) implements Entry {}
}
