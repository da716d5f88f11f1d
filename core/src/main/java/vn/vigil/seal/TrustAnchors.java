package vn.vigil.seal;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The roots that are believed, for signers and timestamp authorities alike. Immutable.
 *
 * @param roots the certificates; an empty list trusts nobody
 */
public record TrustAnchors(List<X509Certificate> roots) {
    public TrustAnchors {
        roots = List.copyOf(roots);
    }

    /**
     * Reads the roots out of PEM or DER files.
     *
     * @throws vn.vigil.base.VigilException as {@link Certificates#read}
     */
    public static TrustAnchors read(Collection<Path> files) {
        List<X509Certificate> roots = new ArrayList<>();
        for (Path file : files) {
            roots.addAll(Certificates.read(file));
        }
        return new TrustAnchors(roots);
    }
}
