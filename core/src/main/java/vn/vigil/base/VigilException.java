package vn.vigil.base;

import java.util.ArrayList;
import java.util.List;

/**
 * A failure told in three sentences: what, why, and what to do next. The {@linkplain #id() id} is stable over versions and
 * languages. No sentence ever holds a secret.
 */
public final class VigilException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final String id;
    private final transient Message what;
    private final transient List<Message> why = new ArrayList<>();
    private final transient List<Message> next = new ArrayList<>();

    /**
     * @param kind decides the exit code
     * @param id stable name, {@code VG-<AREA>-<WHAT>}
     * @param what the first line: what could not be done
     */
    public VigilException(ErrorKind kind, String id, Message what) {
        super(id);
        this.kind = kind;
        this.id = id;
        this.what = what;
    }

    /** Adds a reason; several may stand (all faults of one input are told at once). */
    public VigilException why(Message reason) {
        why.add(reason);
        return this;
    }

    /** Adds a next step, by custom a command the user can run. */
    public VigilException next(Message step) {
        next.add(step);
        return this;
    }

    /** Keeps the technical cause for the log file; it is never printed. */
    public VigilException causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    public ErrorKind kind() {
        return kind;
    }

    public String id() {
        return id;
    }

    public Message what() {
        return what;
    }

    public List<Message> why() {
        return List.copyOf(why);
    }

    public List<Message> next() {
        return List.copyOf(next);
    }
}
