package org.amends.server.mailserver;

import jakarta.mail.MessagingException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in words why a mail server was not believed to be who it says it is. */
public final class Certificates {

    private Certificates() {}

    /**
     * A failure as people can do something about it.
     *
     * @param host the mail server
     * @return a failure with a remedy where the certificate is at fault, else the same
     */
    public static MessagingException told(String host, MessagingException failed) {
        boolean tls = false;
        String why = null;
        for (Throwable each = failed; each != null; each = next(each)) {
            tls |= each instanceof SSLException;
            if (each instanceof GeneralSecurityException && each.getMessage() != null) {
                why = each.getMessage();
            }
        }
        if (!tls || why == null) {
            return failed;
        }
        return new MessagingException(
                "The certificate of %s is not accepted: %s. Maybe it is of another name, or let Java trust who issued it: -Djavax.net.ssl.trustStore names a file of certificates."
                        .formatted(host, why),
                failed);
    }

    private static @Nullable Throwable next(Throwable of) {
        Exception within = of instanceof MessagingException failed ? failed.getNextException() : null;
        return within == null ? of.getCause() : within;
    }
}
