package org.amends.server.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.amends.server.message.SentFile;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Files as they come with a form: how many, how large, and of which kind they may be. */
record FormFiles(List<SentFile> files, @Nullable String fault) {

    static final int MOST = 10;
    static final int LARGEST_MEGABYTES = 10;
    static final int LARGEST_TOGETHER_MEGABYTES = 25;

    private static final long MEGABYTE = 1024L * 1024;

    /** Those that hold something; none where something is wrong with one. */
    static FormFiles of(@Nullable List<MultipartFile> sent) throws IOException {
        List<SentFile> files = new ArrayList<>();
        long together = 0;
        for (MultipartFile each : sent == null ? List.<MultipartFile>of() : sent) {
            if (each.isEmpty()) {
                continue;
            }
            together += each.getSize();
            if (files.size() == MOST) {
                return new FormFiles(List.of(), "many");
            }
            if (each.getSize() > LARGEST_MEGABYTES * MEGABYTE || together > LARGEST_TOGETHER_MEGABYTES * MEGABYTE) {
                return new FormFiles(List.of(), "large");
            }
            SentFile file = new SentFile(name(each), type(each), false, each.getBytes());
            if (file.refused() != null) {
                return new FormFiles(List.of(), "kind");
            }
            files.add(file);
        }
        return new FormFiles(List.copyOf(files), null);
    }

    /** Without the folders that some browsers send along. */
    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static String type(MultipartFile file) {
        return file.getContentType() == null ? "" : file.getContentType();
    }
}
