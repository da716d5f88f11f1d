package vn.vigil.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.CaseId;
import vn.vigil.copy.CopyResult;
import vn.vigil.copy.FacesFound;
import vn.vigil.evidence.CopySheet;
import vn.vigil.media.Mask;
import vn.vigil.text.Lang;

/** What scripts read of copies, key by key, and what people are told. */
class CopyViewTest {
    private static final Instant NOON = Instant.parse("2026-11-26T05:00:00Z");

    private static final CopyResult MADE = new CopyResult(
            CopyResult.Outcome.MADE,
            Path.of("/x/r.mp4"),
            Path.of("/x/r.json"),
            new CopySheet(
                    CopySheet.Kind.REDACTED,
                    "EXT-2026-0001",
                    "UBND phường",
                    "09/CV-UBND",
                    "data/clips/gate-1_a_b.mp4",
                    "aa",
                    "bb",
                    "cc",
                    "r.mp4",
                    9,
                    "dd",
                    40,
                    NOON,
                    CopySheet.TimeBasis.SITE,
                    List.of(new Mask(1, 2, 3, 4, Duration.ZERO, null)),
                    Mask.Style.BLACK,
                    "lan",
                    0,
                    "lan",
                    NOON,
                    "vigil"));

    private static <R> String shown(Format format, String schema, R result, View<R> view) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Out out = new Out(bytes, format, Lang.VI, "Asia/Ho_Chi_Minh", false, false);
        out.show(schema, result, view);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    private static Out zone() {
        return new Out(new ByteArrayOutputStream(), Format.TABLE, Lang.VI, "Asia/Ho_Chi_Minh", false, false);
    }

    @Test
    void scriptsFindEachKey() {
        assertEquals(
                "{\"schema\":\"vigil.extract.redact/1\",\"zone\":\"Asia/Ho_Chi_Minh\",\"outcome\":\"made\",\"file\":\"/x/r.mp4\",\"sheet\":\"/x/r.json\","
                        + "\"kind\":\"redacted\",\"request\":\"EXT-2026-0001\",\"recipient\":\"UBND phường\","
                        + "\"leave\":\"09/CV-UBND\",\"original\":\"data/clips/gate-1_a_b.mp4\",\"originalSha256\":\"aa\","
                        + "\"package\":\"cc\",\"sha256\":\"dd\",\"bytes\":9,\"frames\":40,"
                        + "\"firstPicture\":\"2026-11-26T05:00:00Z\",\"timeBasis\":\"site\",\"masks\":1,"
                        + "\"maskStyle\":\"black\",\"confirmedBy\":\"lan\",\"proposed\":0,\"madeBy\":\"lan\","
                        + "\"madeAt\":\"2026-11-26T05:00:00Z\"}",
                shown(Format.JSON, "extract.redact", MADE, new CopyView(zone())));
        assertEquals(
                "{\"schema\":\"vigil.extract.redact.faces/1\",\"zone\":\"Asia/Ho_Chi_Minh\",\"outcome\":\"made\",\"file\":\"/x/f.json\","
                        + "\"clip\":\"data/clips/a.mp4\",\"faces\":1,\"masks\":2,\"looks\":3}",
                shown(
                        Format.JSON,
                        "extract.redact.faces",
                        new FacesFound(Path.of("/x/f.json"), "data/clips/a.mp4", 1, 2, 3),
                        new FacesView(CaseId.parse("EXT-2026-0001"))));
    }

    @Test
    void peopleAreToldThatACopyIsNoOriginalAndAProposalNoDecision() {
        String copy = shown(Format.TABLE, "extract.redact", MADE, new CopyView(zone()));
        assertTrue(copy.contains("UBND phường") && copy.contains("bản gốc trong gói"), copy);
        String faces = shown(
                Format.TABLE,
                "extract.redact.faces",
                new FacesFound(Path.of("/x/f.json"), "data/clips/a.mp4", 1, 2, 3),
                new FacesView(CaseId.parse("EXT-2026-0001")));
        assertTrue(faces.contains("nhận nhầm") && faces.contains("--masks /x/f.json --confirm"), faces);
    }
}
