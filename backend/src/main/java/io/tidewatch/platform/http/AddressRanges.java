package io.tidewatch.platform.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Addresses and address ranges in CIDR form, such as {@code 10.0.0.0/8} or {@code ::1}. Names are never looked up. */
record AddressRanges(List<Range> ranges) {

    AddressRanges {
        ranges = List.copyOf(ranges);
    }

    /**
     * Reads ranges.
     *
     * @throws IllegalArgumentException for a text that is neither an address nor a range of addresses
     */
    static AddressRanges of(List<String> texts) {
        return new AddressRanges(texts.stream().map(Range::of).toList());
    }

    /** True if the text is an address in one of the ranges. */
    boolean contain(String text) {
        return address(text)
                .filter(address -> ranges.stream().anyMatch(range -> range.contains(address)))
                .isPresent();
    }

    /**
     * Who sent a request. Each proxy appends the address that it was called from, so the list is read from its end, as long
     * as the next address was written by a trusted proxy. What stands further left anybody could have written.
     *
     * @param peer the other end of the connection
     * @param forwardedFor the values of X-Forwarded-For in order
     */
    String client(String peer, List<String> forwardedFor) {
        List<String> hops = new ArrayList<>();
        for (String value : forwardedFor) {
            hops.addAll(Arrays.asList(value.split(",", -1)));
        }
        String client = peer;
        for (int i = hops.size() - 1; i >= 0 && contain(client); i--) {
            Optional<InetAddress> hop = address(hops.get(i).strip());
            if (hop.isEmpty()) {
                break;
            }
            client = hop.get().getHostAddress();
        }
        return client;
    }

    private static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** One range: the addresses that share the first bits. */
    record Range(InetAddress first, int bits) {

        static Range of(String text) {
            int slash = text.indexOf('/');
            InetAddress first = InetAddress.ofLiteral(
                    slash < 0 ? text.strip() : text.substring(0, slash).strip());
            int all = first.getAddress().length * 8;
            int bits =
                    slash < 0 ? all : Integer.parseInt(text.substring(slash + 1).strip());
            if (bits < 0 || bits > all) {
                throw new IllegalArgumentException(text + " is no range of addresses: /0 to /" + all);
            }
            return new Range(first, bits);
        }

        boolean contains(InetAddress address) {
            byte[] own = first.getAddress();
            byte[] other = address.getAddress();
            if (own.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((own[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
