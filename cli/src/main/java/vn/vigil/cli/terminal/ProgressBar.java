package vn.vigil.cli.terminal;

import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.World;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;
import vn.vigil.text.TimeText;

/**
 * One line on a terminal's standard error, painted over itself: what, how far, how fast, how long yet. It appears once the work has lasted
 * half a second and is repainted at most ten times a second. Safe for several threads.
 */
public final class ProgressBar implements Progress, AutoCloseable {
    private static final long APPEARS_AFTER = 500_000_000L;
    private static final long REPAINT_EVERY = 100_000_000L;

    private final World world;
    private final Streams streams;
    private final Lang lang;
    private final long begun;
    private long stepBegun;
    private long painted;
    private boolean visible;
    private Message step;

    public ProgressBar(World world, Streams streams, Lang lang) {
        this.world = world;
        this.streams = streams;
        this.lang = lang;
        this.begun = world.nanos();
        this.stepBegun = begun;
    }

    @Override
    public synchronized void at(Message what, long done, long total, Unit unit) {
        long now = world.nanos();
        if (!what.equals(step)) {
            step = what;
            stepBegun = now;
        }
        if (now - begun < APPEARS_AFTER || visible && now - painted < REPAINT_EVERY) {
            return;
        }
        visible = true;
        painted = now;
        String name = Texts.render(what, lang);
        String line;
        if (total <= 0) {
            line = Texts.render(TerminalText.PROGRESS.with(name, done), lang);
        } else {
            long percent = Math.min(100, done * 100 / total);
            double left = done <= 0 ? -1 : (now - stepBegun) / 1e9 * (total - done) / done;
            String eta = left < 0 ? "…" : TimeText.print(java.time.Duration.ofSeconds(Math.round(left)));
            String rate = rate(done * 1e9 / Math.max(1, now - stepBegun), unit);
            line = rate.isEmpty()
                    ? Texts.render(TerminalText.PROGRESS_OF.with(name, percent, eta), lang)
                    : Texts.render(TerminalText.PROGRESS_AT.with(name, percent, rate, eta), lang);
        }
        streams.err("\r\u001b[K" + printable(line));
    }

    /** How fast, a second: megabytes, or how many times faster than the footage lasts; empty for things, whose number is told. */
    private static String rate(double aSecond, Unit unit) {
        return switch (unit) {
            case BYTES -> tenths(aSecond / 1e6) + " MB/s";
            case FOOTAGE -> "×" + tenths(aSecond / 1000);
            case THINGS -> "";
        };
    }

    private static String tenths(double number) {
        long tenths = Math.round(number * 10);
        return tenths >= 1000 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    /** Step names may hold foreign names; nothing in them may move the cursor. */
    private static String printable(String line) {
        StringBuilder out = new StringBuilder(line.length());
        for (int i = 0; i < line.length() && i < 100; i++) {
            char c = line.charAt(i);
            out.append(c < 0x20 || c >= 0x7f && c < 0xa0 ? '?' : c);
        }
        return out.toString();
    }

    /** Takes the line away and, when it was ever shown, says how long the whole took. */
    @Override
    public synchronized void close() {
        if (visible) {
            long seconds = Math.round((world.nanos() - begun) / 1e9);
            String took = TimeText.print(java.time.Duration.ofSeconds(seconds));
            streams.err("\r\u001b[K" + Texts.render(TerminalText.PROGRESS_DONE.with(took), lang) + "\n");
            visible = false;
        }
    }
}
