package vn.vigil.ledger;

import java.time.Instant;

/** Instants as the ledger keeps them: whole microseconds, UTC. */
final class Micros {
    private Micros() {}

    static long of(Instant t) {
        return t.getEpochSecond() * 1_000_000 + t.getNano() / 1000;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
    }

    /** RFC 3339 with always six digits: {@code 2026-03-02T07:05:00.000000Z}. */
    static String text(Instant t) {
        String seconds = Instant.ofEpochSecond(t.getEpochSecond()).toString();
        String micros = Integer.toString(1_000_000 + t.getNano() / 1000);
        return seconds.substring(0, seconds.length() - 1) + "." + micros.substring(1) + "Z";
    }
}
