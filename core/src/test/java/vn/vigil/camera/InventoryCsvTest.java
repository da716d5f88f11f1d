package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

class InventoryCsvTest {
    private static final Path FOLDER = Path.of("/site");

    @Test
    void readsAnInventoryAsASpreadsheetWritesIt() {
        InventoryFile.Reading reading = read("\ufeffid;name;url;essential;place\r\n"
                + "gate-1;\"Cổng \"\"chính\"\"; tầng 1\";rtsp://192.0.2.1/a?x=1&y=2;có;Cổng\r\n"
                + "\r\n"
                + "gate-2;;rtsp://192.0.2.2/b;;\r\n");
        assertEquals(List.of(), faults(reading));
        CameraForm first = reading.entries().get(0).form();
        assertEquals("Cổng \"chính\"; tầng 1", first.get(CameraField.NAME));
        assertEquals("rtsp://192.0.2.1/a?x=1&y=2", first.get(CameraField.URL));
        assertTrue(reading.entries().get(0).judged().camera().essential());
        CameraForm second = reading.entries().get(1).form();
        assertNull(second.get(CameraField.NAME));
        assertNull(second.get(CameraField.PLACE));
        assertEquals(4, reading.entries().get(1).place());
    }

    @Test
    void passwordFilesLieBesideTheInventory() {
        InventoryFile.Reading reading =
                read("id,url,user,password-file\ngate-1,rtsp://192.0.2.1/a,admin,secrets/gate-1.pw\n");
        assertEquals(List.of(), faults(reading));
        assertEquals("/site/secrets/gate-1.pw", reading.entries().get(0).form().get(CameraField.PASSWORD_FILE));
    }

    @Test
    void allFaultsAreToldAtOnceByLineAndColumn() {
        List<String> faults = faults(read("id,name,url,essential,password-file\n"
                + "Gate 1,A,rtsp://192.0.2.1/a,yes,\n"
                + "gate-2,B,http://192.0.2.2/,maybe,\n"
                + ",C,,no,x.pw\n"
                + "gate-4,D,rtsp://192.0.2.4/\n"
                + "gate-4,E,rtsp://192.0.2.5/\n"
                + "gate-6,F,rtsp://192.0.2.6/,no,,surplus\n"));
        assertEquals(8, faults.size(), faults.toString());
        assertTrue(faults.get(0).startsWith("line 2, id: must be"), faults.get(0));
        assertTrue(faults.get(1).startsWith("line 3, url: "), faults.get(1));
        assertTrue(faults.get(2).startsWith("line 3, essential: "), faults.get(2));
        assertTrue(faults.get(3).startsWith("line 4, id: is missing"), faults.get(3));
        assertTrue(faults.get(4).startsWith("line 4, url: "), faults.get(4));
        assertTrue(faults.get(5).startsWith("line 4, user: "), faults.get(5));
        assertTrue(faults.get(6).contains("gate-4 is used already in line 5"), faults.get(6));
        assertTrue(faults.get(7).startsWith("line 7, id: 6 fields"), faults.get(7));
    }

    @Test
    void aMisspeltColumnIsRefusedWithTheNearestName() {
        assertEquals(
                List.of("line 1, essentail: is no known column; did you mean essential?"),
                faults(read("id,url,essentail\na,rtsp://192.0.2.1/,yes\n")));
    }

    @Test
    void anAddressWithAPasswordIsNeverRepeatedInAFault() {
        List<String> faults = faults(read("id,url\ngate-1,rtsp://admin:top/secret@192.0.2.1/a\n"));
        assertEquals(1, faults.size());
        assertTrue(!faults.get(0).contains("top") && !faults.get(0).contains("secret"), faults.get(0));
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertEquals(1, faults(read("")).size());
        assertEquals(1, faults(read("id,url\ngate-1,\"rtsp://192.0.2.1/\n")).size());
        assertEquals(List.of("line 1, id: is missing"), faults(read("name\nx\n")));
    }

    @Test
    void textIsTakenAsItStands() {
        InventoryFile.Reading reading = read("id,name,url\ng,\"=1+1'; drop table camera --\",rtsp://192.0.2.1/\n");
        assertEquals(
                "=1+1'; drop table camera --", reading.entries().get(0).form().get(CameraField.NAME));
    }

    private static InventoryFile.Reading read(String text) {
        return InventoryCsv.read(text, FOLDER, ImportFiles::judged);
    }

    private static List<String> faults(InventoryFile.Reading reading) {
        return reading.faults().stream().map(m -> Texts.render(m, Lang.EN)).toList();
    }
}
