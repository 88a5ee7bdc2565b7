package io.tidewatch.clickhouse.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDoorTest {

    @Test
    void answersPing() {
        assertThat(SharedEngine.get("/ping").body()).isEqualTo("Ok.\n");
        assertThat(SharedEngine.get("/").body()).isEqualTo("Ok.\n");
        assertThat(SharedEngine.get("/play").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: 127.0.0.1.evil.example",
                "Host: ",
                "Host: 127.0.0.1\r\nOrigin: http://evil.example",
                "Host: 127.0.0.1\r\nSec-Fetch-Site: cross-site"
            })
    void refusesWebPages(String headers) throws IOException {
        assertThat(raw("POST / HTTP/1.1\r\n" + headers + "\r\nContent-Length: 8\r\n\r\nSELECT 1"))
                .matches("(?s)HTTP/1.1 (403|421) .*")
                .contains("Connection: Close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST:8123", "[::1]:8123"})
    void answersToItsOwnNames(String host) throws IOException {
        assertThat(raw("POST / HTTP/1.1\r\nHost: " + host
                        + "\r\nConnection: close\r\nContent-Length: 8\r\n\r\nSELECT 7"))
                .startsWith("HTTP/1.1 200 OK")
                .endsWith("7\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPDY\r\n\r\n",
                "GET http://127.0.0.1/ HTTP/1.1\r\n\r\n",
                "GET / HTTP/2\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /?query=%G1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST / HTTP/1.1\r\nno header\r\n\r\n"
            })
    void refusesWhatIsNoRequest(String text) throws IOException {
        assertThat(raw(text)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void getMayOnlyRead() {
        assertThat(SharedEngine.get("/?query=SELECT%201").statusCode()).isEqualTo(200);
        for (String sql : new String[] {
            "DROP%20DATABASE%20default",
            "CREATE%20DATABASE%20x",
            "SET%20max_threads=1",
            "INSERT%20INTO%20t%20VALUES%20(1)"
        }) {
            assertThat(SharedEngine.get("/?query=" + sql).headers().firstValue("X-ClickHouse-Exception-Code"))
                    .as(sql)
                    .contains("164");
        }
    }

    @Test
    void connectionsAreUsedAgainAndRequestsMayFollowEachOtherAtOnce() throws IOException {
        String one = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8\r\n\r\nSELECT 1";
        String two = String.join(
                "\r\n",
                "POST / HTTP/1.1",
                "Host: localhost",
                "Transfer-Encoding: chunked",
                "",
                "3",
                "SEL",
                "5;x=y",
                "ECT 2",
                "0",
                "Trailer: x",
                "",
                "");
        String three = "GET /ping HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        assertThat(raw(one + two + three)).containsSubsequence("\r\n\r\n1\n", "\r\n\r\n2\n", "\r\n\r\nOk.\n");
    }

    private static String raw(String request) throws IOException {
        try (Socket client = new Socket(
                InetAddress.getLoopbackAddress(), SharedEngine.engine().url().getPort())) {
            client.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(client.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
