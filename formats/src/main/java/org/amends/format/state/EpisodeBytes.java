package org.amends.format.state;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.amends.event.FailureKind;
import org.amends.event.Hostility;
import org.amends.event.Want;
import org.amends.failure.Attempt;
import org.amends.failure.BrokenWord;
import org.amends.failure.Episode;
import org.amends.failure.EpisodeDraft;
import org.amends.failure.Voice;
import org.amends.policy.FailureType;

/** An episode, with the refs by which later events find it, as bytes. */
final class EpisodeBytes {

    private EpisodeBytes() {}

    static void write(ByteWriter out, EpisodeDraft.Snapshot draft) {
        Episode episode = draft.episode();
        out.maybe(draft.failureRef(), ByteWriter::text);
        out.maybe(draft.caseRef(), ByteWriter::text);
        out.maybe(episode.event(), ByteWriter::id);
        out.maybe(episode.kind(), (to, kind) -> to.text(kind.name()));
        out.maybe(episode.severity(), ByteWriter::real);
        out.instant(episode.at());
        out.maybe(episode.controllable(), ByteWriter::truth);
        out.maybe(episode.stable(), ByteWriter::truth);
        out.real(episode.loss());
        out.maybe(episode.voice(), EpisodeBytes::write);
        out.maybe(episode.repliedAt(), ByteWriter::instant);
        out.truth(episode.updated());
        out.truth(episode.explained());
        out.unsigned(episode.contacts());
        out.maybe(episode.attempt(), EpisodeBytes::write);
        out.maybe(episode.resolvedAt(), ByteWriter::instant);
        out.all(episode.brokenWords(), EpisodeBytes::write);
        out.unsigned(episode.purchasesBefore());
    }

    static EpisodeDraft.Snapshot read(ByteReader in) {
        String failureRef = in.maybe(ByteReader::text);
        String caseRef = in.maybe(ByteReader::text);
        Episode episode = new Episode(
                in.maybe(ByteReader::id),
                in.maybe(from -> new FailureKind(from.text())),
                in.maybe(ByteReader::real),
                in.instant(),
                in.maybe(ByteReader::truth),
                in.maybe(ByteReader::truth),
                in.real(),
                in.maybe(EpisodeBytes::voice),
                in.maybe(ByteReader::instant),
                in.truth(),
                in.truth(),
                (int) in.unsigned(),
                in.maybe(EpisodeBytes::attempt),
                in.maybe(ByteReader::instant),
                in.all(from -> new BrokenWord(from.id(), from.instant(), from.real())),
                in.unsigned());
        return new EpisodeDraft.Snapshot(episode, failureRef, caseRef);
    }

    private static void write(ByteWriter out, Voice voice) {
        out.maybe(voice.event(), ByteWriter::id);
        out.instant(voice.at());
        out.constant(voice.want());
        out.constant(voice.hostility());
    }

    private static Voice voice(ByteReader in) {
        return new Voice(in.maybe(ByteReader::id), in.instant(), in.constant(Want.class), in.constant(Hostility.class));
    }

    private static void write(ByteWriter out, Attempt attempt) {
        out.maybe(attempt.last(), ByteWriter::id);
        out.instant(attempt.at());
        out.real(attempt.money());
        out.truth(attempt.gaveMoney());
        Set<FailureType> matched = new TreeSet<>(attempt.matched());
        out.all(matched, ByteWriter::constant);
        out.real(attempt.interactional());
        out.maybe(attempt.judgedQuality(), ByteWriter::real);
        out.maybe(attempt.felt(), ByteWriter::real);
    }

    private static Attempt attempt(ByteReader in) {
        return new Attempt(
                in.maybe(ByteReader::id),
                in.instant(),
                in.real(),
                in.truth(),
                new TreeSet<>(in.all(from -> from.constant(FailureType.class))),
                in.real(),
                in.maybe(ByteReader::real),
                in.maybe(ByteReader::real));
    }

    private static void write(ByteWriter out, BrokenWord word) {
        out.id(Objects.requireNonNull(word.event(), "kept states come from events"));
        out.instant(word.at());
        out.real(word.severity());
    }
}
