package vn.vigil.secret;

/**
 * Names a secret in the vault; may be stored and printed.
 *
 * @param name lower-case ASCII letters, digits, {@code - _ . /}, 1–120 characters: {@code camera/gate-1}
 */
public record SecretRef(String name) {
    public SecretRef {
        if (name.isEmpty() || name.length() > 120) {
            throw new IllegalArgumentException("not a secret's name: length " + name.length());
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "-_./".indexOf(c) >= 0)) {
                throw new IllegalArgumentException("not a secret's name: character " + (int) c);
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
