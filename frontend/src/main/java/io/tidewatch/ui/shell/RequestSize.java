package io.tidewatch.ui.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Only uploads may be large: what a page sends otherwise is held in memory, and is small. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestSize extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1;

    private static final long MAX_BYTES = 1_048_576;
    private static final String UPLOADS = "/VAADIN/dynamic/";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean upload = request.getRequestURI().startsWith(UPLOADS);
        boolean chunked = request.getHeader("Transfer-Encoding") != null;
        if (!upload && (chunked || request.getContentLengthLong() > MAX_BYTES)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        chain.doFilter(request, response);
    }
}
