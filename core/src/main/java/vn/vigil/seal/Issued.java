package vn.vigil.seal;

import java.nio.file.Path;
import java.security.cert.X509Certificate;

/**
 * A fresh key with its certificate.
 *
 * @param p12 the key file, mode 0600
 * @param certificate its certificate
 */
public record Issued(Path p12, X509Certificate certificate) {}
