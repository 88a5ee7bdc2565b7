package io.tidewatch.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** X-Forwarded-For counts only as far as trusted proxies wrote it. */
class AddressRangesTest {

    private final AddressRanges trusted = AddressRanges.of(List.of("127.0.0.1", "10.1.0.0/16", "fd00::/8"));

    @Test
    void withoutATrustedProxyTheConnectionCounts() {
        assertThat(trusted.client("203.0.113.9", List.of("198.51.100.1"))).isEqualTo("203.0.113.9");
        assertThat(AddressRanges.of(List.of()).client("127.0.0.1", List.of("198.51.100.1")))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void theNearestAddressBehindTrustedProxiesCounts() {
        assertThat(trusted.client("127.0.0.1", List.of("198.51.100.1"))).isEqualTo("198.51.100.1");
        assertThat(trusted.client("127.0.0.1", List.of("198.51.100.1, 10.1.2.3")))
                .isEqualTo("198.51.100.1");
        assertThat(trusted.client("127.0.0.1", List.of("198.51.100.1", "10.1.2.3")))
                .as("several header lines")
                .isEqualTo("198.51.100.1");
    }

    @Test
    void whatASenderMadeUpIsNotBelieved() {
        assertThat(trusted.client("127.0.0.1", List.of("192.0.2.66, 198.51.100.1")))
                .isEqualTo("198.51.100.1");
        assertThat(trusted.client("127.0.0.1", List.of("192.0.2.66, 203.0.113.5, 10.1.2.3")))
                .isEqualTo("203.0.113.5");
        assertThat(trusted.client("127.0.0.1", List.of("<script>"))).isEqualTo("127.0.0.1");
        assertThat(trusted.client("127.0.0.1", List.of("198.51.100.1, nonsense, 10.1.2.3")))
                .isEqualTo("10.1.2.3");
        assertThat(trusted.client("127.0.0.1", List.of(""))).isEqualTo("127.0.0.1");
    }

    @Test
    void rangesEndWhereTheirBitsEnd() {
        assertThat(trusted.contain("10.1.255.255")).isTrue();
        assertThat(trusted.contain("10.2.0.0")).isFalse();
        assertThat(trusted.contain("fdff::1")).isTrue();
        assertThat(trusted.contain("fe00::1")).isFalse();
        assertThat(trusted.contain("::1")).isFalse();
        assertThat(trusted.contain("localhost")).as("no name is looked up").isFalse();
    }

    @Test
    void refusesWhatIsNoRange() {
        assertThatThrownBy(() -> AddressRanges.of(List.of("example.org"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AddressRanges.of(List.of("10.0.0.0/33"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AddressRanges.of(List.of("10.0.0.0/x"))).isInstanceOf(IllegalArgumentException.class);
    }
}
