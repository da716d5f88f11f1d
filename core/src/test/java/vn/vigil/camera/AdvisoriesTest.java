package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.Message;

/** The table that is shipped, and tables that a site brings. */
class AdvisoriesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final String HEAD =
            "vigil-advisories\t1\t2026-11-01\n# a remark\n" + String.join("\t", Advisories.COLUMNS) + "\n";
    private static final String ROW =
            "HIKVISION\tDS-9*\t1.0\t<2.0\t-\tlisted\tCVE-2030-1\tlow\tA sentence\thttps://example.org/a\n";

    private static Advisory.Fit fit(String maker, String id, String model, String firmware) {
        Advisory.Fit worst = Advisory.Fit.NOT;
        for (Advisory row : Advisories.shipped().rows()) {
            if (row.maker().equals(maker) && row.id().equals(id)) {
                Advisory.Fit fit = row.fit(model, FirmwareVersion.parse(firmware));
                worst = fit.compareTo(worst) > 0 ? fit : worst;
            }
        }
        return worst;
    }

    @Test
    void theShippedTableKnowsTheOldHikvisionDoorFromItsFirstToItsLastBuild() {
        String id = "CVE-2017-7921";
        assertEquals(Advisory.Fit.NOT, fit("hikvision", id, "DS-2CD2032F-I", "V5.1.6 build 140412"));
        assertEquals(Advisory.Fit.AFFECTED, fit("hikvision", id, "DS-2CD2032F-I", "V5.2.0 build 140721"));
        assertEquals(Advisory.Fit.AFFECTED, fit("hikvision", id, "DS-2CD2432F-IW", "V5.4.0 build 160530"));
        assertEquals(Advisory.Fit.NOT, fit("hikvision", id, "DS-2CD2032F-I", "V5.4.5 build 170123"));
        assertEquals(Advisory.Fit.NOT, fit("hikvision", id, "DS-2CD2185FWD-I", "V5.4.0 build 160530"));
        assertEquals(Advisory.Fit.UNCLEAR, fit("hikvision", id, "DS-2CD2032F-I", "unknown"));
    }

    @Test
    void aFamilyWiderThanTheSourcesListIsPerhapsAffectedOnly() {
        String id = "CVE-2021-36260";
        assertEquals(Advisory.Fit.PERHAPS, fit("hikvision", id, "DS-2CD2085G1-I", "V5.5.800 build 210101"));
        assertEquals(Advisory.Fit.NOT, fit("hikvision", id, "DS-2CD2085G1-I", "V5.5.800 build 210628"));
        assertEquals(Advisory.Fit.UNCLEAR, fit("hikvision", id, "DS-2CD2085G1-I", "V5.5.800"));
    }

    @Test
    void dahuasBuildDayDecides() {
        String old = "2.800.0000000.16.R, Build 2020-05-11";
        assertEquals(Advisory.Fit.AFFECTED, fit("dahua", "CVE-2021-33044", "IPC-HFW3441T-ZAS", old));
        assertEquals(Advisory.Fit.NOT, fit("dahua", "CVE-2021-33045", "IPC-HFW3441T-ZAS", old));
        assertEquals(
                Advisory.Fit.NOT,
                fit("dahua", "CVE-2021-33044", "DH-IPC-HFW3441T", "2.840.0000000.5.R, Build 2021-06-01"));
        assertEquals(Advisory.Fit.AFFECTED, fit("dahua", "CVE-2021-33044", "DH-IPC-HDBW5442E", old));
    }

    @Test
    void theFirstFixedVersionIsNoLongerAffectedWhereTheSourceSaysSo() {
        assertEquals(Advisory.Fit.AFFECTED, fit("tp-link", "CVE-2021-4045", "Tapo C200", "1.1.15 Build 211130"));
        assertEquals(Advisory.Fit.NOT, fit("tp-link", "CVE-2021-4045", "Tapo C200", "1.1.16 Build 211209"));
        assertEquals(Advisory.Fit.NOT, fit("ezviz", "CVE-2022-2471", "CS-CV248", "V5.2.3 build 220725"));
        assertEquals(Advisory.Fit.AFFECTED, fit("ezviz", "CVE-2022-2471", "CS-CV248", "V5.2.3 build 220724"));
    }

    @Test
    void makersAreKnownHoweverTheyWriteThemselves() {
        assertEquals("hikvision", Advisories.maker("HIKVISION"));
        assertEquals("hikvision", Advisories.maker(" Hikvision Digital Technology"));
        assertEquals("dahua", Advisories.maker("Dahua Technology"));
        assertEquals("tp-link", Advisories.maker("TP-Link"));
        assertEquals("tp-link", Advisories.maker("tplink"));
        assertEquals("uniview", Advisories.maker("UNIVIEW"));
        assertEquals("some maker", Advisories.maker("Some Maker"));
        assertEquals("", Advisories.maker(null));
    }

    @Test
    void allFaultsOfATableAreToldAtOnceByLineAndColumn() {
        String bad = ROW.replace("\t1.0\t", "\tone\t").replace("low", "awful");
        Advisories.Reading reading = Advisories.read(HEAD + ROW + bad + "half a row\n", TODAY);
        assertNull(reading.table());
        List<List<Object>> told = reading.faults().stream().map(Message::args).toList();
        assertEquals(List.of(List.of(5, "from"), List.of(5, "severity"), List.of(6, 10)), told);
    }

    @Test
    void aTableWithoutItsHeadOrFromTheFutureOrEmptyIsRefused() {
        assertEquals(1, Advisories.read(ROW, TODAY).faults().size());
        assertEquals(
                1,
                Advisories.read(HEAD + ROW, LocalDate.of(2026, 10, 31)).faults().size());
        assertEquals(1, Advisories.read(HEAD, TODAY).faults().size());
        assertEquals(1, Advisories.read("", TODAY).faults().size());
    }

    @Test
    void aSitesTableReplacesWhatItSaysAnewAndLeavesTheRest() {
        Advisories own = Advisories.read(HEAD + ROW + ROW.replace("CVE-2030-1", "CVE-2017-7921"), TODAY)
                .table();
        Advisories shipped = Advisories.shipped();
        Advisories both = shipped.with(own);
        assertEquals(
                1,
                both.rows().stream().filter(r -> r.id().equals("CVE-2017-7921")).count());
        assertTrue(both.rows().stream().anyMatch(r -> r.id().equals("CVE-2030-1")));
        assertTrue(both.rows().stream().anyMatch(r -> r.id().equals("CVE-2021-33044")));
        assertEquals(shipped.date(), both.date(), "the later date counts");
    }

    @Test
    void aPatternOfManyStarsTakesNoTime() {
        String row = ROW.replace("DS-9*", "*a".repeat(60) + "b");
        Advisory advisory = Advisories.read(HEAD + row, TODAY).table().rows().get(0);
        assertEquals(Advisory.Fit.NOT, advisory.fit("a".repeat(200), FirmwareVersion.parse("1.5")));
    }
}
