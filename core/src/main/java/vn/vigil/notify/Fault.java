package vn.vigil.notify;

import vn.vigil.base.Message;

/**
 * What went wrong in an attempt.
 *
 * @param code SMTP reply, HTTP status or exit code; 0 where there is none
 */
public record Fault(SendFault kind, int code) {
    /** The word in the store and in machine forms: {@code timeout}, {@code http-status 500}. */
    public String word() {
        return code == 0 ? kind.id() : kind.id() + " " + code;
    }

    /** The sentence for people. */
    public Message sentence() {
        return code == 0 ? kind.with() : kind.with(code);
    }

    static Fault of(SendFault kind) {
        return new Fault(kind, 0);
    }

    /** Reads {@link #word()}; null stands for null. */
    static Fault parse(String word) {
        if (word == null) {
            return null;
        }
        int blank = word.indexOf(' ');
        return blank < 0
                ? of(SendFault.of(word))
                : new Fault(SendFault.of(word.substring(0, blank)), Integer.parseInt(word.substring(blank + 1)));
    }
}
