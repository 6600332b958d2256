package org.amends.server.ingest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;

/**
 * An answer to a request, as it can be kept and given again.
 *
 * @param status the HTTP status
 * @param contentType what the body is
 * @param body its bytes, which nobody changes
 */
@SuppressWarnings("ArrayRecordComponent") // written once, read by the one who sends it
record Answer(int status, String contentType, byte[] body) {

    static final int OK = 200;
    static final int CREATED = 201;

    static Answer json(int status, byte[] body) {
        return new Answer(status, MediaType.APPLICATION_JSON_VALUE, body);
    }

    static Answer problem(int status, byte[] body) {
        return new Answer(status, MediaType.APPLICATION_PROBLEM_JSON_VALUE, body);
    }

    void to(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
