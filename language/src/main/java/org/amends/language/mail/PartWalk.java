package org.amends.language.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Walks through the parts of a mail and gathers its text and its attachments. Each part ends up in one of them. */
final class PartWalk {

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 1000;
    private static final int MOST_CHARACTERS = 4_000_000;
    private static final int MOST_PROBLEMS = 50;
    private static final double ENOUGH_OF_HTML = 0.3;
    private static final Pattern META_CHARSET =
            Pattern.compile("<meta[^>]{0,300}?charset\\s{0,3}=\\s{0,3}[\"']?([\\w-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_HTML = Pattern.compile(
            "(?i)(?:support|view|display|show|read|open|affich|visualiz|просм|поддерж).{0,60}\\bhtml\\b|(?:html|multipart|mime).{0,60}(?:view|support|support|capab|enabled|compatible|client|reader|format)");

    final List<Attachment> attachments = new ArrayList<>();
    final List<String> types = new ArrayList<>();
    final List<String> problems;
    final StringBuilder report = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private int parts;

    /** The attachments with their bytes; null where nobody asks for them. */
    private final @Nullable List<MailFile> files;

    PartWalk(List<String> problems) {
        this(problems, null);
    }

    /** @param files to which the attachments are added with their bytes */
    PartWalk(List<String> problems, @Nullable List<MailFile> files) {
        this.problems = problems;
        this.files = files;
    }

    String text() {
        return text.toString().strip();
    }

    void walk(Part part, int depth, String standard) {
        HeaderValue type = part.type(standard);
        types.add(type.first());
        parts++;
        if (depth > DEEPEST) {
            problem("Parts lie more than %d deep in each other: the innermost are kept closed.".formatted(DEEPEST));
            attach(part, type);
        } else if (type.first().startsWith("multipart/") || type.parameter("boundary") != null) {
            multipart(part, type, depth);
        } else if (type.first().equals("message/rfc822") || type.first().equals("message/global")) {
            mailWithin(part, type, depth);
        } else if (isText(part, type)) {
            say(readable(part, type));
        } else {
            attach(part, type);
        }
    }

    private void multipart(Part part, HeaderValue type, int depth) {
        List<Part> inner = inner(part, type);
        if (inner.isEmpty()) {
            problem("A multipart has no parts: it is taken as plain text.");
            say(readable(part, HeaderValue.of("text/plain")));
        } else if (type.first().equals("multipart/alternative")) {
            alternative(inner, depth);
        } else {
            String standard = type.first().equals("multipart/digest") ? "message/rfc822" : "text/plain";
            inner.forEach(one -> walk(one, depth + 1, standard));
        }
    }

    private List<Part> inner(Part part, HeaderValue type) {
        String boundary = type.parameter("boundary");
        int left = Math.max(0, MOST_PARTS - parts);
        List<int[]> places = boundary == null || boundary.isBlank() ? List.of() : part.pieces(boundary.strip(), left);
        if (places.isEmpty() && left > 0) {
            places = part.pieces(null, left);
            if (!places.isEmpty()) {
                problem("The boundary between the parts is missing or wrong: the one in the body is taken.");
            }
        }
        if (places.size() >= left) {
            problem("There are more than %d parts: the rest of them is left out.".formatted(MOST_PARTS));
        }
        List<Part> inner = new ArrayList<>();
        for (int[] place : places) {
            inner.add(part.within(place[0], place[1], problems));
        }
        return inner;
    }

    /** The same said in several forms: plain text is taken unless it only says that one should look at the HTML. */
    private void alternative(List<Part> inner, int depth) {
        String plain = null;
        String html = null;
        List<Part> others = new ArrayList<>();
        for (Part one : inner) {
            HeaderValue type = one.type("text/plain");
            boolean attached = disposition(one).first().equals("attachment");
            if (type.first().equals("text/plain") && plain == null && !attached) {
                types.add(type.first());
                plain = readable(one, type);
            } else if (type.first().equals("text/html") && html == null && !attached) {
                types.add(type.first());
                html = readable(one, type);
            } else {
                others.add(one);
            }
        }
        say(better(plain, html));
        boolean said = plain != null || html != null;
        for (Part other : others) {
            boolean richer = other.type("text/plain").first().startsWith("multipart/");
            if (richer && plain != null) {
                alternativeWithin(other, plain, depth);
            } else if (said && isText(other, other.type("text/plain"))) {
                attach(other, other.type("text/plain"));
            } else {
                walk(other, depth + 1, "text/plain");
            }
        }
    }

    /** HTML with its pictures beside plain text: the pictures are attachments, and the HTML is text only if it says more. */
    private void alternativeWithin(Part related, String plain, int depth) {
        PartWalk within = new PartWalk(problems, files);
        within.parts = parts;
        within.walk(related, depth + 1, "text/plain");
        parts = within.parts;
        types.addAll(within.types);
        attachments.addAll(within.attachments);
        String html = within.text();
        if (!better(plain, html).equals(plain)) {
            int place = text.lastIndexOf(plain);
            if (place >= 0) {
                text.delete(place, text.length());
            }
            say(html);
        }
    }

    private static String better(@Nullable String plain, @Nullable String html) {
        if (plain == null || html == null) {
            return plain != null ? plain : html != null ? html : "";
        }
        long inPlain = letters(plain);
        long inHtml = letters(html);
        boolean refers =
                inPlain < 300 && inHtml > inPlain && NO_HTML.matcher(plain).find();
        return (inPlain == 0 && inHtml > 0) || inPlain < inHtml * ENOUGH_OF_HTML || refers ? html : plain;
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    private void mailWithin(Part part, HeaderValue type, int depth) {
        Part mail = part.mailWithin(problems);
        String subject = mail.headers().first("Subject");
        Attachment attachment = new Attachment(
                subject, type.first(), part.size(), !disposition(part).first().equals("attachment"));
        attachments.add(attachment);
        if (files != null) {
            files.add(new MailFile(attachment, part.decoded(problems)));
        }
        PartWalk within = new PartWalk(problems, files);
        within.parts = parts;
        within.walk(mail, depth + 1, "text/plain");
        parts = within.parts;
        attachments.addAll(within.attachments);
        say("---------- Forwarded message ----------\nFrom: %s\nDate: %s\nSubject: %s\n\n%s"
                .formatted(mail.headers().first("From"), mail.headers().first("Date"), subject, within.text()));
    }

    private boolean isText(Part part, HeaderValue type) {
        String kind = type.first();
        boolean plain = kind.equals("text/plain")
                || kind.equals("text/html")
                || kind.equals("text/enriched")
                || !kind.contains("/")
                || (kind.startsWith("text/") && parts == 1 && !kind.equals("text/calendar"));
        boolean attached = disposition(part).first().equals("attachment");
        boolean named = !fileName(part, type).isEmpty() && !text.isEmpty();
        return plain && !attached && !named;
    }

    private String readable(Part part, HeaderValue type) {
        byte[] bytes = part.decoded(problems);
        String said = type.parameter("charset");
        boolean html = type.first().contains("html");
        if (html && said == null) {
            Matcher meta = META_CHARSET.matcher(
                    new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1));
            said = meta.find() ? meta.group(1) : null;
        }
        CharsetJudgement.Judged judged = CharsetJudgement.decode(bytes, said);
        if (judged.doubted()) {
            problem("The text says that it is in %s and is in %s.".formatted(said, judged.charset()));
        }
        String lines = judged.text().replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "");
        if (html || type.first().equals("text/enriched")) {
            return HtmlText.of(lines, problems);
        }
        boolean deleteSpace = "yes".equalsIgnoreCase(type.parameter("delsp"));
        return FlowedText.is(type) ? FlowedText.joined(lines, deleteSpace) : lines;
    }

    private void attach(Part part, HeaderValue type) {
        byte[] bytes = part.decoded(problems);
        String kind = type.first();
        if (kind.startsWith("message/") && report.length() < 20_000) {
            String lines = new String(bytes, StandardCharsets.ISO_8859_1);
            report.append(lines, 0, Math.min(lines.length(), 20_000)).append('\n');
        }
        boolean inline =
                disposition(part).first().equals("inline") || part.headers().has("Content-ID");
        Attachment attachment = new Attachment(fileName(part, type), kind, bytes.length, inline);
        attachments.add(attachment);
        if (files != null) {
            files.add(new MailFile(attachment, bytes));
        }
    }

    private static HeaderValue disposition(Part part) {
        String value = part.headers().raw("Content-Disposition");
        return HeaderValue.of(value == null ? "" : value);
    }

    private static String fileName(Part part, HeaderValue type) {
        String name = disposition(part).parameter("filename");
        name = name == null ? type.parameter("name") : name;
        return name == null ? "" : HeaderText.decode(name, null);
    }

    private void say(String words) {
        String shown = words.strip();
        if (shown.isEmpty()) {
            return;
        }
        int room = MOST_CHARACTERS - text.length();
        if (shown.length() > room) {
            problem("The text is longer than %d characters: the rest of it is left out.".formatted(MOST_CHARACTERS));
            shown = shown.substring(0, Math.max(0, room));
        }
        text.append(text.isEmpty() ? "" : "\n\n").append(shown);
    }

    private void problem(String problem) {
        if (problems.size() < MOST_PROBLEMS && !problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
