package vn.vigil.copy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.vigil.document.Lettering;
import vn.vigil.evidence.CopySheet;
import vn.vigil.media.Stamp;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/**
 * Two lines at the lower edge of each picture: for whom and under which request, and the picture's own time. In Vietnamese, like all
 * that leaves the house. Confined to one thread.
 */
final class CopyStamp implements Stamp {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss.SSS", Locale.ROOT);

    /** A letter's size as a part of the picture's height; never smaller than {@link #LEAST}. */
    private static final int PART = 36;

    private static final int LEAST = 10;
    private static final int EDGE = 4;

    private final String mark;
    private final Instant first;
    private final CopySheet.TimeBasis basis;
    private final ZoneId zone;
    private Lettering letters;
    private String fitting;
    private int drawnFor;

    CopyStamp(CopyText mark, String recipient, String request, Instant first, CopySheet.TimeBasis basis, ZoneId zone) {
        this.mark = Texts.render(mark.with(recipient, request), Lang.VI);
        this.first = first;
        this.basis = basis;
        this.zone = zone;
    }

    @Override
    public Ink of(int width, int height, Duration time) {
        if (letters == null || drawnFor != width) {
            fit(width, height);
        }
        int line = letters.lineHeight();
        int band = Math.min(height, 2 * line + 2 * EDGE) & ~1;
        byte[] cover = new byte[width * band];
        letters.write(fitting, cover, width, EDGE, EDGE);
        letters.write(clock(time), cover, width, EDGE, EDGE + line);
        return new Ink(width, band, cover);
    }

    /** Smaller letters for a long name, and a shorter name where even those do not suffice. */
    private void fit(int width, int height) {
        drawnFor = width;
        int size = Math.max(LEAST, height / PART);
        String clock = clock(Duration.ZERO);
        do {
            letters = new Lettering(size);
        } while (widest(clock) > width - 2 * EDGE && size-- > LEAST);
        fitting = mark;
        int cut = mark.length();
        while (letters.width(fitting) > width - 2 * EDGE && cut > 1) {
            cut--;
            fitting = mark.substring(0, cut).strip() + "…";
        }
    }

    private int widest(String clock) {
        return Math.max(letters.width(mark), letters.width(clock));
    }

    private String clock(Duration time) {
        String local = CLOCK.format(first.plus(time).atZone(zone));
        CopyText key =
                switch (basis) {
                    case SITE -> CopyText.CLOCK_SITE;
                    case CAMERA -> CopyText.CLOCK_CAMERA;
                    case ASKED -> CopyText.CLOCK_ASKED;
                };
        return Texts.render(key.with(local, first.atZone(zone).getOffset().getId()), Lang.VI);
    }
}
