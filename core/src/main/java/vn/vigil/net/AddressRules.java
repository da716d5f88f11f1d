package vn.vigil.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.vigil.base.Deadline;

/**
 * Which address may be contacted on behalf of one registered host. Only that host is allowed; its name is resolved once and
 * the address kept for as long as these rules live, so that a name which changes its answer (DNS rebinding) changes nothing.
 *
 * <p>Loopback and link-local addresses are refused unless the registered host is itself such an address, written out
 * ({@code 127.0.0.1}, {@code ::1}, {@code fe80::1%eth0}) or {@code localhost}. Unspecified, multicast, broadcast and reserved
 * addresses and the metadata services of cloud hosts are refused always. IPv6 forms that carry an IPv4 address (mapped,
 * compatible, NAT64, 6to4, Teredo) are judged by that address too. Safe for several threads.
 */
public final class AddressRules {
    private final String registered;
    private InetAddress pinned;

    private AddressRules(String registered) {
        this.registered = registered;
    }

    /**
     * Rules for one host.
     *
     * @param registeredHost name or literal address from the inventory, IPv6 with or without brackets
     */
    public static AddressRules of(String registeredHost) {
        return new AddressRules(canonical(registeredHost));
    }

    /** The one host that may be contacted, in lower case, IPv6 without brackets. */
    public String host() {
        return registered;
    }

    /** Whether {@code host} is the registered one, letter case and brackets aside. */
    public boolean allows(String host) {
        return canonical(host).equals(registered);
    }

    /**
     * The address to connect to.
     *
     * @throws NetException UNRESOLVED, TIMEOUT, or FORBIDDEN_ADDRESS when the host is another one or any of its addresses
     *     is refused
     */
    public synchronized InetAddress resolve(String host, Deadline deadline) throws NetException {
        if (!allows(host)) {
            throw new NetException(NetException.Cause.FORBIDDEN_ADDRESS, "not the registered host: " + host);
        }
        if (pinned == null) {
            InetAddress[] all = lookUp(registered, deadline);
            check(registered, all);
            pinned = all[0];
        }
        return pinned;
    }

    /** Whether {@link #resolve} answers at once: the host is written as an address, no resolver has to be asked. */
    boolean literal() {
        return isDottedQuad(registered) || registered.indexOf(':') >= 0;
    }

    /**
     * Whether a host as a person wrote it can never be contacted: an address of a refused kind, or one in disguise. Asks no
     * resolver; a name is judged when it is resolved.
     */
    public static boolean refuses(String writtenHost) {
        String host = canonical(writtenHost);
        boolean literal = isDottedQuad(host) || host.indexOf(':') >= 0;
        if (!literal) {
            return isNumeric(host);
        }
        try {
            check(host, InetAddress.getByName(host));
            return false;
        } catch (NetException e) {
            return true;
        } catch (UnknownHostException e) {
            return false; // a link-local address with an interface that this machine has not
        }
    }

    /** Judges the addresses a name stands for: one bad apple refuses the name. */
    static void check(String host, InetAddress... addresses) throws NetException {
        boolean named = host.equals("localhost") || isDottedQuad(host) || host.indexOf(':') >= 0;
        for (InetAddress address : addresses) {
            boolean mapped = host.indexOf(':') >= 0 && address instanceof Inet4Address;
            Kind kind = kind(address);
            if (kind == Kind.NEVER || kind == Kind.LOCAL && (!named || mapped)) {
                throw new NetException(
                        NetException.Cause.FORBIDDEN_ADDRESS,
                        host + " leads to " + address.getHostAddress() + ", which may not be contacted");
            }
        }
    }

    private static InetAddress[] lookUp(String host, Deadline deadline) throws NetException {
        boolean literal = isDottedQuad(host) || host.indexOf(':') >= 0;
        if (!literal && isNumeric(host)) {
            // 2130706433, 0x7f.1, 017700000001: spellings of an address that only serve to hide it.
            throw new NetException(NetException.Cause.FORBIDDEN_ADDRESS, "not an address in its usual form: " + host);
        }
        try {
            if (literal) {
                return new InetAddress[] {InetAddress.getByName(host)};
            }
            // The resolver knows no deadline; a thread of its own may outlive us, the caller does not wait for it.
            CompletableFuture<InetAddress[]> answer = new CompletableFuture<>();
            Thread asker = new Thread(
                    () -> {
                        try {
                            answer.complete(InetAddress.getAllByName(host));
                        } catch (UnknownHostException | RuntimeException e) {
                            answer.completeExceptionally(e);
                        }
                    },
                    "resolve");
            asker.setDaemon(true);
            asker.start();
            return answer.get(deadline.leftMillis(), TimeUnit.MILLISECONDS);
        } catch (UnknownHostException | ExecutionException e) {
            throw new NetException(NetException.Cause.UNRESOLVED, "no address for " + host);
        } catch (TimeoutException e) {
            throw new NetException(NetException.Cause.TIMEOUT, "no answer about the name " + host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NetException(NetException.Cause.CLOSED, "interrupted");
        }
    }

    private enum Kind {
        FINE,
        LOCAL,
        NEVER
    }

    private static Kind kind(InetAddress address) {
        byte[] b = address.getAddress();
        return b.length == 4 ? kind4(b, 0) : kind6(b);
    }

    /** Special-purpose ranges of RFC 6890, and the metadata service at 169.254.169.254. */
    private static Kind kind4(byte[] b, int at) {
        int first = b[at] & 0xff;
        int second = b[at + 1] & 0xff;
        if (first == 0 || first >= 224) {
            return Kind.NEVER;
        }
        if (first == 127) {
            return Kind.LOCAL;
        }
        if (first == 169 && second == 254) {
            return b[at + 2] == (byte) 169 && b[at + 3] == (byte) 254 ? Kind.NEVER : Kind.LOCAL;
        }
        // Alibaba's metadata service sits in shared address space.
        return first == 100 && second == 100 && b[at + 2] == (byte) 100 && b[at + 3] == (byte) 200
                ? Kind.NEVER
                : Kind.FINE;
    }

    private static Kind kind6(byte[] b) {
        if (startsWith(b, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) {
            boolean loopback = b[12] == 0 && b[13] == 0 && b[14] == 0 && b[15] == 1;
            return loopback ? Kind.LOCAL : Kind.NEVER; // :: itself and the deprecated IPv4-compatible form
        }
        if (startsWith(b, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff)) {
            return refused(kind4(b, 12));
        }
        if (startsWith(b, 0, 0x64, 0xff, 0x9b)) { // NAT64, RFC 6052 and RFC 8215
            return refused(kind4(b, 12));
        }
        if (startsWith(b, 0x20, 0x02)) { // 6to4
            return refused(kind4(b, 2));
        }
        if (startsWith(b, 0x20, 0x01, 0, 0)) { // Teredo hides the address behind an exclusive or
            byte[] client = {(byte) ~b[12], (byte) ~b[13], (byte) ~b[14], (byte) ~b[15]};
            return refused(kind4(client, 0));
        }
        if (startsWith(b, 0xff) || startsWith(b, 0xfd, 0, 0x0e, 0xc2) && b[14] == 2 && b[15] == 0x54) {
            return Kind.NEVER; // multicast; the metadata service at fd00:ec2::254
        }
        return (b[0] & 0xff) == 0xfe && (b[1] & 0xc0) == 0x80 ? Kind.LOCAL : Kind.FINE;
    }

    /** What is only local when written plainly is refused when it comes in disguise. */
    private static Kind refused(Kind inner) {
        return inner == Kind.FINE ? Kind.FINE : Kind.NEVER;
    }

    private static boolean startsWith(byte[] b, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((b[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDottedQuad(String host) {
        int parts = 0;
        int start = 0;
        for (int i = 0; i <= host.length(); i++) {
            if (i < host.length() && host.charAt(i) != '.') {
                if (host.charAt(i) < '0' || host.charAt(i) > '9') {
                    return false;
                }
                continue;
            }
            int length = i - start;
            if (length < 1
                    || length > 3
                    || length > 1 && host.charAt(start) == '0'
                    || Integer.parseInt(host.substring(start, i)) > 255) {
                return false;
            }
            parts++;
            start = i + 1;
        }
        return parts == 4;
    }

    /** Whether the last label begins with a digit: no host name of the DNS does, every spelling of an IPv4 address does. */
    private static boolean isNumeric(String host) {
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        int dot = bare.lastIndexOf('.');
        return dot + 1 >= bare.length() || Character.isDigit(bare.charAt(dot + 1));
    }

    private static String canonical(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return bare.toLowerCase(Locale.ROOT);
    }
}
