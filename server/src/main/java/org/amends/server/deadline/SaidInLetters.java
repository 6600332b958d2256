package org.amends.server.deadline;

import java.net.URI;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.amends.deadline.LetterContent;
import org.amends.deadline.Regime;
import org.amends.language.fact.DateFact;
import org.amends.language.fact.FactReader;
import org.amends.language.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says of that which rules require, read from its text. It looks for words, days and addresses; whether a reason is
 * a good one it cannot tell.
 */
final class SaidInLetters {

    private static final Pattern REASON =
            words("because|since we|the reason|reasons|due to|as a result|owing to|this is why|turned out"
                    + "|porque|ya que|debido a|motivos?|la razón|razones|a causa de|puesto que|dado que|por eso"
                    + "|parce qu\\p{L}*|car|en raison|la raison|raisons|le motif|motifs|puisque|du fait|à cause"
                    + "|потому что|поскольку|так как|из-за|причин\\p{L}*|в связи с|оказалось|дело в том");

    private static final Pattern BODY =
            words("ombudsman|mediator|mediation|arbitrat\\p{L}*|dispute resolution|supervisory authority"
                    + "|outside body|regulator|data protection authority"
                    + "|defensor\\p{L}*|mediación|mediador\\p{L}*|arbitraje|autoridad\\p{L}*|junta arbitral|agencia española"
                    + "|médiateur\\p{L}*|médiatrice|médiation|autorité\\p{L}*|conciliateur\\p{L}*"
                    + "|роспотребнадзор\\p{L}*|омбудсмен\\p{L}*|уполномоченн\\p{L}*|надзор\\p{L}*|роскомнадзор\\p{L}*|суд|суда|посредник\\p{L}*"
                    + "|schlichtungsstelle|arbitro bancario");

    private static final Pattern ADDRESS =
            Pattern.compile("(https?://|www\\.)\\S+|\\b[a-z0-9-]+\\.(org|com|gov|eu|es|fr|ru|de|it|uk|au|ca)\\b");

    private static final String NUMBER =
            "(\\d+|one|two|three|six|eight|twelve|fifteen|uno?|dos|tres|seis|ocho|doce|quince"
                    + "|une?|deux|trois|six|huit|douze|quinze"
                    + "|од\\p{L}+|дву\\p{L}*|тр[её]\\p{L}*|шест\\p{L}*|восьм\\p{L}*|двенадцат\\p{L}*|пятнадцат\\p{L}*)";

    private static final Pattern LIMIT =
            words(NUMBER + "[\\s\\p{Z}]+(months?|years?|meses|mes|años?|mois|ans?|месяц\\p{L}*|год\\p{L}*|лет)");

    private static final Pattern SPAN = words(
            NUMBER
                    + "[\\s\\p{Z}]+((business|working|calendar|hábiles|ouvrés|ouvrables|рабоч\\p{L}*|календарн\\p{L}*)[\\s\\p{Z}]+)?"
                    + "(days?|weeks?|months?|días?|semanas?|meses|mes|jours?|semaines?|mois|дн\\p{L}*|день|недел\\p{L}*|месяц\\p{L}*)");

    private SaidInLetters() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])(" + alternatives + ")(?![\\p{L}\\p{N}])");
    }

    /**
     * What a letter says.
     *
     * @param sent the day on which it left
     * @param regimes the rules of its case, whose outside bodies it may name
     */
    static Set<LetterContent> in(String text, String language, LocalDate sent, List<Regime> regimes) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Z}]+", " ");
        Set<LetterContent> said = EnumSet.noneOf(LetterContent.class);
        boolean day = namesLaterDay(text, language, sent);
        add(said, LetterContent.REASONS, REASON.matcher(plain).find());
        add(said, LetterContent.NEXT_DAY, day);
        add(said, LetterContent.DEADLINES, day || SPAN.matcher(plain).find());
        List<Regime.Referral> bodies = regimes.stream()
                .map(Regime::referral)
                .filter(java.util.Objects::nonNull)
                .toList();
        boolean named = bodies.isEmpty()
                ? BODY.matcher(plain).find()
                : bodies.stream().anyMatch(body -> plain.contains(body.name().toLowerCase(Locale.ROOT)));
        add(said, LetterContent.REFERRAL, named);
        boolean reached = bodies.isEmpty()
                ? ADDRESS.matcher(plain).find()
                : bodies.stream().anyMatch(body -> plain.contains(host(body.web())));
        add(said, LetterContent.REFERRAL_ADDRESS, named && reached);
        add(said, LetterContent.REFERRAL_LIMIT, named && LIMIT.matcher(plain).find());
        return said;
    }

    private static void add(Set<LetterContent> said, LetterContent content, boolean isSaid) {
        if (isSaid) {
            said.add(content);
        }
    }

    private static String host(String web) {
        String host = URI.create(web).getHost();
        return (host == null ? web : host).replaceFirst("^www\\.", "").toLowerCase(Locale.ROOT);
    }

    private static boolean namesLaterDay(String text, String language, LocalDate sent) {
        Language written = language(language);
        if (written == null) {
            return false;
        }
        return FactReader.read(text, written, sent).dates().stream()
                .map(DateFact::value)
                .anyMatch(day -> day != null && day.isAfter(sent));
    }

    private static @Nullable Language language(String code) {
        for (Language language : Language.values()) {
            if (language.code().equals(code)) {
                return language;
            }
        }
        return null;
    }
}
