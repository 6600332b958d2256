package org.amends.server.letter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that dies where it is told to, in the first dialogue; in those after it does its work. */
final class MortalSmtp implements AutoCloseable {

    /** Where it dies. */
    enum Death {
        NEVER,
        AT_GREETING,
        AFTER_HELLO,
        AT_SENDER,
        AT_RECIPIENT,
        AT_DATA,
        IN_THE_TEXT,
        /** After the line with the point, without having taken the mail. */
        BEFORE_TAKING,
        /** After it has taken the mail, before it says so. */
        AFTER_TAKING,
        /** After it has said that it has the mail. */
        AFTER_ANSWERING,
        /** It does not die, but cannot take the mail now. */
        BUSY_AT_THE_END,
        /** It does not die, but takes nothing for this address, now or ever. */
        BUSY_AT_RECIPIENT,
        REFUSES_RECIPIENT
    }

    private final ServerSocket socket;
    private final Death death;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private int dialogues;

    MortalSmtp(Death death) {
        this.death = death;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread ignored = Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many mails with this id it has. */
    long has(String messageId) {
        return taken.stream()
                .filter(mail -> mail.contains("Message-ID: <" + messageId + ">"))
                .count();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Death now = dialogues++ == 0 ? death : Death.NEVER;
                Thread ignored = Thread.ofVirtual().start(() -> talk(caller, now));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket caller, Death death) {
        try (caller) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = caller.getOutputStream();
            if (death == Death.AT_GREETING) {
                return;
            }
            boolean ignored = say(out, "220 here");
            String line = in.readLine();
            while (line != null && answer(line, in, out, death)) {
                line = in.readLine();
            }
        } catch (IOException hungUp) {
            // Whoever called is gone.
        }
    }

    private boolean answer(String line, BufferedReader in, OutputStream out, Death death) throws IOException {
        String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
        return switch (verb) {
            case "EHLO" -> say(out, "250 here") && death != Death.AFTER_HELLO;
            case "MAIL" -> death != Death.AT_SENDER && say(out, "250 ok");
            case "RCPT" -> recipient(out, death);
            case "DATA" -> death != Death.AT_DATA && say(out, "354 go on") && text(in, out, death);
            case "QUIT" -> !say(out, "221 bye");
            default -> say(out, "250 ok");
        };
    }

    private static boolean recipient(OutputStream out, Death death) throws IOException {
        return switch (death) {
            case AT_RECIPIENT -> false;
            case BUSY_AT_RECIPIENT -> say(out, "451 4.7.1 come back later");
            case REFUSES_RECIPIENT -> say(out, "550 5.1.1 nobody lives here");
            default -> say(out, "250 ok");
        };
    }

    private boolean text(BufferedReader in, OutputStream out, Death death) throws IOException {
        StringBuilder mail = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            mail.append(line).append('\n');
            if (death == Death.IN_THE_TEXT && mail.length() > 400) {
                return false;
            }
            line = in.readLine();
        }
        if (line == null || death == Death.BEFORE_TAKING) {
            return false;
        }
        if (death == Death.BUSY_AT_THE_END) {
            return say(out, "452 4.3.1 full");
        }
        taken.add(mail.toString());
        return death != Death.AFTER_TAKING && say(out, "250 2.0.0 taken") && death != Death.AFTER_ANSWERING;
    }

    private static boolean say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
