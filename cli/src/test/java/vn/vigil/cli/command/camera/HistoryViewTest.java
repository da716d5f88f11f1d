package vn.vigil.cli.command.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.CameraId;
import vn.vigil.base.VigilException;
import vn.vigil.camera.CameraFigures;
import vn.vigil.camera.FleetFigures;
import vn.vigil.cli.view.Format;
import vn.vigil.cli.view.Out;
import vn.vigil.text.Lang;

/** Figures of a quarter: how shares are weighted, when there are none, and what they stand beside. */
class HistoryViewTest {
    private static final int DAY = 86_400;

    /** Seen for {@code up + degraded + down} of ten days. */
    private static CameraFigures figures(String id, boolean essential, int up, int degraded, int down, int looks) {
        return new CameraFigures(
                new CameraId(id),
                id,
                essential,
                10L * DAY,
                up,
                degraded,
                down,
                0,
                0,
                looks,
                1,
                Duration.ofMillis(-1500),
                25,
                2048,
                990,
                10,
                0,
                0,
                0);
    }

    private static String table(List<CameraFigures> all, Lang lang) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Out out = new Out(bytes, Format.TABLE, lang, "Asia/Ho_Chi_Minh", false, false);
        out.show("camera.history", all, new HistoryView(out, Days.quarter("2026-Q3")));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theFleetIsWeightedByTimeAndEssentialCamerasStandApart() {
        List<CameraFigures> all = List.of(figures("a", true, 9 * DAY, 0, 0, 900), figures("b", false, 0, 0, DAY, 100));
        FleetFigures fleet = FleetFigures.of(all);
        assertEquals(0.9, fleet.availability(), 1e-9, "not the mean of 100 % and 0 %");
        assertEquals(0.5, fleet.coverage(), 1e-9);
        String shown = table(all, Lang.EN);
        assertTrue(shown.startsWith("2026-07-01 to 2026-09-30\n"), shown);
        assertTrue(shown.contains("all cameras (2): available 90.0 % of the checked time"), shown);
        assertTrue(shown.contains("checked 50.0 % of all the time; 2 outages, 1000 looks"), shown);
        assertTrue(shown.contains("essential cameras (1): available 100.0 % of the checked time"), shown);
        assertTrue(shown.contains("−1.5 s"), shown);
        assertTrue(shown.contains("1.0 %"), "loss: " + shown);
        assertTrue(table(all, Lang.VI).contains("tất cả camera (2): hoạt động 90.0 % thời gian đã kiểm tra"));
    }

    @Test
    void fewLooksGiveNoPercentageAndNoneGiveNoData() {
        String few = table(List.of(figures("a", false, 600, 0, 0, 4)), Lang.EN);
        assertTrue(few.contains("4 looks"), few);
        assertTrue(few.contains("too few for a percentage"), few);
        assertFalse(few.contains("100.0 %"), few);
        String none = table(List.of(figures("a", false, 0, 0, 0, 0)), Lang.VI);
        assertTrue(none.contains("chưa có số liệu"), none);
        assertTrue(none.contains("tất cả camera (1): chưa có số liệu"), none);
    }

    @Test
    void plannedMaintenanceIsLeftOutOfTheNetFigureOnly() {
        CameraFigures maintained = new CameraFigures(
                new CameraId("a"), "a", false, 100, 60, 0, 20, 20, 20, 10, 1, null, 0, 0, 0, 0, 0, 0, 0);
        FleetFigures f = FleetFigures.of(List.of(maintained));
        assertEquals(0.75, f.availability(), 1e-9);
        assertEquals(0.60, f.gross(), 1e-9);
        assertEquals(1, f.coverage(), 1e-9);
    }

    @Test
    void whatIsNotQuiteAllIsNeverRoundedToAll() {
        assertEquals("99.9 %", FigureText.percent(0.99999));
        assertEquals("100.0 %", FigureText.percent(1));
        assertEquals("59.9s", FigureText.length(Duration.ofMillis(59_900)));
        assertEquals("1h00m00s", FigureText.length(Duration.ofMillis(3_599_600)));
    }

    @Test
    void periodsAreDaysOfTheSite() {
        assertEquals(new Days(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 10, 1)), Days.quarter("2026-Q3"));
        assertEquals(
                new Days(LocalDate.of(2024, 2, 28), LocalDate.of(2024, 3, 1)),
                Days.last("2", LocalDate.of(2024, 2, 29)));
        for (String bad : List.of("2026-Q0", "2026-Q5", "2026Q3", "", "0000-Q1", "2026-Q33")) {
            assertThrows(VigilException.class, () -> Days.quarter(bad), bad);
        }
        for (String bad : List.of("0", "-1", "", "99999", "1e3")) {
            assertThrows(VigilException.class, () -> Days.last(bad, LocalDate.of(2026, 1, 1)), bad);
        }
    }
}
