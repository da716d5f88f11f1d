package vn.vigil.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.text.Lang;

/** How figures read: exact ones cut or rounded by rule, few cases as counts, unknown ones in words. */
class ReportWordsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ReportWords VI =
            new ReportWords(Lang.VI, ZONE, List.of("Trần Thị Lan Anh", "Trần Thị Lan"), true);
    private static final ReportWords EN = new ReportWords(Lang.EN, ZONE, List.of(), false);

    private static Figure share(long part, long whole, long n) {
        return Figure.of(FigureRule.WATCH_KEPT, part, whole, n, List.of());
    }

    private static Figure of(FigureRule rule, long part, long whole, long n) {
        return Figure.of(rule, part, whole, n, List.of());
    }

    @Test
    void sharesAreCutAndNeverReadAsReachedOrNought() {
        assertEquals("99,9 %", VI.figure(share(99_999, 100_000, 100)));
        assertEquals("98,9 %", VI.figure(share(9_899, 10_000, 100)));
        assertEquals("100,0 %", VI.figure(share(7, 7, 7)));
        assertEquals("0,1 %", VI.figure(share(1, 100_000, 100)));
        assertEquals("0,0 %", VI.figure(share(0, 100_000, 100)));
        assertEquals("98.9 %", EN.figure(share(9_899, 10_000, 100)));
    }

    @Test
    void fewCasesAreCounts() {
        assertEquals("3/4", VI.figure(of(FigureRule.FOUND_BY_WATCH, 3, 4, 4)));
        assertEquals("60,0 %", VI.figure(of(FigureRule.FOUND_BY_WATCH, 3, 5, 5)));
        assertEquals("1,0/2,0 giờ", VI.figure(share(3600, 7200, 2)));
        assertEquals("50.000 đồng trên 4.200.000 đồng", VI.figure(of(FigureRule.COST_OVERRUN, 50_000, 4_200_000, 3)));
        assertEquals("", VI.change(of(FigureRule.FOUND_BY_WATCH, 3, 4, 4), of(FigureRule.FOUND_BY_WATCH, 9, 10, 10)));
        assertEquals("", VI.change(of(FigureRule.INCIDENTS, 3, 1, 3), of(FigureRule.INCIDENTS, 1, 1, 1)));
    }

    @Test
    void unitsReadAsPeopleWriteThem() {
        assertEquals("1.234", VI.figure(of(FigureRule.INCIDENTS, 1234, 1, 1234)));
        assertEquals("9,5 phút", VI.figure(of(FigureRule.FIRST_ACTION, 570, 1, 9)));
        assertEquals("12 phút", VI.figure(of(FigureRule.FIRST_ACTION, 1439, 2, 9)));
        assertEquals("1.234,5 giờ", VI.figure(of(FigureRule.REPAIR_MEAN, 4_444_200, 1, 9)));
        assertEquals("12.500.000 đồng", VI.figure(of(FigureRule.COST_SPENT, 12_500_000, 1, 2)));
        assertEquals("2.5 days", EN.figure(of(FigureRule.ANSWER_TIME, 216_000, 1, 3)));
        assertEquals("chưa có số liệu", VI.figure(Figure.none(FigureRule.INCIDENTS, List.of())));
        Figure none = new Figure(FigureRule.BETWEEN_FAILURES, 7_776_000L, 1, 0, true, null, null, 0, List.of());
        assertEquals("không phát sinh (≥ 2.160,0 giờ)", VI.figure(none));
    }

    @Test
    void differencesAreThoseOfWhatIsShown() {
        assertEquals("giảm 0,1 điểm phần trăm", VI.change(share(98_290, 100_000, 99), share(98_310, 100_000, 99)));
        assertEquals("không đổi", VI.change(share(98_310, 100_000, 99), share(98_390, 100_000, 99)));
        assertEquals("up 4", EN.change(of(FigureRule.INCIDENTS, 12, 1, 12), of(FigureRule.INCIDENTS, 8, 1, 8)));
        assertEquals("", VI.change(share(1, 2, 9), Figure.none(FigureRule.WATCH_KEPT, List.of())));
    }

    @Test
    void verdictsAreExact() {
        assertEquals(Verdict.MISSED, share(98_999, 100_000, 99).judge(99));
        assertEquals(Verdict.MET, share(99_000, 100_000, 99).judge(99));
        assertEquals(Verdict.NOT_JUDGED, of(FigureRule.FOUND_BY_WATCH, 4, 4, 4).judge(90));
        assertEquals(Verdict.NOT_JUDGED, share(1, 2, 9).judge(null));
        assertEquals(Verdict.MISSED, of(FigureRule.NO_SHOWS, 1, 1, 1).judge(0));
        assertEquals(Verdict.MET, of(FigureRule.BREACHES, 0, 1, 0).judge(0));
    }

    @Test
    void namesAreInitialsAndTheLongerOneIsNotLeftHalf() {
        assertEquals("T.T.L.", VI.name("Trần Thị Lan"));
        assertEquals("Đ.Q.B.", ReportWords.initials("  đỗ  quang bình "));
        assertEquals("Nhờ T.T.L.A. và T.T.L. xem", VI.masked("Nhờ Trần Thị Lan Anh và TRẦN THỊ LAN xem"));
        assertEquals("Trần Thị Lan", EN.name("Trần Thị Lan"));
    }

    @Test
    void periodsAndDaysReadAsInPapers() {
        assertEquals("quý III năm 2026", VI.period(Period.parse("2026-q3", false)));
        assertEquals("6 tháng cuối năm 2026", VI.period(Period.parse("2026-H2", false)));
        assertEquals(
                "từ ngày 01/03/2026 đến ngày 15/04/2026", VI.period(Period.parse("2026-03-01..2026-04-15", false)));
        assertEquals("ngày 05 tháng 02 năm 2026", VI.formal(LocalDate.parse("2026-02-05")));
        assertEquals("ngày 08 tháng 8 năm 2022", VI.formal(LocalDate.parse("2022-08-08")));
    }
}
