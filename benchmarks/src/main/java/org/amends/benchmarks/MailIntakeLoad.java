package org.amends.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.amends.store.connection.DatabaseAddress;
import org.amends.store.embedded.DataFolder;

/**
 * How fast a running server makes cases of mails: they are put where fetched mail is kept, and counted once none waits. Every
 * mail is from another customer, in one of four languages, one in ten with a picture of 100 kB.
 *
 * <p>Arguments: data folder of a running server, mails, mails for warming up.
 */
public final class MailIntakeLoad {

    private static final double NANOS = 1e9;
    private static final int PICTURE = 100_000;

    private static final List<String> TEXTS = List.of(
            "Hello,\n\nmy order %d was to arrive two weeks ago and nothing has come. I called three times and nobody could tell me"
                    + " anything. I paid 84.50 EUR and want my money back.\n\nKind regards\nAnn Miller",
            "Bonjour,\n\nma commande %d devait arriver il y a deux semaines et je n'ai rien reçu. J'ai appelé trois fois, personne"
                    + " ne m'a répondu. Je demande le remboursement de 84,50 €.\n\nCordialement\nAnne Martin",
            "Hola,\n\nmi pedido %d debía llegar hace dos semanas y no ha llegado nada. He llamado tres veces y nadie me da una"
                    + " respuesta. Quiero que me devuelvan los 84,50 €.\n\nUn saludo\nAna Molina",
            "Здравствуйте!\n\nМой заказ %d должен был прийти две недели назад, но ничего нет. Я звонила три раза, никто ничего не"
                    + " знает. Верните мне 8450 рублей.\n\nС уважением\nАнна Миронова");

    private MailIntakeLoad() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        int mails = Integer.parseInt(arguments[1]);
        int warming = Integer.parseInt(arguments[2]);
        try (DataFolder folder = DataFolder.open(Path.of(arguments[0]));
                Connection connection = connected(folder.address())) {
            double ignored = rate(connection, warming, 1);
            System.out.printf(Locale.ROOT, "mails to opened cases: %.0f/s%n", rate(connection, mails, 2));
        }
    }

    private static Connection connected(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    private static double rate(Connection connection, int mails, int seed) throws Exception {
        long before = count(connection, "select count(*) from complaint");
        Random random = new Random(seed);
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into message_raw
                    (id, kept_at, received_at, mailbox, brand, digest, size, bytes, standing, next_attempt)
                values (?, now(), now(), 'load', '', ?, ?, ?, 'waiting', now())""")) {
            for (int i = 0; i < mails; i++) {
                byte[] mail = mail(i, random);
                insert.setObject(1, UUID.randomUUID());
                insert.setBytes(2, MessageDigest.getInstance("SHA-256").digest(mail));
                insert.setInt(3, mail.length);
                insert.setBytes(4, mail);
                int one = insert.executeUpdate();
                assert one == 1;
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        long begun = System.nanoTime();
        while (count(connection, "select count(*) from message_raw where standing = 'waiting'") > 0) {
            Thread.sleep(20);
        }
        double seconds = (System.nanoTime() - begun) / NANOS;
        long opened = count(connection, "select count(*) from complaint") - before;
        if (opened != mails) {
            throw new IllegalStateException("%d mails opened %d cases.".formatted(mails, opened));
        }
        return mails / seconds;
    }

    private static byte[] mail(int number, Random random) {
        String text = TEXTS.get(number % TEXTS.size()).formatted(100_000 + number);
        String address = "load-" + Long.toHexString(random.nextLong()) + "@example.org";
        StringBuilder mail = new StringBuilder();
        mail.append("From: <").append(address).append(">\r\nTo: care@shop.example\r\n");
        mail.append("Subject: =?utf-8?Q?Order_").append(number).append("?=\r\n");
        mail.append("Message-ID: <")
                .append(new UUID(random.nextLong(), random.nextLong()))
                .append("@example.org>\r\n");
        mail.append("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=xx\r\n\r\n");
        mail.append("--xx\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n");
        mail.append(text.replace("\n", "\r\n")).append("\r\n");
        if (number % 10 == 0) {
            byte[] picture = new byte[PICTURE];
            random.nextBytes(picture);
            mail.append("--xx\r\nContent-Type: image/jpeg\r\nContent-Disposition: attachment; filename=a.jpg\r\n");
            mail.append("Content-Transfer-Encoding: base64\r\n\r\n");
            mail.append(java.util.Base64.getMimeEncoder().encodeToString(picture))
                    .append("\r\n");
        }
        return mail.append("--xx--\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            boolean one = row.next();
            assert one;
            return row.getLong(1);
        }
    }
}
