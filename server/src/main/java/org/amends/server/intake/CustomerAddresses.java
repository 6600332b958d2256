package org.amends.server.intake;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose address it is, and who may be the same person under another one. */
@Component
public final class CustomerAddresses {

    private static final int LONGEST = 320;
    private static final int MOST_ALIKE = 10;

    private final JdbcClient database;

    CustomerAddresses(JdbcClient database) {
        this.database = database;
    }

    /**
     * Somebody who may be the same person.
     *
     * @param customer the identifier
     * @param address by which they write
     * @param name by which they sign
     * @param by what is alike: {@code address}, {@code name} or {@code both}
     */
    public record Alike(String customer, String address, String name, String by) {}

    /**
     * The customer of this address, or the one that a new customer of this address gets.
     *
     * @param address null where there is none
     */
    String customer(@Nullable String address, String brand) {
        if (address == null || address.isBlank()) {
            return "contact-" + UUID.randomUUID();
        }
        String key = key(address);
        return database.sql("select customer from customer_address where address = ? and brand = ?")
                .param(key)
                .param(brand)
                .query(String.class)
                .optional()
                .orElse(key);
    }

    /** Whether this customer writes from this address. */
    boolean owns(String customer, String brand, String address) {
        return key(address).equals(customer)
                || database.sql(
                                "select exists (select 1 from customer_address where address = ? and brand = ? and customer = ?)")
                        .param(key(address))
                        .param(brand)
                        .param(customer)
                        .query(Boolean.class)
                        .single();
    }

    /** The customer into which this one was merged, or itself. */
    String survivor(String customer, String brand) {
        return database.sql("""
                        with recursive up (customer, merged_into) as (
                            select customer, merged_into from relationship where customer = ? and brand = ?
                            union select r.customer, r.merged_into from up join relationship r on r.id = up.merged_into)
                        select customer from up where merged_into is null""")
                .param(customer)
                .param(brand)
                .query(String.class)
                .optional()
                .orElse(customer);
    }

    /** Remembers that a customer writes from this address; who was first keeps it. */
    void remember(String address, String brand, String customer, String name, Instant now) {
        int ignored = database.sql("""
                        insert into customer_address (address, brand, customer, name, name_key, address_key, since)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (address, brand) do update set name = excluded.name, name_key = excluded.name_key
                        where customer_address.name = '' and excluded.name <> ''""")
                .param(key(address))
                .param(brand)
                .param(customer)
                .param(name)
                .param(nameKey(name))
                .param(addressKey(address))
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who may be the same person: the same name, or an address that differs only by what mail servers pass over. */
    public List<Alike> alike(String customer, String brand) {
        return database.sql("""
                        select distinct on (other.customer) other.customer, other.address, other.name,
                            case when other.address_key = own.address_key and other.name_key = own.name_key then 'both'
                                 when other.address_key = own.address_key then 'address' else 'name' end
                        from customer_address own join customer_address other
                            on other.brand = own.brand and other.customer <> own.customer
                            and (other.address_key = own.address_key or (other.name_key = own.name_key and own.name_key <> ''))
                        where own.customer = ? and own.brand = ?
                        order by other.customer, 4 limit ?""")
                .param(customer)
                .param(brand)
                .param(MOST_ALIKE)
                .query((row, number) ->
                        new Alike(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    /** An address as it is looked up: without regard to case. */
    static String key(String address) {
        String key = address.strip().toLowerCase(Locale.ROOT).replace("\0", "");
        return key.length() <= LONGEST ? key : key.substring(0, LONGEST);
    }

    /** Without what many mail servers pass over: points before the at, what follows a plus, and old names of a host. */
    static String addressKey(String address) {
        String key = key(address);
        int at = key.lastIndexOf('@');
        if (at < 0) {
            return key.replaceAll("[\\s()./-]", "");
        }
        String name = key.substring(0, at);
        int plus = name.indexOf('+');
        String bare = (plus > 0 ? name.substring(0, plus) : name).replace(".", "");
        return bare + key.substring(at).replace("@googlemail.com", "@gmail.com");
    }

    /** The words of a name without accents and in the order of the alphabet; empty for fewer than two words. */
    static String nameKey(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        String[] words = plain.split("[^\\p{L}]+", -1);
        List<String> kept =
                Arrays.stream(words).filter(word -> word.length() > 1).sorted().toList();
        return kept.size() < 2 ? "" : kept.stream().collect(Collectors.joining(" "));
    }
}
