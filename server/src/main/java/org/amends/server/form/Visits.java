package org.amends.server.form;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts what is done without a login, by address and of all together, and says how long to wait where it is too much. Each may do
 * so much at once, and as much again in an hour, drop by drop. Kept in memory, for this process. Addresses of this machine
 * and of private networks are those of proxies that nobody named: behind them stands everybody, so only the limit for all holds.
 */
@Component
final class Visits {

    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_ADDRESSES = 20_000;
    private static final int PREFIX_BYTES = 8;

    /** Such an address is taken as it is; anything else would be looked up as a name. */
    private static final Pattern LITERAL =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*(%\\w+)?");

    private final InstantSource clock;
    private final Map<Deed, Bucket> all = new EnumMap<>(Deed.class);
    private final Map<String, Bucket> byAddress = new LinkedHashMap<>(16, 0.75f, true);
    private final int complaints;
    private Instant warned = Instant.EPOCH;

    Visits(InstantSource clock, FormSettings settings) {
        this.clock = clock;
        this.complaints = settings.hourlyPerAddress();
    }

    /** What is counted. */
    enum Deed {
        /** A complaint is sent. */
        COMPLAINT(20, 3_000),
        /** Something is added to a case or done to it. */
        ADDITION(60, 6_000),
        /** A key opened nothing. */
        WRONG_KEY(30, 3_000);

        private final int hourly;
        private final int hourlyOfAll;

        Deed(int hourly, int hourlyOfAll) {
            this.hourly = hourly;
            this.hourlyOfAll = hourlyOfAll;
        }
    }

    /** What is left to do at once, and when that was reckoned. */
    private static final class Bucket {
        private final double size;
        private double left;
        private Instant at;

        Bucket(double size, Instant now) {
            this.size = size;
            this.left = size;
            this.at = now;
        }

        void fill(Instant now) {
            double passed = Math.max(0, Duration.between(at, now).toMillis());
            left = Math.min(size, left + passed * size / HOUR.toMillis());
            at = now;
        }

        boolean empty() {
            return left < 1;
        }

        Duration patience() {
            return Duration.ofMillis((long) Math.ceil((1 - left) * HOUR.toMillis() / size));
        }
    }

    /** Counts a deed; gives how long to wait instead, where it is too much, and then does not count it. */
    synchronized Optional<Duration> count(Deed deed, String address) {
        Instant now = clock.instant();
        Bucket everybody = everybody(deed, now);
        Bucket own = own(deed, address, now);
        Optional<Duration> wait = wait(deed, everybody, own, now);
        if (wait.isEmpty()) {
            everybody.left--;
            if (own != null) {
                own.left--;
            }
        }
        return wait;
    }

    /** How long to wait before such a deed; empty when it may be done now. */
    synchronized Optional<Duration> wait(Deed deed, String address) {
        Instant now = clock.instant();
        return wait(deed, everybody(deed, now), own(deed, address, now), now);
    }

    private Optional<Duration> wait(Deed deed, Bucket everybody, @Nullable Bucket own, Instant now) {
        if (own != null && own.empty()) {
            return Optional.of(own.patience());
        }
        if (everybody.empty()) {
            warn(deed, now);
            return Optional.of(everybody.patience());
        }
        return Optional.empty();
    }

    private Bucket everybody(Deed deed, Instant now) {
        Bucket everybody = all.computeIfAbsent(deed, each -> new Bucket(each.hourlyOfAll, now));
        everybody.fill(now);
        return everybody;
    }

    private void warn(Deed deed, Instant now) {
        if (warned.plus(HOUR).isBefore(now)) {
            warned = now;
            LOG.warn(
                    "More than {} of {} in an hour on the pages for customers: some are asked to wait.",
                    deed.hourlyOfAll,
                    deed);
        }
    }

    private @Nullable Bucket own(Deed deed, String address, Instant now) {
        String network = network(address);
        if (network == null) {
            return null;
        }
        int size = deed == Deed.COMPLAINT ? complaints : deed.hourly;
        Bucket own = byAddress.computeIfAbsent(deed + " " + network, key -> new Bucket(size, now));
        own.fill(now);
        if (byAddress.size() > MOST_ADDRESSES) {
            byAddress.remove(byAddress.keySet().iterator().next());
        }
        return own;
    }

    /** The address, or the network that one household has in IPv6; null where nobody can be told apart. */
    private static @Nullable String network(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return null;
        }
        InetAddress known;
        try {
            known = InetAddress.getByName(address);
        } catch (UnknownHostException none) {
            return null;
        }
        boolean own = known.isLoopbackAddress()
                || known.isSiteLocalAddress()
                || known.isLinkLocalAddress()
                || known.isAnyLocalAddress()
                || (known instanceof Inet6Address && (known.getAddress()[0] & 0xfe) == 0xfc);
        if (own) {
            return null;
        }
        return known instanceof Inet6Address
                ? Arrays.toString(Arrays.copyOf(known.getAddress(), PREFIX_BYTES))
                : known.getHostAddress();
    }
}
