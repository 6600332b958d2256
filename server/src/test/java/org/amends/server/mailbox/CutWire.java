package org.amends.server.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** A wire to a mail server that can be cut in the middle of what is said over it. */
final class CutWire implements AutoCloseable {

    private final ServerSocket listening;
    private final IntSupplier target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile String cutAt = "";
    private volatile boolean ofServer;
    private volatile boolean down;

    /** @param target the port of the mail server */
    CutWire(IntSupplier target) {
        this.target = target;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var unused = Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Cuts once, when the client, or the server, next says this; what it said does not arrive. */
    void cutAt(String words, boolean saidByServer) {
        ofServer = saidByServer;
        cutAt = words;
    }

    /** How often it was cut. */
    int cuts() {
        return cuts.get();
    }

    /** Whether no connection is to be had. */
    void down(boolean isDown) {
        down = isDown;
        if (isDown) {
            cutAll();
        }
    }

    /** Cuts whatever is open. */
    void cutAll() {
        open.forEach(CutWire::shut);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server;
                if (down) {
                    shut(client);
                    continue;
                }
                try {
                    server = new Socket(InetAddress.getLoopbackAddress(), target.getAsInt());
                } catch (IOException away) {
                    shut(client);
                    continue;
                }
                open.add(client);
                open.add(server);
                var unused = Thread.ofVirtual().start(() -> pass(client, server, false));
                var ignored = Thread.ofVirtual().start(() -> pass(server, client, true));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to, boolean byServer) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                String said = new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
                if (!cutAt.isEmpty() && byServer == ofServer && said.contains(cutAt)) {
                    cutAt = "";
                    cuts.incrementAndGet();
                    break;
                }
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException gone) {
            // The other end hung up; so does this one.
        } finally {
            shut(from);
            shut(to);
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cutAll();
    }
}
