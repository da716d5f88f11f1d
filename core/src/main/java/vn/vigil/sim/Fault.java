package vn.vigil.sim;

import java.util.Locale;

/** What a simulated camera does wrong. Several may be combined. */
public enum Fault {
    /** The picture stands still while its time goes on. */
    FROZEN,
    /** The picture is black. */
    BLACK,
    /** Somebody has turned it: it shows another part of the scene. */
    MOVED,
    /** Nothing listens on its ports: connections are refused, until {@link SimulatedCamera#start()}. */
    DEAD,
    /** Every answer comes {@link #SLOW_SECONDS} late and then in small pieces; media flow as they should. */
    SLOW,
    /** Its clock is wrong by {@link CameraSpec#clockOffset()}, or by 31 minutes when that is zero. */
    WRONG_CLOCK,
    /** Refuses every login, the right one too. */
    REFUSES_LOGIN,
    /** Tells its local time as UTC, seven hours ahead, while it judges logins by its real time (OpenIPC/majestic-webui#292). */
    LOCAL_AS_UTC,
    /** From the first refused login on it says that the account is locked, and refuses every login. */
    LOCKS_OUT,
    /** Answers that a password was set, and goes on with the old one. */
    KEEPS_PASSWORD,
    /** Closes the RTSP connection after {@link #CUT_AFTER_SECONDS} of footage, without a word. */
    CUTS_OFF,
    /** Answers PLAY, keeps the connection and its sender reports alive, and sends no media. */
    STALLS,
    /** The first two pictures come; then the connection stands and nothing follows. */
    FALLS_SILENT,
    /** Has the search and replay services, but no recording. */
    NO_RECORDING,
    /** All its sessions are taken: RTSP 453 on SETUP. */
    BUSY,
    /** Shows its stream, its picture and its nameplate to anybody, although it knows a login; lists an anonymous account. */
    ANONYMOUS;

    /** How late a {@link #SLOW} camera answers. */
    public static final int SLOW_SECONDS = 2;

    /** How much footage a camera that {@link #CUTS_OFF} sends, in its own time. */
    public static final int CUT_AFTER_SECONDS = 3;

    /** As a person writes it: {@code no-recording}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fault of that word; null when there is none. */
    static Fault of(String word) {
        for (Fault fault : values()) {
            if (fault.word().equalsIgnoreCase(word)) {
                return fault;
            }
        }
        return null;
    }

    static String words() {
        StringBuilder all = new StringBuilder();
        for (Fault fault : values()) {
            all.append(all.length() == 0 ? "" : ", ").append(fault.word());
        }
        return all.toString();
    }
}
