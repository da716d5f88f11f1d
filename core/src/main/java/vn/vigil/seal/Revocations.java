package vn.vigil.seal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.Deadline;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.net.HttpReply;
import vn.vigil.net.HttpRequest;
import vn.vigil.net.NetException;

/**
 * Where revocation lists come from while a seal is made: the distribution points that the certificates name (HTTP), the files
 * {@code *.crl} of one folder, and the anchors' own. Each address is asked once, whatever it answered; so one object serves one
 * procedure, of however many packages. Only addresses in certificates under a trusted root are asked, and so loopback and the inner
 * network are allowed as for a timestamp authority. Nothing here throws for a list that is not to be had. For one thread.
 */
public final class Revocations {
    /** How long all lists together may take when nothing else is set. */
    public static final Duration DEADLINE = Duration.ofSeconds(15);

    /** Most bytes of one list; large authorities of Vietnam have some 100,000 entries of 37 bytes. */
    static final int LIMIT = 8 << 20;

    private static final Duration ONE = Duration.ofSeconds(8);

    private final World world;
    private final Path folder;
    private final TrustAnchors anchors;
    private final Duration allowed;
    private final Map<String, List<X509CRL>> asked = new HashMap<>();
    private final Map<X509Certificate, Message> failures = new HashMap<>();
    private Deadline deadline;

    /**
     * @param folder holds {@code *.crl} files, PEM or DER; null or missing for none
     * @param anchors the roots under which certificates are believed
     * @param allowed for all addresses together, from the first one on
     */
    public Revocations(World world, Path folder, TrustAnchors anchors, Duration allowed) {
        this.world = world;
        this.folder = folder;
        this.anchors = anchors;
        this.allowed = allowed;
    }

    /** With the usual {@link #DEADLINE}. */
    public Revocations(World world, Path folder, TrustAnchors anchors) {
        this(world, folder, anchors, DEADLINE);
    }

    /** The roots under which certificates are believed. */
    public TrustAnchors anchors() {
        return anchors;
    }

    /** All lists to be had for the certificates of a path; not yet judged. */
    Crls lists(List<X509Certificate> path) {
        Set<X509CRL> found = new LinkedHashSet<>(anchors.lists());
        found.addAll(folder());
        for (int i = 0; i + 1 < path.size(); i++) {
            X509Certificate c = path.get(i);
            for (String place : Distribution.places(c)) {
                WebAddress address = web(place);
                if (address != null) {
                    List<X509CRL> lists = asked.computeIfAbsent(place, p -> fetch(address));
                    found.addAll(lists);
                    if (!lists.isEmpty()) {
                        break;
                    }
                    failures.put(
                            c,
                            SealText.LIST_NOT_HAD.with(
                                    CertificateFacts.of(c).name(),
                                    address.endpoint().toString()));
                }
            }
        }
        return new Crls(found);
    }

    /** Why there is no list for this certificate, as far as the network tells; null when it has nothing to tell. */
    Message failure(X509Certificate c) {
        return failures.get(c);
    }

    private List<X509CRL> folder() {
        List<X509CRL> found = new ArrayList<>();
        if (folder == null || !Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.crl")) {
            for (Path file : files) {
                found.addAll(TrustAnchors.lists(file));
            }
        } catch (IOException | DirectoryIteratorException | VigilException e) {
            return found; // what cannot be read is not known
        }
        return found;
    }

    private static WebAddress web(String place) {
        try {
            return WebAddress.of(URI.create(place));
        } catch (IllegalArgumentException e) {
            return null; // LDAP names with blanks, for one
        }
    }

    private List<X509CRL> fetch(WebAddress address) {
        deadline = deadline == null ? Deadline.in(world, allowed) : deadline;
        Deadline own = deadline.within(ONE);
        if (own.passed()) {
            return List.of();
        }
        try {
            HttpRequest request = new HttpRequest("GET", address.target(), Map.of(), new byte[0], LIMIT);
            HttpReply reply = address.send(world, request, own);
            return reply.status() == 200 ? Crls.read(reply.body()) : List.of();
        } catch (NetException | RuntimeException e) {
            return List.of();
        }
    }
}
