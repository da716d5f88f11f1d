package vn.vigil.people;

import java.nio.file.Path;

/**
 * A signing key of this site: of its trial authority, or the real one in its place.
 *
 * @param name whom its certificate names
 * @param file the key file (PKCS#12)
 * @param fingerprint SHA-256 of the certificate, lower-case hex
 * @param root the root to be handed to whoever verifies, by another way than the package
 * @param trial the trial authority issued it
 * @param unchanged it was there already
 */
public record KeyMade(String name, Path file, String fingerprint, Path root, boolean trial, boolean unchanged) {}
