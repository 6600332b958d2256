package org.amends.language.weighing;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Models as bytes. The same model gives the same bytes. Weights are kept in steps, as in {@link Entries}. */
public final class ModelFile {

    private static final int MAGIC = 0x416d5264;
    private static final int VERSION = 2;

    /** Far more than any model has; a broken file must not ask for all memory. */
    private static final int MOST = 5_000_000;

    private ModelFile() {}

    /** Writes a model. */
    public static void write(LinearModel model, OutputStream to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to))) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(model.asked().size());
            for (Asked asked : model.asked()) {
                write(asked, out);
            }
            Map<String, LinearModel.Entry> entries = model.entries();
            out.writeInt(entries.size());
            for (Map.Entry<String, LinearModel.Entry> entry : entries.entrySet()) {
                out.writeUTF(entry.getKey());
                write(entry.getValue(), out);
            }
        }
    }

    private static void write(Asked asked, DataOutputStream out) throws IOException {
        out.writeUTF(asked.question().name());
        out.writeInt(asked.question().answers().size());
        for (String answer : asked.question().answers()) {
            out.writeUTF(answer);
        }
        for (float bias : asked.bias()) {
            out.writeFloat(bias);
        }
        out.writeDouble(asked.sharpness());
        out.writeDouble(asked.threshold());
    }

    private static void write(LinearModel.Entry entry, DataOutputStream out) throws IOException {
        out.writeShort(entry.slots().length);
        for (int i = 0; i < entry.slots().length; i++) {
            out.writeShort(entry.slots()[i]);
            out.writeShort(entry.steps()[i]);
        }
    }

    /**
     * Reads a model.
     *
     * @throws IOException if these are no bytes of a model, or of another version
     */
    public static LinearModel read(InputStream from) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(from, 1 << 16), 1 << 16))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("this is no model of a reader; maybe train it again");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new IOException("the model has version " + version + ", this program reads version " + VERSION
                        + "; maybe train it again");
            }
            List<Asked> asked = new ArrayList<>();
            int questions = count(in);
            int slots = 0;
            for (int i = 0; i < questions; i++) {
                asked.add(asked(in));
                slots += Asked.slots(asked.getLast().question());
            }
            int features = count(in);
            Entries entries = new Entries(features, slots);
            // Reading on to the end has the check sum compared, so that a file that breaks off late is noticed too.
            new EntryReader(in.readAllBytes(), slots).read(features, entries);
            return new LinearModel(asked, entries);
        }
    }

    private static Asked asked(DataInputStream in) throws IOException {
        String name = in.readUTF();
        int size = count(in);
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            answers.add(in.readUTF());
        }
        Question question = new Question(name, answers);
        List<Float> bias = new ArrayList<>();
        for (int i = 0; i < Asked.slots(question); i++) {
            bias.add(in.readFloat());
        }
        return new Asked(question, bias, in.readDouble(), in.readDouble());
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("the model is broken; maybe train it again");
        }
        return count;
    }
}
