package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.TimeSpan;

class CoveragesTest {
    private static final TimeSpan ASKED = span(10, 20);

    @Test
    void wholeFootageHasNoGap() {
        Footage footage = Coverages.within(ASKED, List.of(span(0, 30)));
        assertEquals(List.of(ASKED), footage.present());
        assertEquals(List.of(), footage.gaps());
    }

    @Test
    void holesAndMissingEndsAreGaps() {
        Footage footage = Coverages.within(ASKED, List.of(span(0, 5), span(11, 13), span(15, 18), span(25, 30)));
        assertEquals(List.of(span(11, 13), span(15, 18)), footage.present());
        assertEquals(List.of(span(10, 11), span(13, 15), span(18, 20)), footage.gaps());
    }

    @Test
    void nothingIsOneGap() {
        Footage footage = Coverages.within(ASKED, List.of());
        assertEquals(List.of(), footage.present());
        assertEquals(List.of(ASKED), footage.gaps());
    }

    private static TimeSpan span(long from, long to) {
        return new TimeSpan(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
    }
}
