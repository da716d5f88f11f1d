package vn.vigil.people;

import java.nio.file.Path;
import vn.vigil.base.MemberId;

/**
 * A key made here, and the request for its certificate.
 *
 * @param owner whose key; null for the department's
 * @param name whom the request names
 * @param file the key file (PKCS#12, 0600); null when the key lies on a token
 * @param token the key's label there; null when it lies in a file
 * @param request the request for the authority (PKCS#10, PEM)
 * @param changed false: it was there already
 */
public record KeyRequested(MemberId owner, String name, Path file, String token, Path request, boolean changed) {}
