package vn.vigil.media;

/**
 * Pictures or sound could not be written, read or decoded. The message is technical English for the log and holds no
 * secret: at most a file's name, never bytes of the stream.
 */
public final class MediaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, for the caller to judge. */
    public enum Reason {
        /** The file system has no room left (ENOSPC, EDQUOT). */
        DISK_FULL,
        /** Any other failure of reading or writing a file. */
        IO,
        /** The target exists already; evidence is never overwritten. */
        EXISTS,
        /** Parameter sets or framing that no decoder or container can work with; also more than the limits allow. */
        MALFORMED,
        /** A codec, pixel format or container that vigil does not carry. */
        UNSUPPORTED,
        /** Well-framed bytes from which the decoder got no picture. */
        UNDECODABLE,
        /** FFmpeg refused what it should not have: a fault of this package. */
        INTERNAL,
        /** The process that decodes ended over this job, see {@link Decoders}. */
        WORKER_DIED,
        /** Decoding did not come to an end in time. */
        TIMED_OUT,
        /** No process that decodes can be started on this machine now. */
        UNAVAILABLE
    }

    private final Reason reason;

    MediaException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    MediaException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Whether the decoder failed rather than the bytes: nothing is known of the picture then. */
    public boolean isDecoderFailure() {
        return reason == Reason.WORKER_DIED || reason == Reason.TIMED_OUT || reason == Reason.UNAVAILABLE;
    }
}
