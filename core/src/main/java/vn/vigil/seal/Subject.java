package vn.vigil.seal;

/**
 * Whom a certificate names. Written as UTF8String, so Vietnamese names stay whole.
 *
 * @param commonName the person's or department's name; not blank
 * @param unit organisational unit, or null
 * @param organisation the organisation, or null
 * @param number what tells two people of one name apart (staff number, member id), or null
 */
public record Subject(String commonName, String unit, String organisation, String number) {
    public Subject {
        if (commonName == null || commonName.isBlank()) {
            throw new IllegalArgumentException("a certificate names somebody");
        }
    }
}
