package vn.vigil.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The roots that are believed, for signers and timestamp authorities alike, and what the one who believes them knows of revoked
 * certificates. Immutable.
 *
 * @param roots the certificates; an empty list trusts nobody
 * @param lists revocation lists; each counts only where the key of a certificate's issuer signed it
 */
public record TrustAnchors(List<X509Certificate> roots, List<X509CRL> lists) {
    public TrustAnchors {
        roots = List.copyOf(roots);
        lists = List.copyOf(lists);
    }

    public TrustAnchors(List<X509Certificate> roots) {
        this(roots, List.of());
    }

    /**
     * Reads roots and revocation lists out of PEM or DER files.
     *
     * @throws vn.vigil.base.VigilException as {@link Certificates#read}, for a file that holds neither and is not
     *     named {@code *.crl}
     */
    public static TrustAnchors read(Collection<Path> files) {
        List<X509Certificate> roots = new ArrayList<>();
        List<X509CRL> lists = new ArrayList<>();
        for (Path file : files) {
            List<X509CRL> found = lists(file);
            lists.addAll(found);
            // A list that is no list (a web page that was downloaded for one) leaves its issuer unknown, and stops
            // nobody.
            boolean optional = !found.isEmpty() || file.toString().endsWith(".crl");
            roots.addAll(optional ? Certificates.found(file) : Certificates.read(file));
        }
        return new TrustAnchors(roots, lists);
    }

    /** These and others. */
    public TrustAnchors and(TrustAnchors others) {
        List<X509Certificate> allRoots = new ArrayList<>(roots);
        allRoots.addAll(others.roots);
        List<X509CRL> allLists = new ArrayList<>(lists);
        allLists.addAll(others.lists);
        return new TrustAnchors(allRoots, allLists);
    }

    static List<X509CRL> lists(Path file) {
        try {
            return Files.size(file) > Revocations.LIMIT ? List.of() : Crls.read(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw Faults.io(file, e);
        }
    }
}
