package dev.svar.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses lie in the public internet: none of the special-purpose registries of IANA (RFC 6890), so not this machine,
 * its network, its carrier's network, groups, documentation and tunnels.
 */
final class PublicAddresses {
    private static final List<Network> SPECIAL_IPV4 = List.of(
            new Network("this network", 8, 0),
            new Network("private", 8, 10),
            new Network("carrier-grade NAT", 10, 100, 64),
            new Network("loopback", 8, 127),
            new Network("link-local", 16, 169, 254),
            new Network("private", 12, 172, 16),
            new Network("protocol assignments", 24, 192, 0, 0),
            new Network("documentation", 24, 192, 0, 2),
            new Network("6to4 relay", 24, 192, 88, 99),
            new Network("private", 16, 192, 168),
            new Network("benchmarks", 15, 198, 18),
            new Network("documentation", 24, 198, 51, 100),
            new Network("documentation", 24, 203, 0, 113),
            new Network("multicast", 4, 224),
            new Network("reserved, broadcast", 4, 240));

    private static final Network GLOBAL_IPV6 = new Network("global unicast", 3, 0x20);

    private static final List<Network> SPECIAL_IPV6 = List.of(
            new Network("protocol assignments, Teredo", 23, 0x20, 0x01, 0x00, 0x00),
            new Network("documentation", 32, 0x20, 0x01, 0x0d, 0xb8),
            new Network("6to4", 16, 0x20, 0x02),
            new Network("documentation", 20, 0x3f, 0xff, 0x00));

    private static final Network NAT64 = new Network("NAT64", 96, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final Network MAPPED = new Network("IPv4-mapped", 96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff);
    private static final int IPV4_IN_IPV6 = 12;

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublicIpv4(bytes);
        }
        if (NAT64.contains(bytes) || MAPPED.contains(bytes)) {
            return isPublicIpv4(Arrays.copyOfRange(bytes, IPV4_IN_IPV6, bytes.length));
        }
        return GLOBAL_IPV6.contains(bytes) && SPECIAL_IPV6.stream().noneMatch(special -> special.contains(bytes));
    }

    private static boolean isPublicIpv4(byte[] bytes) {
        return SPECIAL_IPV4.stream().noneMatch(special -> special.contains(bytes));
    }

    /** A block of addresses: those that begin with the same bits. */
    private static final class Network {
        private final int bits;
        private final int[] prefix;

        Network(String what, int bits, int... prefix) {
            if (prefix.length * Byte.SIZE < bits) {
                throw new IllegalArgumentException(what + " has too short a prefix");
            }
            this.bits = bits;
            this.prefix = prefix;
        }

        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int at = bit / Byte.SIZE;
                int mask = 0x80 >> bit % Byte.SIZE;
                if ((address[at] & mask) != (prefix[at] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
