package io.tidewatch.clickhouse.embedded.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidewatch.clickhouse.embedded.http.HttpException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parameters behind the question mark of an address. Values stay bytes: they need not be text in UTF-8. */
final class UrlParameters {

    private UrlParameters() {}

    static List<Map.Entry<String, byte[]>> parse(String query) throws HttpException {
        List<Map.Entry<String, byte[]>> parameters = new ArrayList<>();
        for (int start = 0; start < query.length(); ) {
            int end = query.indexOf('&', start);
            end = end < 0 ? query.length() : end;
            int equals = query.indexOf('=', start);
            if (equals < 0 || equals > end) {
                equals = end;
            }
            if (end > start) {
                String name = new String(decode(query, start, equals), UTF_8);
                parameters.add(Map.entry(name, decode(query, Math.min(equals + 1, end), end)));
            }
            start = end + 1;
        }
        return parameters;
    }

    private static byte[] decode(String text, int start, int end) throws HttpException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '+') {
                bytes.write(' ');
            } else if (c == '%') {
                int high = i + 2 <= end - 1 ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = i + 2 <= end - 1 ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw new HttpException(400, "A parameter of the address is not encoded correctly");
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toByteArray();
    }
}
