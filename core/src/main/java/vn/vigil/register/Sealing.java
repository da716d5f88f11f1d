package vn.vigil.register;

import java.time.Instant;
import vn.vigil.people.KeyCabinet;
import vn.vigil.seal.Cades;

/** The department's signature over a scan. Apart, so that numbering loads no seal. */
final class Sealing {
    private Sealing() {}

    /** A detached signature (CAdES), DER; null when the site has no department key. */
    static byte[] sign(KeyCabinet keys, byte[] content, Instant now) {
        return keys.hasDepartmentKey() ? Cades.sign(content, keys.sealer(null, null), now) : null;
    }
}
