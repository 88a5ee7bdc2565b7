package io.tidewatch.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.test.Golden;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ErrorReferenceTest {

    @Test
    void referenceListsEveryCode() {
        StringBuilder page = new StringBuilder("""
                # Errors

                Every error of the REST API is a problem document (RFC 9457, `application/problem+json`). Its `code` is one of
                these and never changes its meaning. `violations` names the fields that break a rule; `traceId` finds the
                request in the server's log. 429 and 503 carry `Retry-After`.

                This page is generated from `ErrorCode`.

                | Code | Status | Kind | Meaning |
                | --- | --- | --- | --- |
                """);
        for (ErrorCode code : ErrorCode.values()) {
            page.append("| <a id=\"%s\"></a>`%s` | %d | %s | %s |\n"
                    .formatted(code.code(), code.code(), code.status(), code.kind(), code.description()));
        }
        Golden.assertUpToDate("docs/reference/errors.md", page.toString());
    }

    @Test
    void everyCodeExplainsItself() {
        assertThat(ErrorCode.values()).allSatisfy(code -> {
            assertThat(code.title()).isNotBlank();
            assertThat(code.description()).endsWith(".").doesNotContain("|", "<", "&");
            assertThat(code.status()).isBetween(400, 599);
            assertThat(code.kind() == ErrorKind.INTERNAL).isEqualTo(code.status() == 500);
            if (code.kind() == ErrorKind.EXTERNAL) {
                assertThat(code.status()).isEqualTo(503);
            }
        });
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::title)).doesNotHaveDuplicates();
        assertThat(ErrorPage.html()).contains("id=\"unauthorized\"");
    }
}
