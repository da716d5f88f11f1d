package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** Inventories as programs write them. */
class InventoryJsonTest {
    @Test
    void readsAListAndAListUnderCameras() {
        String cameras = "[{\"id\":\"gate-1\",\"url\":\"rtsp://192.0.2.1/a\",\"channel\":2,\"essential\":true,"
                + "\"group\":[\"gates\",\"night\"],\"place\":null,\"user\":\"u\",\"password-file\":\"gate-1.pw\"},"
                + "{\"id\":\"gate-2\",\"onvif\":\"192.0.2.2\"}]";
        for (String text : List.of(cameras, "{\"note\":{\"a\":[1]},\"cameras\":" + cameras + "}", "\ufeff" + cameras)) {
            InventoryFile.Reading reading = read(text);
            assertEquals(List.of(), faults(reading));
            CameraForm first = reading.entries().get(0).form();
            assertEquals("2", first.get(CameraField.CHANNEL));
            assertEquals("yes", first.get(CameraField.ESSENTIAL));
            assertEquals("gates,night", first.get(CameraField.GROUP));
            assertEquals("", first.get(CameraField.PLACE), "null takes away");
            assertEquals("/site/gate-1.pw", first.get(CameraField.PASSWORD_FILE));
            assertEquals(2, reading.entries().get(1).place());
        }
    }

    @Test
    void allFaultsAreToldAtOnceByNumberAndKey() {
        List<String> faults = faults(read("[{\"id\":\"Gate 1\",\"url\":\"rtsp://192.0.2.1/a\"},"
                + "{\"url\":\"rtsp://192.0.2.2/a\",\"essentail\":true},"
                + "17,"
                + "{\"id\":\"a\",\"url\":{\"host\":\"x\"}},"
                + "{\"id\":\"b\",\"url\":\"rtsp://192.0.2.2/a\",\"place\":[\"x\"]},"
                + "{\"id\":\"b\",\"url\":\"rtsp://192.0.2.2/a\",\"retention\":1.5}]"));
        assertTrue(faults.get(0).startsWith("camera 1, id: must be"), faults.toString());
        assertEquals("camera 2, essentail: is no known key; did you mean essential?", faults.get(1));
        assertEquals("camera 2, id: is missing", faults.get(2));
        assertTrue(faults.get(3).startsWith("camera 3, id: must be an object"), faults.get(3));
        assertTrue(faults.get(4).startsWith("camera 4, url: must be a text"), faults.get(4));
        assertTrue(faults.get(5).startsWith("camera 4, url: give either"), faults.get(5));
        assertTrue(faults.get(6).startsWith("camera 5, place: must be a text"), faults.get(6));
        assertTrue(faults.get(7).startsWith("camera 6, retention: must be a text"), faults.get(7));
        assertEquals("camera 6, id: b is used already by camera 5", faults.get(8));
    }

    @Test
    void whatIsNoInventoryIsRefusedWithoutRepeatingIt() {
        for (String text : List.of(
                "",
                "7",
                "{}",
                "{\"cameras\":{}}",
                "[{\"id\":\"a\"",
                "[] []",
                "[{\"id\":\"a\",\"id\":\"kanari\"}]",
                "[[[[",
                "kanari")) {
            List<String> faults = faults(read(text));
            assertFalse(faults.isEmpty(), text);
            assertFalse(faults.toString().contains("kanari"), faults.toString());
        }
        assertEquals(List.of(), faults(read("[]")));
        assertFalse(faults(read("[".repeat(100_000))).isEmpty());
    }

    private static InventoryFile.Reading read(String text) {
        return InventoryJson.read(text, Path.of("/site"), ImportFiles::judged);
    }

    private static List<String> faults(InventoryFile.Reading reading) {
        return reading.faults().stream().map(m -> Texts.render(m, Lang.EN)).toList();
    }
}
