package vn.vigil.net;

import java.util.AbstractList;
import java.util.List;

/**
 * A block of IPv4 addresses (CIDR, RFC 4632).
 *
 * @param base its first address, as a number of 32 bits
 * @param prefix 0–32
 */
public record Ipv4Range(int base, int prefix) {
    public Ipv4Range {
        if (prefix < 0 || prefix > 32 || (base & ~mask(prefix)) != 0) {
            throw new IllegalArgumentException("not a range");
        }
    }

    /**
     * Reads {@code 192.168.1.0/24}; any address of the block may stand for it.
     *
     * @throws NetException BAD_URL when it is none
     */
    public static Ipv4Range parse(String text) throws NetException {
        int slash = text.indexOf('/');
        int prefix = slash < 0 ? -1 : number(text.substring(slash + 1), 32);
        String[] parts = (slash < 0 ? text : text.substring(0, slash)).split("\\.", -1);
        int address = 0;
        boolean good = prefix >= 0 && parts.length == 4;
        for (String part : parts) {
            int one = number(part, 255);
            good &= one >= 0;
            address = address << 8 | one & 0xff;
        }
        if (!good) {
            throw new NetException(NetException.Cause.BAD_URL, "not a range of IPv4 addresses");
        }
        return new Ipv4Range(address & mask(prefix), prefix);
    }

    /** The block of that many leading bits in which an address lies. */
    static Ipv4Range around(byte[] address, int prefix) {
        int number = 0;
        for (byte b : address) {
            number = number << 8 | b & 0xff;
        }
        return new Ipv4Range(number & mask(prefix), prefix);
    }

    private static int number(String digits, int max) {
        if (digits.isEmpty() || digits.length() > 3 || digits.length() > 1 && digits.charAt(0) == '0') {
            return -1;
        }
        int n = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            n = n * 10 + c - '0';
        }
        return n <= max ? n : -1;
    }

    private static int mask(int prefix) {
        return prefix == 0 ? 0 : -1 << 32 - prefix;
    }

    /** How many hosts can stand in it: its network and its broadcast address are none. */
    public long size() {
        long all = 1L << 32 - prefix;
        return prefix < 31 ? all - 2 : all;
    }

    /** Whether a camera can stand here at all: not in multicast, reserved or metadata addresses. */
    public boolean usable() {
        return !AddressRules.refuses(host(0)) && !AddressRules.refuses(host(size() - 1));
    }

    /** Whether this range and the other share an address. */
    public boolean overlaps(Ipv4Range other) {
        int wider = Math.min(prefix, other.prefix);
        return (base & mask(wider)) == (other.base & mask(wider));
    }

    /** Whether it lies within the addresses of private networks (RFC 1918), link-local ones or the loopback. */
    public boolean isPrivate() {
        return within(0x0a000000, 8)
                || within(0xac100000, 12)
                || within(0xc0a80000, 16)
                || within(0xa9fe0000, 16)
                || within(0x7f000000, 8);
    }

    private boolean within(int outer, int bits) {
        return prefix >= bits && (base & mask(bits)) == outer;
    }

    private String host(long index) {
        return dotted((int) (base + index + (prefix < 31 ? 1 : 0)));
    }

    /** Its hosts' addresses in order, made when they are asked for. */
    public List<String> hosts() {
        int count = (int) Math.min(Integer.MAX_VALUE, size());
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return host(index);
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    private static String dotted(int a) {
        return (a >>> 24) + "." + (a >>> 16 & 0xff) + "." + (a >>> 8 & 0xff) + "." + (a & 0xff);
    }

    @Override
    public String toString() {
        return dotted(base) + "/" + prefix;
    }
}
