package org.amends.format.state;

import java.time.DateTimeException;
import java.util.Currency;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.amends.event.CustomerId;
import org.amends.event.Tier;
import org.amends.relationship.DecayedSum;
import org.amends.relationship.FoldSnapshot;
import org.amends.relationship.FoldTerms;
import org.amends.relationship.Sign;
import org.amends.relationship.Standing;
import org.amends.relationship.Turn;

/**
 * A fold's snapshot as bytes, with the digest of the terms that it was folded under. Equal snapshots give equal bytes.
 *
 * <p>The first byte is the version of this format, eight bytes of digest follow, then the fields in the order of the record.
 */
public final class StateBytes {

    private static final int VERSION = 1;

    private StateBytes() {}

    /**
     * A snapshot that was read back.
     *
     * @param snapshot from which a fold goes on
     * @param terms {@link FoldTerms#digest} of the terms that it was folded under
     */
    public record Kept(FoldSnapshot snapshot, long terms) {}

    /** The snapshot as bytes. */
    public static byte[] of(FoldSnapshot snapshot, FoldTerms terms) {
        ByteWriter out = new ByteWriter();
        out.octet(VERSION);
        out.fixed(terms.digest());
        out.text(snapshot.customer().value());
        out.maybe(snapshot.brand(), ByteWriter::text);
        out.instant(snapshot.firstSeen());
        out.instant(snapshot.lastSeen());
        out.id(snapshot.lastEvent());
        out.all(snapshot.sameMoment(), ByteWriter::id);
        out.constant(snapshot.standing());
        out.maybe(snapshot.turn(), StateBytes::write);
        out.constant(snapshot.tier());
        write(out, snapshot.weights());
        out.maybe(snapshot.lastAttention(), ByteWriter::instant);
        out.all(snapshot.episodes(), EpisodeBytes::write);
        out.all(snapshot.competitorSignals(), StateBytes::write);
        out.all(snapshot.criticisms(), StateBytes::write);
        out.all(snapshot.preferences(), ByteWriter::text);
        out.unsigned(snapshot.promisesAbout().size());
        snapshot.promisesAbout().forEach((promise, about) -> {
            out.text(promise);
            out.text(about);
        });
        out.maybe(snapshot.bought(), StateBytes::write);
        out.unsigned(snapshot.givenBack().size());
        snapshot.givenBack().forEach((currency, minorUnits) -> {
            out.text(currency);
            out.signed(minorUnits);
        });
        return out.toBytes();
    }

    /**
     * The snapshot that these bytes are.
     *
     * @throws UnreadableStateException when they are none
     */
    public static Kept read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new UnreadableStateException(
                    "it has format %d and this program reads %d".formatted(version, VERSION));
        }
        try {
            long terms = in.fixed();
            Kept kept = new Kept(snapshot(in), terms);
            if (!in.atEnd()) {
                throw new UnreadableStateException("bytes follow after its end");
            }
            return kept;
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException impossible) {
            throw new UnreadableStateException(String.valueOf(impossible.getMessage()));
        }
    }

    private static FoldSnapshot snapshot(ByteReader in) {
        return new FoldSnapshot(
                new CustomerId(in.text()),
                in.maybe(ByteReader::text),
                in.instant(),
                in.instant(),
                in.id(),
                new TreeSet<>(in.all(ByteReader::id)),
                in.constant(Standing.class),
                in.maybe(StateBytes::turn),
                in.constant(Tier.class),
                weights(in),
                in.maybe(ByteReader::instant),
                in.all(EpisodeBytes::read),
                in.all(StateBytes::sign),
                in.all(StateBytes::sign),
                new TreeSet<>(in.all(ByteReader::text)),
                promises(in),
                in.maybe(StateBytes::bought),
                givenBack(in));
    }

    private static void write(ByteWriter out, Turn turn) {
        out.maybe(turn.event(), ByteWriter::id);
        out.instant(turn.at());
        out.maybe(turn.reason(), ByteWriter::text);
    }

    private static Turn turn(ByteReader in) {
        return new Turn(in.maybe(ByteReader::id), in.instant(), in.maybe(ByteReader::text));
    }

    private static void write(ByteWriter out, FoldSnapshot.Weights weights) {
        out.maybe(weights.goodwill(), StateBytes::write);
        out.maybe(weights.advocacy(), StateBytes::write);
        out.maybe(weights.engagement(), StateBytes::write);
        out.maybe(weights.ratings(), StateBytes::write);
        out.maybe(weights.keptWord(), StateBytes::write);
        out.maybe(weights.cancelled(), StateBytes::write);
        out.maybe(weights.bought(), StateBytes::write);
    }

    private static FoldSnapshot.Weights weights(ByteReader in) {
        return new FoldSnapshot.Weights(
                in.maybe(StateBytes::sum),
                in.maybe(StateBytes::sum),
                in.maybe(StateBytes::sum),
                in.maybe(StateBytes::sum),
                in.maybe(StateBytes::sum),
                in.maybe(StateBytes::sum),
                in.maybe(StateBytes::sum));
    }

    private static void write(ByteWriter out, DecayedSum sum) {
        out.real(sum.value());
        out.instant(sum.asOf());
    }

    private static DecayedSum sum(ByteReader in) {
        return new DecayedSum(in.real(), in.instant());
    }

    private static void write(ByteWriter out, Sign sign) {
        out.maybe(sign.event(), ByteWriter::id);
        out.instant(sign.at());
        out.real(sign.strength());
    }

    private static Sign sign(ByteReader in) {
        return new Sign(in.maybe(ByteReader::id), in.instant(), in.real());
    }

    private static SortedMap<String, String> promises(ByteReader in) {
        SortedMap<String, String> promises = new TreeMap<>();
        for (int left = in.count(); left > 0; left--) {
            promises.put(in.text(), in.text());
        }
        return promises;
    }

    private static SortedMap<String, Long> givenBack(ByteReader in) {
        SortedMap<String, Long> givenBack = new TreeMap<>();
        for (int left = in.count(); left > 0; left--) {
            givenBack.put(in.text(), in.signed());
        }
        return givenBack;
    }

    private static void write(ByteWriter out, FoldSnapshot.Bought bought) {
        out.unsigned(bought.count());
        out.unsigned(bought.days());
        out.instant(bought.first());
        out.instant(bought.last());
        out.id(bought.lastId());
        out.unsigned(bought.valued());
        out.signed(bought.totalMinorUnits());
        out.maybe(bought.currency(), (to, currency) -> to.text(currency.getCurrencyCode()));
        out.unsigned(bought.otherCurrency());
    }

    private static FoldSnapshot.Bought bought(ByteReader in) {
        return new FoldSnapshot.Bought(
                in.unsigned(),
                in.unsigned(),
                in.instant(),
                in.instant(),
                in.id(),
                in.unsigned(),
                in.signed(),
                in.maybe(from -> Currency.getInstance(from.text())),
                in.unsigned());
    }
}
