package org.amends.server.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a file is, by its bytes and not by its name, and whether it may be opened. */
final class FileKind {

    private static final int LOOKED_AT = 4096;
    private static final int TAIL = 65_536;

    /** Names of what runs when it is opened, on the systems that people have. */
    private static final Set<String> PROGRAMS = Set.of(
            "exe",
            "com",
            "scr",
            "pif",
            "cpl",
            "msi",
            "msp",
            "bat",
            "cmd",
            "ps1",
            "psm1",
            "vbs",
            "vbe",
            "js",
            "jse",
            "wsf",
            "wsh",
            "hta",
            "lnk",
            "url",
            "reg",
            "jar",
            "class",
            "dll",
            "sys",
            "drv",
            "chm",
            "hlp",
            "msc",
            "gadget",
            "inf",
            "scf",
            "settingcontent-ms",
            "appref-ms",
            "application",
            "iso",
            "img",
            "vhd",
            "vhdx",
            "apk",
            "app",
            "dmg",
            "pkg",
            "deb",
            "rpm",
            "sh",
            "bash",
            "command",
            "run",
            "elf",
            "so",
            "dylib",
            "xll",
            "xlam",
            "one",
            "svg",
            "html",
            "htm",
            "xhtml",
            "mht",
            "mhtml",
            "shtml",
            "docm",
            "dotm",
            "xlsm",
            "xltm",
            "xlsb",
            "pptm",
            "potm",
            "ppam",
            "ppsm",
            "sldm");

    private record Magic(int at, String hex, String type) {}

    private static final List<Magic> BEGINNINGS = List.of(
            new Magic(0, "4d5a", "application/x-msdownload"),
            new Magic(0, "7f454c46", "application/x-executable"),
            new Magic(0, "cafebabe", "application/java-vm"),
            new Magic(0, "feedface", "application/x-mach-binary"),
            new Magic(0, "feedfacf", "application/x-mach-binary"),
            new Magic(0, "cefaedfe", "application/x-mach-binary"),
            new Magic(0, "cffaedfe", "application/x-mach-binary"),
            new Magic(0, "2321", "text/x-script"),
            new Magic(0, "4c00000001140200", "application/x-ms-shortcut"),
            new Magic(0, "4d534346", "application/vnd.ms-cab-compressed"),
            new Magic(0, "25504446", "application/pdf"),
            new Magic(0, "ffd8ff", "image/jpeg"),
            new Magic(0, "89504e470d0a1a0a", "image/png"),
            new Magic(0, "474946383961", "image/gif"),
            new Magic(0, "474946383761", "image/gif"),
            new Magic(8, "57454250", "image/webp"),
            new Magic(0, "49492a00", "image/tiff"),
            new Magic(0, "4d4d002a", "image/tiff"),
            new Magic(4, "6674797068656963", "image/heic"),
            new Magic(4, "6674797068656978", "image/heic"),
            new Magic(4, "667479706d696631", "image/heif"),
            new Magic(4, "6674797061766966", "image/avif"),
            new Magic(4, "667479704d3441", "audio/mp4"),
            new Magic(4, "66747970", "video/mp4"),
            new Magic(0, "494433", "audio/mpeg"),
            new Magic(0, "fffb", "audio/mpeg"),
            new Magic(0, "4f676753", "audio/ogg"),
            new Magic(8, "57415645", "audio/wav"),
            new Magic(0, "1a45dfa3", "video/webm"),
            new Magic(0, "d0cf11e0a1b11ae1", "application/x-ole-storage"),
            new Magic(0, "504b0304", "application/zip"),
            new Magic(0, "504b0506", "application/zip"),
            new Magic(0, "1f8b", "application/gzip"),
            new Magic(0, "526172211a07", "application/vnd.rar"),
            new Magic(0, "377abcaf271c", "application/x-7z-compressed"),
            new Magic(0, "7b5c727466", "application/rtf"),
            new Magic(0, "789f3e22", "application/vnd.ms-tnef"),
            new Magic(0, "424d", "image/bmp"));

    private static final Set<String> RUNS = Set.of(
            "application/x-msdownload",
            "application/x-executable",
            "application/java-vm",
            "application/x-mach-binary",
            "text/x-script",
            "application/x-ms-shortcut",
            "text/html",
            "image/svg+xml");

    private FileKind() {}

    /** The media type that the bytes show. */
    static String found(byte[] bytes) {
        for (Magic magic : BEGINNINGS) {
            if (begins(bytes, magic)) {
                return magic.type().equals("application/zip") ? zip(bytes) : magic.type();
            }
        }
        String start = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        String low = start.stripLeading().toLowerCase(Locale.ROOT);
        if (low.startsWith("<svg") || (low.startsWith("<?xml") && low.contains("<svg"))) {
            return "image/svg+xml";
        }
        if (low.startsWith("<!doctype html") || low.startsWith("<html") || low.contains("<script")) {
            return "text/html";
        }
        if (low.startsWith("begin:vcard")) {
            return "text/vcard";
        }
        if (low.startsWith("begin:vcalendar")) {
            return "text/calendar";
        }
        return start.indexOf('\0') < 0 ? "text/plain" : "application/octet-stream";
    }

    /** Why a file may not be opened, or null when it may. */
    static @Nullable String refused(String name, String found, byte[] bytes) {
        if (RUNS.contains(found) || PROGRAMS.contains(ending(name))) {
            return "program";
        }
        return macros(found, bytes) ? "macros" : null;
    }

    private static boolean begins(byte[] bytes, Magic magic) {
        int length = magic.hex().length() / 2;
        if (bytes.length < magic.at() + length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            int wanted = Integer.parseInt(magic.hex(), 2 * i, 2 * i + 2, 16);
            if ((bytes[magic.at() + i] & 0xff) != wanted) {
                return false;
            }
        }
        return true;
    }

    /** Office documents are zips of which the first entries tell. */
    private static String zip(byte[] bytes) {
        String text = ends(bytes);
        if (text.contains("word/document")) {
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        }
        if (text.contains("xl/workbook")) {
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        }
        if (text.contains("ppt/presentation")) {
            return "application/vnd.openxmlformats-officedocument.presentationml.presentation";
        }
        if (text.contains("application/vnd.oasis.opendocument.text")) {
            return "application/vnd.oasis.opendocument.text";
        }
        return text.contains("META-INF/MANIFEST.MF") && text.contains(".class")
                ? "application/java-vm"
                : "application/zip";
    }

    private static boolean macros(String found, byte[] bytes) {
        boolean office = found.startsWith("application/vnd.openxmlformats") || found.equals("application/zip");
        if (office) {
            return ends(bytes).contains("vbaProject.bin");
        }
        return found.equals("application/x-ole-storage") && contains(bytes, "VBA".getBytes(StandardCharsets.UTF_16LE));
    }

    /** The names in a zip stand at its beginning and, all of them, at its end. */
    private static String ends(byte[] bytes) {
        int head = Math.min(bytes.length, LOOKED_AT);
        int tail = Math.min(bytes.length - head, TAIL);
        return new String(bytes, 0, head, StandardCharsets.ISO_8859_1)
                + new String(bytes, bytes.length - tail, tail, StandardCharsets.ISO_8859_1);
    }

    private static boolean contains(byte[] bytes, byte[] sought) {
        for (int i = 0; i + sought.length <= bytes.length; i++) {
            int j = 0;
            while (j < sought.length && bytes[i + j] == sought[j]) {
                j++;
            }
            if (j == sought.length) {
                return true;
            }
        }
        return false;
    }

    /** After the last dot, in lower case; points and spaces at the end do not hide it. */
    private static String ending(String name) {
        String bare = name.strip().replaceAll("[.\\s\\u200e\\u200f\\u202a-\\u202e]+$", "");
        int dot = bare.lastIndexOf('.');
        return dot < 0 ? "" : bare.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
