package org.amends.server.ingest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes the rows of a file that were left out as a file of their own. */
final class RejectedCsv {

    /** A cell that begins with one of these is a formula to a spreadsheet. */
    private static final String FORMULA = "=+-@\t\r";

    private RejectedCsv() {}

    static void write(ImportRun run, ImportStore store, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"rejected-%s.csv\"".formatted(run.id()));
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        out.write("row,place,value,reason,remedy\r\n");
        try {
            store.eachRejection(run.id(), each -> line(out, each));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        out.flush();
    }

    private static void line(Writer out, ImportRejection rejection) {
        try {
            out.write(Long.toString(rejection.line()));
            cell(out, rejection.place());
            cell(out, rejection.value());
            cell(out, rejection.reason());
            cell(out, rejection.remedy());
            out.write("\r\n");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void cell(Writer out, String text) throws IOException {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        out.write(",\"" + safe.replace("\"", "\"\"") + "\"");
    }
}
