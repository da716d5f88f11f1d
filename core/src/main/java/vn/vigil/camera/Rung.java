package vn.vigil.camera;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import vn.vigil.base.MessageKey;

/**
 * One rung of the ladder that a conversation with a camera climbs.
 *
 * @param took how long it took; null when it was not tried
 * @param trouble what is wrong; also why nothing could be said; null when there is nothing to say
 * @param facts what was seen, in the order seen
 */
public record Rung(Kind kind, Outcome outcome, Duration took, Trouble trouble, List<Fact> facts) {
    /** The rungs from the bottom. The words of the machine form; never translated. */
    public enum Kind implements MessageKey {
        ROUTE,
        TCP,
        CLOCK,
        LOGIN,
        SERVICES,
        DESCRIBE,
        /** Set-up, play, and the first packets of video. */
        PLAY,
        KEY_FRAME,
        /** A second picture that differs from the first as time goes on. */
        PICTURE,
        RECORDINGS;

        /** {@code "key-frame"}. */
        public String word() {
            return Rung.word(this);
        }

        @Override
        public String catalogue() {
            return "doctor-rung";
        }
    }

    /** What came of it. The words of the machine form; never translated. */
    public enum Outcome implements MessageKey {
        OK,
        BROKEN,
        /** Something below kept from it, or nothing could be said. */
        NOT_REACHED,
        /** This camera has nothing of the kind. */
        NOT_APPLICABLE;

        /** {@code "not-reached"}. */
        public String word() {
            return Rung.word(this);
        }

        @Override
        public String catalogue() {
            return "doctor-outcome";
        }
    }

    /**
     * Something seen.
     *
     * @param value a String (also a device's own words, not neutralised), Long, Double, Duration or Instant
     */
    public record Fact(Name name, Object value) {
        /** What it is. The words of the machine form; never translated. */
        public enum Name implements MessageKey {
            /** Really contacted: numeric, with the port. */
            ADDRESS,
            PORT_SILENT,
            OFFSET,
            ERROR,
            USER,
            SCHEMES,
            ANONYMOUS,
            SINCE,
            DEVICE,
            FIRMWARE,
            SERIAL,
            SERIAL_BEFORE,
            TOLD,
            STREAM,
            STATUS,
            CODEC,
            ODDITY,
            TRANSPORT,
            PACKETS,
            LOST,
            FPS,
            KBPS,
            SIZE,
            FIRST_FRAME,
            BRIGHTNESS,
            RECORDED,
            NEWEST;

            /** {@code "first-frame"}. */
            public String word() {
                return Rung.word(this);
            }

            @Override
            public String catalogue() {
                return "doctor-fact";
            }
        }
    }

    public Rung {
        facts = List.copyOf(facts);
    }

    private static String word(Enum<?> e) {
        return e.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
