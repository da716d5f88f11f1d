package vn.vigil.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import vn.vigil.seal.CertificateFacts;
import vn.vigil.seal.ForgedZip;
import vn.vigil.seal.Hash;
import vn.vigil.seal.SealText;

/** Packages whose container and seal are in order, made by somebody with keys of the house; one thing does not belong. */
final class ForgedContents extends ForgedRows {
    private static final String FROM = "2026-11-26T15:35:57Z";
    private static final String TO = "2026-11-26T15:36:13Z";
    private static final String SITE_TIME =
            "\"siteTime\":{\"from\":\"2026-11-26T15:35:56.039Z\",\"to\":\"2026-11-26T15:36:12.839Z\"}";
    private static final String CAMERA_TIME =
            "\"cameraTime\":{\"from\":\"2026-11-26T15:36:27Z\",\"to\":\"2026-11-26T15:36:43.800Z\"}";

    private ForgedContents() {}

    static void bag() {
        String at = "bag";
        row("a file that no list of the bag names", at, SealText.BAG_EXTRA, rezipped(z -> z.add("data/more.txt", "x")));
        row("a tag file that no list names", at, SealText.BAG_EXTRA, rezipped(z -> z.add("MORE.txt", "x")));
        row("a file of the list missing", at, SealText.BAG_MISSING, rezipped(z -> z.remove(SHEET)));
        row("another file than the list's", at, SealText.BAG_DIFFERS, rezipped(z -> z.flip(CLIP, 40_000)));
        row("another guide than the list's", at, SealText.BAG_DIFFERS, rezipped(z -> z.flip(PackageVerifier.GUIDE, 9)));
        row("no bag-info.txt", at, SealText.BAG_MALFORMED, rezipped(z -> z.remove(Entries.INFO)));
        row(
                "a version that is not known",
                at,
                SealText.BAG_VERSION,
                rezipped(z -> info(z, "Version: 2", "Version: 3")));
        row("another sum of bytes", at, SealText.BAG_OXUM, rezipped(z -> info(z, "Oxum: 1", "Oxum: 2")));
        row(
                "marked as version 1",
                "request",
                EvidenceText.UNKNOWN_ENTRY,
                rezipped(z -> info(z, "Version: 2", "Version: 1")));
        row(
                "marked as version 1, what version 1 has not taken out",
                "request",
                EvidenceText.SHEET_OTHER_VERSION,
                file -> {
                    Forgery f = forgery(GOOD)
                            .remove(PackageVerifier.CHECKPOINT)
                            .remove(PackageVerifier.LOG_KEY)
                            .remove(PackageVerifier.RECORD)
                            .remove(VIEW)
                            .remove(VIEW_SHEET)
                            .remove("data/entry-9.tlog-proof")
                            .remove("data/entry-17.tlog-proof")
                            .remove(LAST_PROOF);
                    f.seal(WORLD, file, key("department"));
                    ForgedZip zip = ForgedZip.of(file);
                    info(zip, "Version: 2", "Version: 1");
                    zip.resealed(key("department"), SEALED).write(file);
                });
        row(
                "a proof named otherwise",
                "custody",
                EvidenceText.UNKNOWN_ENTRY,
                sealed(f -> f.put("data/entry-020.tlog-proof", f.bytes(LAST_PROOF))));
    }

    /** Changes bag-info.txt, and the list that names it. */
    private static void info(ForgedZip zip, String from, String to) {
        ForgedZip.Item item = zip.item(Entries.INFO);
        String before = Hash.hex(Hash.sha256(item.data));
        item.data =
                new String(item.data, StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8);
        ForgedZip.Item tags = zip.item("tagmanifest-sha256.txt");
        tags.data = new String(tags.data, StandardCharsets.UTF_8)
                .replace(before, Hash.hex(Hash.sha256(item.data)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Forging rezipped(Consumer<ForgedZip> change) {
        return zip(z -> {
            change.accept(z);
            z.resealed(key("department"), SEALED);
        });
    }

    static void request() {
        String at = "request";
        row("no request", at, EvidenceText.ENTRY_MISSING, sealed(f -> f.remove(REQUEST)));
        row(
                "a member twice",
                at,
                EvidenceText.BAD_SHEET,
                sealed(f -> f.edit(REQUEST, "{\"basis\"", "{\"crime\":false,\"basis\"")));
        row(
                "a version of the sheet that is not known",
                at,
                EvidenceText.BAD_SHEET,
                sealed(f -> f.edit(REQUEST, "vigil.request/2", "vigil.request/3")));
        row(
                "a space in the sheet",
                at,
                EvidenceText.SHEET_OTHER_FORM,
                sealed(f -> f.edit(REQUEST, "{\"basis\"", "{ \"basis\"")));
        row("more behind the sheet", at, EvidenceText.BAD_SHEET, sealed(f -> f.put(REQUEST, f.text(REQUEST) + "{}")));
        row("a list for a sheet", at, EvidenceText.BAD_SHEET, sealed(f -> f.put(REQUEST, "[]")));
        row("a member nobody knows", at, EvidenceText.SHEET_OTHER_FORM, sealed(f -> f.edit(
                        REQUEST, "\"schema\"", "\"secret\":1,\"schema\"")
                .approvedBy(key("binh"))));
        row("an entry nobody knows", at, EvidenceText.UNKNOWN_ENTRY, sealed(f -> f.put("data/extra.txt", "not ours")));
    }

    static void approval() {
        String at = "approval";
        row("the approval of another request", at, EvidenceText.APPROVAL_OF_ANOTHER, sealed(f -> f.take(
                        other(), APPROVAL, SIGNATURE)
                .put(SCAN, other().bytes(SCAN))));
        row(
                "the signature of another approval",
                at,
                EvidenceText.APPROVAL_SIGNATURE_BAD,
                sealed(f -> f.take(other(), SIGNATURE)));
        row("the request of another", at, EvidenceText.APPROVAL_OF_ANOTHER, sealed(f -> f.take(other(), REQUEST)));
        row(
                "a request made wider",
                at,
                EvidenceText.APPROVAL_OF_ANOTHER,
                sealed(f -> f.edit(REQUEST, TO, "2026-11-26T15:36:14Z")));
        row("and the approval made to name it", at, EvidenceText.APPROVAL_DIFFERS, sealed(f -> f.edit(
                        REQUEST, TO, "2026-11-26T15:36:14Z")
                .approvedBy(key("binh"))));
        row("a request of another camera", at, EvidenceText.APPROVAL_DIFFERS, sealed(f -> f.edit(
                        REQUEST, "\"gate-1\"", "\"gate-2\"")
                .approvedBy(key("binh"))));
        for (String[] edit : new String[][] {
            {"another camera", "\"gate-1\"", "\"gate-2\""},
            {"a later beginning", FROM, "2026-11-26T15:35:58Z"},
            {"an earlier end", TO, "2026-11-26T15:36:12Z"},
            {"another purpose", "xác minh vụ mất trộm", "chuyện khác"},
            {"another recipient", "\"Công an phường\"", "\"người khác\""}
        }) {
            row("an approval for " + edit[0], at, EvidenceText.APPROVAL_DIFFERS, sealed(f -> f.edit(
                            APPROVAL, edit[1], edit[2])
                    .approvedBy(key("binh"))));
        }
        row("an approval that names another request", at, EvidenceText.APPROVAL_OF_ANOTHER, sealed(f -> f.edit(
                        APPROVAL, "EXT-2026-0001", "EXT-2020-0001")
                .approvedBy(key("binh"))));
        row("an approval for two uses", at, EvidenceText.BAD_SHEET, sealed(f -> f.member(APPROVAL, "uses", "2")
                .approvedBy(key("binh"))));
        row(
                "an approval changed after it was signed",
                at,
                EvidenceText.APPROVAL_SIGNATURE_BAD,
                sealed(f -> f.member(APPROVAL, "expiresAt", "\"2099-01-01T00:00:00Z\"")));
        row("no signature but a text", at, EvidenceText.APPROVAL_SIGNATURE_BAD, sealed(f -> f.put(SIGNATURE, "none")));
        row("an empty signature", at, EvidenceText.APPROVAL_SIGNATURE_BAD, sealed(f -> f.put(SIGNATURE, new byte[0])));
        row("the signature removed", at, EvidenceText.ENTRY_MISSING, sealed(f -> f.remove(SIGNATURE)));
        row("signed by an outsider", at, EvidenceText.APPROVAL_SIGNATURE_BAD, file -> forgery(GOOD)
                .edit(
                        APPROVAL,
                        print("binh"),
                        CertificateFacts.of(outsider().certificate()).fingerprint())
                .approvedBy(outsider())
                .seal(WORLD, file, key("department")));
        row("allowed by whoever asked", at, EvidenceText.OWN_APPROVAL, sealed(f -> f.edit(
                        APPROVAL, "\"id\":\"binh\"", "\"id\":\"lan\"")
                .approvedBy(key("binh"))));
        row("allowed by the key of whoever asked", at, EvidenceText.OWN_APPROVAL, sealed(f -> f.edit(
                        APPROVAL, print("binh"), print("lan"))
                .approvedBy(key("lan"))));
        row(
                "allowed by another key than it says",
                at,
                EvidenceText.APPROVAL_OTHER_CERTIFICATE,
                sealed(f -> f.approvedBy(key("lan"))));
        row("allowed before it was asked", at, EvidenceText.APPROVAL_TIMES, sealed(f -> f.member(
                        APPROVAL, "approvedAt", "\"2020-01-01T00:00:00Z\"")
                .approvedBy(key("binh"))));
        row("ended before it began", at, EvidenceText.APPROVAL_TIMES, sealed(f -> f.member(
                        APPROVAL, "expiresAt", "\"2020-01-02T00:00:00Z\"")
                .approvedBy(key("binh"))));
        row(
                "a sheet on paper beside a key's approval",
                at,
                EvidenceText.UNKNOWN_ENTRY,
                sealed(f -> f.put(SCAN, other().bytes(SCAN))));
    }

    static void paper() {
        String at = "approval";
        holds("on paper, sealed again as it is", UNPROVEN, sealed(PAPER, "department", f -> {}));
        row(
                "another scan",
                at,
                EvidenceText.PAPER_OTHER_SCAN,
                sealed(PAPER, "department", f -> f.put(SCAN, "another sheet")));
        row("the scan removed", at, EvidenceText.PAPER_OTHER_SCAN, sealed(PAPER, "department", f -> f.remove(SCAN)));
        row(
                "two scans",
                at,
                EvidenceText.PAPER_OTHER_SCAN,
                sealed(PAPER, "department", f -> f.put("data/approval-scan.pdf", "one more")));
        row(
                "the registrar's key for the body's",
                at,
                EvidenceText.PAPER_NOT_OF_THE_BODY,
                sealed(PAPER, "department", f -> f.approvedBy(key("lan"))));
        row("a scan replaced without a key", "digests", SealText.DIGEST_DIFFERS, zip(PAPER, z -> z.flip(SCAN, 99)));
    }

    static void custody() {
        String at = "custody";
        row("custody of another", at, EvidenceText.CUSTODY_OF_ANOTHER, sealed(f -> f.take(other(), CUSTODY)));
        row(
                "the whole case of another",
                at,
                EvidenceText.CUSTODY_OF_ANOTHER,
                sealed(f -> f.take(other(), REQUEST, APPROVAL, SIGNATURE, SCAN)));
        row(
                "a person changed",
                at,
                EvidenceText.CUSTODY_BROKEN,
                sealed(f -> f.edit(CUSTODY, "\"person\":\"lan\"", "\"person\":\"nam\"")));
        for (int i = 0; i < 3; i++) {
            int line = i;
            row("line " + i + " taken out", at, EvidenceText.CUSTODY_INCOMPLETE, bodies(b -> b.remove(line)));
        }
        row("two lines swapped", at, EvidenceText.CUSTODY_BROKEN, bodies(b -> b.add(1, b.remove(0))));
        row("an empty record", at, EvidenceText.CUSTODY_INCOMPLETE, sealed(f -> f.put(CUSTODY, "")));
        row(
                "an empty line behind",
                at,
                EvidenceText.CUSTODY_BROKEN,
                sealed(f -> f.put(CUSTODY, f.text(CUSTODY) + "\n")));
        row("no record", at, EvidenceText.ENTRY_MISSING, sealed(f -> f.remove(CUSTODY)));
        row(
                "a line of another between",
                at,
                EvidenceText.CUSTODY_OF_ANOTHER,
                bodies(b -> b.add(1, other().bodies().get(0))));
        row(
                "approved by another, the chain made to fit",
                at,
                EvidenceText.CUSTODY_INCOMPLETE,
                bodies(b -> b.set(1, b.get(1).replace("\"person\":\"binh\"", "\"person\":\"cuong\""))));
        row(
                "run by the approver",
                at,
                EvidenceText.APPROVER_RAN,
                bodies(b -> b.set(2, b.get(2).replace("\"person\":\"cuong\"", "\"person\":\"binh\""))));
        row(
                "run by another, the chain made to fit",
                at,
                EvidenceText.CUSTODY_NOT_IN_LOG,
                bodies(b -> b.set(2, b.get(2).replace("\"person\":\"cuong\"", "\"person\":\"nam\""))));
        row(
                "run after the leave had ended",
                at,
                EvidenceText.APPROVAL_EXPIRED_AT_RUN,
                bodies(b -> b.set(2, b.get(2).replaceFirst("\"time\":\"\\d{4}", "\"time\":\"2099"))));
        row(
                "the run an hour later",
                at,
                EvidenceText.SEALED_BEFORE_RUN,
                bodies(b -> b.set(2, b.get(2).replaceFirst("T16:01", "T17:01"))));
        row("used twice", at, EvidenceText.CUSTODY_INCOMPLETE, bodies(b -> {
            String run = b.get(2);
            b.add(run.replace("\"phase\":\"intent\"", "\"intent\":20,\"phase\":\"outcome\"")
                    .replace("\"details\":{}", "\"details\":{\"result\":\"done\"}")
                    .replace("\"seq\":20", "\"seq\":21"));
            b.add(run.replace("\"seq\":20", "\"seq\":22"));
        }));
        row("an hour moved everywhere, allowed again", at, EvidenceText.CUSTODY_NOT_IN_LOG, sealed(f -> {
            for (String sheet : List.of(REQUEST, APPROVAL, SHEET)) {
                f.put(sheet, f.text(sheet).replace("T15:3", "T14:3"));
            }
            f.approvedBy(key("binh"));
        }));
        row(
                "the checkpoint of another",
                at,
                EvidenceText.CUSTODY_NOT_IN_LOG,
                sealed(f -> f.take(other(), PackageVerifier.CHECKPOINT)));
        row(
                "a checkpoint of another size",
                at,
                EvidenceText.CHECKPOINT_UNSIGNED,
                sealed(f -> f.edit(PackageVerifier.CHECKPOINT, "\n20\n", "\n21\n")));
        row(
                "the checkpoint's signature bent",
                at,
                EvidenceText.CHECKPOINT_UNSIGNED,
                sealed(f -> f.edit(
                        PackageVerifier.CHECKPOINT,
                        f.text(PackageVerifier.CHECKPOINT).substring(110, 130),
                        "AAAAAAAAAAAAAAAAAAAA")));
        row(
                "the checkpoint removed",
                at,
                EvidenceText.ENTRY_MISSING,
                sealed(f -> f.remove(PackageVerifier.CHECKPOINT)));
        row(
                "the key of another log",
                at,
                EvidenceText.CHECKPOINT_UNSIGNED,
                sealed(f -> f.put(
                        PackageVerifier.LOG_KEY,
                        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n")));
        row("no key of a log", at, EvidenceText.SHEET_OTHER_FORM, sealed(f -> f.put(PackageVerifier.LOG_KEY, "x")));
        row(
                "a proof of another entry",
                at,
                EvidenceText.CUSTODY_NOT_IN_LOG,
                sealed(f -> f.put(LAST_PROOF, f.bytes("data/entry-9.tlog-proof"))));
        row(
                "a proof of another package",
                at,
                EvidenceText.CUSTODY_NOT_IN_LOG,
                sealed(f -> f.put(LAST_PROOF, other().bytes("data/entry-22.tlog-proof"))));
        row(
                "a proof edited",
                at,
                EvidenceText.CUSTODY_NOT_IN_LOG,
                sealed(f -> f.edit(LAST_PROOF, "index 19", "index 18")));
        row("a proof missing", at, EvidenceText.CUSTODY_UNPROVEN, sealed(f -> f.remove(LAST_PROOF)));
        row(
                "a proof too many",
                at,
                EvidenceText.CUSTODY_UNPROVEN,
                sealed(f -> f.put("data/entry-21.tlog-proof", f.bytes(LAST_PROOF))));
    }

    private static Forging bodies(Consumer<List<String>> change) {
        return sealed(f -> {
            List<String> bodies = f.bodies();
            change.accept(bodies);
            f.custody(bodies);
        });
    }

    static void clips() {
        String at = "clips";
        row(
                "a sheet of another camera",
                at,
                EvidenceText.CLIP_OTHER_CAMERA,
                sealed(f -> f.edit(SHEET, "\"id\":\"gate-1\"", "\"id\":\"gate-2\"")));
        for (String lead : List.of("60001", "-5", "30000")) {
            row(
                    "a key-frame lead of " + lead + " ms",
                    at,
                    EvidenceText.CLIP_OUTSIDE,
                    sealed(f -> f.member(SHEET, "keyFrameLeadMillis", lead)));
        }
        row(
                "a clock edited alone",
                at,
                EvidenceText.SHEET_OTHER_FORM,
                sealed(f -> f.member(SHEET, "offsetMillis", "20961")));
        row(
                "a clock off without end",
                at,
                EvidenceText.SHEET_OTHER_FORM,
                sealed(f -> f.member(SHEET, "offsetMillis", Long.toString(Long.MAX_VALUE))));
        row(
                "a clock an hour off, and the times that follow from it",
                at,
                EvidenceText.CLIP_OUTSIDE,
                sealed(f -> f.member(SHEET, "offsetMillis", "3630961")
                        .edit(SHEET, SITE_TIME, SITE_TIME.replace("T15:3", "T14:3"))));
        row(
                "hours moved in the sheet",
                at,
                EvidenceText.CLIP_OUTSIDE,
                sealed(f -> f.put(SHEET, f.text(SHEET).replace("T15:3", "T14:3"))));
        row("the pictures' hour moved", at, EvidenceText.CLIP_OUTSIDE, sealed(f -> f.edit(
                        SHEET, SITE_TIME, SITE_TIME.replace("T15:3", "T14:3"))
                .edit(SHEET, CAMERA_TIME, CAMERA_TIME.replace("T15:3", "T14:3"))));
        row(
                "the camera's time alone",
                at,
                EvidenceText.SHEET_OTHER_FORM,
                sealed(f -> f.edit(SHEET, CAMERA_TIME, CAMERA_TIME.replace("T15:3", "T14:3"))));
        row(
                "a clip said to be shorter",
                at,
                EvidenceText.CLIP_OUTSIDE,
                sealed(f -> f.member(SHEET, "durationMillis", "4000")));
        row(
                "another end asked for",
                at,
                EvidenceText.CLIP_OUTSIDE,
                sealed(f -> f.edit(SHEET, TO, "2026-11-26T15:36:14Z")));
        row(
                "the site's time left out",
                at,
                EvidenceText.SHEET_OTHER_FORM,
                sealed(f -> f.member(SHEET, "siteTime", "null")));
        // What the sheet says of holes is the sealer's word: it is not held against the clip.
        holds(
                "the hole left out of the sheet",
                UNPROVEN,
                sealed(f -> f.put(SHEET, f.text(SHEET).replaceFirst("\"gaps\":\\[.*?\\]", "\"gaps\":[]"))));
        row(
                "a hole that takes all that was asked for",
                at,
                EvidenceText.CLIP_OUTSIDE,
                sealed(f -> f.put(
                        SHEET,
                        f.text(SHEET)
                                .replaceFirst(
                                        "\"gaps\":\\[.*?\\]",
                                        "\"gaps\":[" + CAMERA_TIME.substring(13).replace("43.800", "44") + "]"))));
        row("a bit of the clip, sealed again", at, EvidenceText.CLIP_OTHER_FILE, sealed(f -> f.put(CLIP, damaged())));
        row("and described again", at, EvidenceText.CLIP_OTHER_PICTURES, sealed(f -> clip(f, damaged())));
        row(
                "the clip of another, described as this",
                at,
                EvidenceText.CLIP_OTHER_PICTURES,
                sealed(f -> clip(f, other().bytes(other().clip(".mp4")))));
        row("a third of the clip", at, null, sealed(f -> clip(f, slice(f.bytes(CLIP), 0, 20_000))));
        row(
                "a text for a clip",
                at,
                EvidenceText.CLIP_UNREADABLE,
                sealed(f -> clip(f, "no clip".getBytes(StandardCharsets.UTF_8))));
        row("one picture less", at, EvidenceText.CLIP_OTHER_PICTURES, sealed(f -> f.member(SHEET, "frames", "34")));
        row("one key frame less", at, EvidenceText.CLIP_OTHER_PICTURES, sealed(f -> f.member(SHEET, "keyFrames", "6")));
        holds("recovery points counted for key frames", UNPROVEN, sealed(f -> f.member(SHEET, "keyFrames", "9")));
        row(
                "pictures without number",
                at,
                EvidenceText.CLIP_OTHER_PICTURES,
                sealed(f -> f.member(SHEET, "frames", "5000000000")));
        row("a width without measure", at, EvidenceText.BAD_SHEET, sealed(f -> f.member(SHEET, "width", "5000000000")));
        row(
                "another fingerprint of the pictures",
                at,
                EvidenceText.CLIP_OTHER_PICTURES,
                sealed(f -> f.member(SHEET, "essenceSha256", "\"" + "0".repeat(64) + "\"")));
        row("another codec", at, EvidenceText.CLIP_OTHER_PICTURES, sealed(f -> f.member(SHEET, "codec", "\"H265\"")));
        row("a note among the clips", at, EvidenceText.UNKNOWN_ENTRY, sealed(f -> f.put("data/clips/note.txt", "x")));
        row(
                "one more clip without a sheet",
                at,
                EvidenceText.UNKNOWN_ENTRY,
                sealed(f -> f.take(other(), other().clip(".mp4"))));
        row(
                "one more clip with its sheet",
                at,
                EvidenceText.CLIP_OUTSIDE,
                sealed(f -> f.take(other(), other().clip(".mp4"), other().clip(".json"))));
        row("the sheet removed", at, EvidenceText.NO_CLIP, sealed(f -> f.remove(SHEET)));
        row("the clip removed, sealed again", at, EvidenceText.ENTRY_MISSING, sealed(f -> f.remove(CLIP)));
        row("clip and sheet removed", at, EvidenceText.NO_CLIP, sealed(f -> f.remove(CLIP)
                .remove(SHEET)));
        row("the clip renamed", at, EvidenceText.ENTRY_MISSING, sealed(f -> f.rename(CLIP, "data/clips/other.mp4")));
        row(
                "the sheet twice",
                at,
                EvidenceText.ENTRY_MISSING,
                sealed(f -> f.put("data/clips/copy.json", f.bytes(SHEET))));
        row("the clip twice", at, EvidenceText.ENTRY_MISSING, sealed(f -> f.put("data/clips/again.mp4", f.bytes(CLIP))
                .put("data/clips/again.json", f.bytes(SHEET))));
        row("something told to be the sound", at, EvidenceText.CLIP_OTHER_FILE, sealed(f -> {
            f.put("data/clips/extra.bin", "anything").member(SHEET, "audioFile", "\"data/clips/extra.bin\"");
            f.member(SHEET, "audioSha256", "\"" + f.sha256("data/clips/extra.bin") + "\"");
        }));
    }

    private static byte[] damaged() {
        byte[] bent = forgery(GOOD).bytes(CLIP).clone();
        bent[bent.length - 9] ^= 1;
        return bent;
    }

    /** Another file for the clip, and a sheet that says so of the file. */
    private static void clip(Forgery f, byte[] content) {
        String before = f.sha256(CLIP);
        f.put(CLIP, content).edit(SHEET, before, f.sha256(CLIP));
        f.member(SHEET, "bytes", Integer.toString(content.length));
    }

    static void views() {
        String at = "clips";
        row(
                "a copy of another clip",
                at,
                EvidenceText.COPY_OF_NOTHING,
                sealed(f -> f.edit(VIEW_SHEET, f.sha256(CLIP), "0".repeat(64))));
        row(
                "a still for a copy",
                at,
                EvidenceText.COPY_OF_NOTHING,
                sealed(f -> f.edit(VIEW_SHEET, "\"kind\":\"view\"", "\"kind\":\"still\"")));
        row("another copy than its sheet's", at, EvidenceText.CLIP_OTHER_FILE, sealed(f -> f.put(VIEW, f.bytes(CLIP))));
        row("a copy without its sheet", at, EvidenceText.UNKNOWN_ENTRY, sealed(f -> f.remove(VIEW_SHEET)));
        row("a sheet without its copy", at, EvidenceText.ENTRY_MISSING, sealed(f -> f.remove(VIEW)));
        row(
                "something among the copies",
                at,
                EvidenceText.UNKNOWN_ENTRY,
                sealed(f -> f.put("data/view/more.bin", "x")));
        holds("no copies at all", UNPROVEN, sealed(f -> f.remove(VIEW).remove(VIEW_SHEET)));
    }
}
