package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.CameraId;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** What people say of cameras, judged. */
class FormJudgeTest {
    private static final CameraId ID = new CameraId("gate-1");

    @Test
    void theWordsOfTheFieldsAreTheseForEver() {
        assertEquals(
                "name url sub-url onvif driver address channel replay-url rtsp-port folder user password-file basic-allowed"
                        + " tls-pin essential place group site purpose retention installed supplier warranty uplink",
                String.join(
                        " ",
                        List.of(CameraField.values()).stream()
                                .map(CameraField::word)
                                .toList()));
    }

    @Test
    void everythingThatIsSaidArrives() {
        Camera c = good(form("url", "rtsp://192.0.2.1/a", "name", " Cổng chính ", "essential", "có")
                .with(CameraField.GROUP, "gates, night,, gates")
                .with(CameraField.SITE, "Nhà A")
                .with(CameraField.PURPOSE, "xe ra vào")
                .with(CameraField.RETENTION, "30d")
                .with(CameraField.INSTALLED, "2025-12-01")
                .with(CameraField.SUPPLIER, "Công ty X")
                .with(CameraField.WARRANTY, "2027-12-01")
                .with(CameraField.UPLINK, "sw-2")
                .with(CameraField.TLS_PIN, "AB:".repeat(31) + "cd")
                .with(CameraField.BASIC_ALLOWED, "yes"));
        assertEquals("Cổng chính", c.name());
        assertEquals("rtsp://192.0.2.1:554/a", c.url());
        assertTrue(c.essential() && c.route().basicAllowed());
        assertEquals(DriverKind.RTSP, c.route().driver());
        assertEquals("ab".repeat(31) + "cd", c.route().pin());
        assertEquals(
                new Card(
                        List.of("gates", "night"),
                        "Nhà A",
                        "xe ra vào",
                        30,
                        LocalDate.parse("2025-12-01"),
                        "Công ty X",
                        LocalDate.parse("2027-12-01"),
                        "sw-2"),
                c.card());
    }

    @Test
    void theDriverFollowsFromTheAddressesUnlessSomebodyChoseOne() {
        assertEquals(DriverKind.ONVIF, good(form("onvif", "192.0.2.1")).route().driver());
        assertEquals(
                DriverKind.FOLDER,
                good(form("folder", "/rec/%Y-%m-%d/%H.%M.%S.mp4")).route().driver());
        Camera hik = good(form("driver", "Hikvision", "address", "https://192.0.2.9", "channel", "3"));
        assertEquals("https://192.0.2.9:443", hik.route().address());
        assertEquals(3, hik.route().channel());
        Camera rtsp = good(form("url", "rtsp://192.0.2.1/a"));
        assertEquals(
                DriverKind.ONVIF,
                judge(form("onvif", "192.0.2.1"), rtsp).camera().route().driver());
        Camera chosen = good(form("url", "rtsp://192.0.2.1/a", "onvif", "192.0.2.1", "driver", "rtsp"));
        assertEquals(
                DriverKind.RTSP,
                judge(form("place", "x"), chosen).camera().route().driver());
        assertEquals(
                DriverKind.ONVIF,
                judge(form("driver", ""), chosen).camera().route().driver());
    }

    @Test
    void whatDoesNotFitTogetherIsRefusedByField() {
        assertEquals(List.of("url: give either"), starts(form("place", "x"), 16));
        assertEquals(List.of("address: the driver dahua"), starts(form("driver", "dahua"), 25));
        assertEquals(List.of("driver: an address of a web"), starts(form("address", "192.0.2.1"), 27));
        assertEquals(List.of("folder: is needed"), starts(form("driver", "folder", "url", "rtsp://192.0.2.1/"), 17));
        assertEquals(
                List.of("folder: counts only"),
                starts(form("driver", "onvif", "onvif", "192.0.2.1", "folder", "/%s"), 19));
        assertEquals(List.of("onvif: is needed"), starts(form("driver", "onvif", "url", "rtsp://192.0.2.1/"), 16));
        assertEquals(List.of("url: is needed"), starts(form("driver", "rtsp", "onvif", "192.0.2.1"), 14));
        assertEquals(List.of("user: a password"), starts(form("url", "rtsp://192.0.2.1/", "password-file", "x"), 16));
        assertEquals(List.of("rtsp-port: counts"), starts(form("onvif", "192.0.2.1", "rtsp-port", "8554"), 17));
    }

    @Test
    void allFaultsOfAFormAreToldAtOnceInTheOrderOfTheFields() {
        CameraForm form = form("url", "http://192.0.2.1/", "driver", "hikvison", "channel", "0", "tls-pin", "abc")
                .with(CameraField.ADDRESS, "192.0.2.1/path")
                .with(CameraField.NAME, "a\nb")
                .with(CameraField.RETENTION, "for ever")
                .with(CameraField.INSTALLED, "2/3/2026")
                .with(CameraField.WARRANTY, "2026-02-30")
                .with(CameraField.ESSENTIAL, "maybe")
                .with(CameraField.GROUP, "x".repeat(41));
        List<String> faults = told(judge(form, FormJudge.blank(ID)));
        assertEquals(
                List.of(
                        "name",
                        "url",
                        "driver",
                        "address",
                        "channel",
                        "tls-pin",
                        "essential",
                        "group",
                        "retention",
                        "installed",
                        "warranty"),
                faults.stream().map(f -> f.substring(0, f.indexOf(':'))).toList());
        assertTrue(faults.get(2).endsWith("did you mean hikvision?"), faults.get(2));
    }

    @Test
    void daysAreReadDayFirstOnlyWhereSomebodySaidVietnamese() {
        FieldReader vietnamese = new FieldReader(ImportFiles.READER.now(), ImportFiles.READER.zone(), true);
        CameraForm form = form("url", "rtsp://192.0.2.1/", "installed", "2/3/2026");
        FormJudge.Judged judged = FormJudge.judge(form, FormJudge.blank(ID), false, vietnamese);
        assertEquals(LocalDate.parse("2026-03-02"), judged.camera().card().installed());
    }

    @Test
    void aFolderIsAnAbsolutePathWithTimeFields() {
        assertEquals(List.of(), starts(form("folder", "/rec/gate-1/%Y-%m-%d_%H-%M-%S-%f.mp4"), 9));
        assertEquals(1, starts(form("folder", "rec/%s.mp4"), 9).size());
        assertEquals(1, starts(form("folder", "/rec/../%s.mp4"), 9).size());
        assertEquals(1, starts(form("folder", "/rec/%q%s.mp4"), 9).size());
        assertEquals(1, starts(form("folder", "/rec/a%%.mp4"), 9).size());
    }

    @Test
    void anotherDeviceAddressForgetsWhatTheOldOneTold() {
        Camera there = good(form("onvif", "192.0.2.1"))
                .completed(
                        "rtsp://192.0.2.1:554/a",
                        "rtsp://192.0.2.77:554/b",
                        "rtsp://192.0.2.1:554/r",
                        "REC_1",
                        new DeviceFacts("m", "x", "1", "s", "h"));
        Camera moved = judge(form("onvif", "192.0.2.2"), there).camera();
        assertNull(moved.url());
        assertNull(moved.replayUrl());
        assertEquals("rtsp://192.0.2.77:554/b", moved.subUrl());
        assertNull(moved.recording());
        assertEquals(DeviceFacts.NONE, moved.device());
        Camera kept = judge(form("place", "Cổng"), there).camera();
        assertEquals("REC_1", kept.recording());
        assertEquals("s", kept.device().serial());
        Camera mapped = judge(form("rtsp-port", "8554"), there).camera();
        assertEquals("rtsp://192.0.2.1:8554/a", mapped.url());
    }

    @Test
    void noFaultAndNoFormRepeatsAnAddressThatMayHoldAPassword() {
        CameraForm form =
                form("url", "rtsp://admin:kanari/9173@192.0.2.1/a", "sub-url", "rtsp://b:kanari@169.254.169.254/");
        String faults = told(judge(form, FormJudge.blank(ID))).toString();
        assertFalse(faults.contains("kanari"), faults);
        assertFalse(form.toString().contains("kanari"));
    }

    @Test
    void whatACameraHasIsReadBackAsItIs() {
        Camera c = good(form("url", "rtsp://192.0.2.1/a", "group", "a,b", "retention", "30", "warranty", "2027-01-01"));
        CameraForm again = CameraForm.of(ID);
        for (CameraField field : CameraField.values()) {
            String text = field.text(c);
            again = text.isEmpty() ? again : again.with(field, text);
        }
        assertEquals(c, good(again));
    }

    private static CameraForm form(String... wordsAndTexts) {
        CameraForm form = CameraForm.of(ID);
        for (int i = 0; i < wordsAndTexts.length; i += 2) {
            form = form.with(CameraField.of(wordsAndTexts[i]), wordsAndTexts[i + 1]);
        }
        return form;
    }

    private static Camera good(CameraForm form) {
        FormJudge.Judged judged = judge(form, FormJudge.blank(ID));
        assertEquals(List.of(), told(judged));
        return judged.camera();
    }

    private static FormJudge.Judged judge(CameraForm form, Camera there) {
        return FormJudge.judge(form, there, false, ImportFiles.READER);
    }

    private static List<String> told(FormJudge.Judged judged) {
        return judged.faults().stream()
                .map(f -> f.field().word() + ": " + Texts.render(f.what(), Lang.EN))
                .toList();
    }

    private static List<String> starts(CameraForm form, int length) {
        return told(judge(form, FormJudge.blank(ID))).stream()
                .map(f -> f.substring(0, Math.min(length, f.length())))
                .toList();
    }
}
