package vn.vigil.evidence;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.vigil.seal.ForgedSeal;
import vn.vigil.seal.ForgedZip;
import vn.vigil.seal.SealText;

/** Forged containers and seals. */
final class ForgedContainers extends ForgedRows {
    private ForgedContainers() {}

    static void container() {
        String at = "container";
        holds("a copy, byte for byte", GENUINE, bytes(b -> b));
        holds("taken apart and put together again", GENUINE, zip(z -> {}));
        row("cut in half", at, SealText.NOT_A_PACKAGE, bytes(b -> slice(b, 0, b.length / 2)));
        row("the last byte cut off", at, SealText.NOT_A_PACKAGE, bytes(b -> slice(b, 0, b.length - 1)));
        row("nothing at all", at, SealText.NOT_A_PACKAGE, bytes(b -> new byte[0]));
        row("bytes before", at, SealText.ENTRY_PLACE, zip(z -> z.before = new byte[10]));
        row("another whole package before", at, SealText.ENTRY_PLACE, zip(z -> z.before = read(PAPER)));
        row("bytes before the directory", at, SealText.NOT_A_PACKAGE, zip(z -> z.between = new byte[10]));
        row("two directories", at, SealText.NOT_A_PACKAGE, zip(z -> z.between = directory(read(GOOD))));
        row("bytes behind", at, SealText.NOT_A_PACKAGE, zip(z -> z.after = new byte[10]));
        row("another whole package behind", at, SealText.NOT_A_PACKAGE, zip(z -> z.after = read(PAPER)));
        row("a comment", at, SealText.NOT_A_PACKAGE, zip(z -> z.comment = "xin chao"));
        row("an entry's comment", at, SealText.ENTRY_ATTRIBUTES, zip(z -> z.item(SHEET).comment = "x"));
        row("one entry less by the end's count", at, SealText.NOT_A_PACKAGE, zip(z -> z.count = z.items.size() - 1));
        row(
                "zip64 end that counts otherwise",
                at,
                SealText.NOT_A_PACKAGE,
                zip(z -> z.beforeEnd = hex("504b0606"
                        + "2c00000000000000 2d00 2d00 00000000 00000000 0100000000000000 0100000000000000"
                        + "0000000000000000 0000000000000000 504b0607 00000000 0000000000000000 01000000")));
        row(
                "zip64 sizes beside small ones",
                at,
                SealText.ENTRY_ATTRIBUTES,
                zip(z -> z.item(CLIP).extra = hex("0100 1000 0500000000000000 0500000000000000")));
        row("a length that only zip64 could tell", at, SealText.ENTRY_ATTRIBUTES, zip(z -> z.item(CLIP).length = -1));
        row("a length past the end", at, SealText.ENTRY_PLACE, zip(z -> z.item(CLIP).length = Integer.MAX_VALUE));
        row("a length that takes the next entry in", at, SealText.ENTRY_PLACE, zip(z -> z.item(CLIP).length = 70_000));
        row("compressed", at, SealText.ENTRY_COMPRESSED, zip(z -> z.item(CLIP).deflated()));
        row(
                "a bomb",
                at,
                SealText.ENTRY_COMPRESSED,
                zip(z -> z.items.add(new ForgedZip.Item("data/clips/bomb.mp4", new byte[16 << 20]).deflated())));
        row("encrypted within", at, SealText.ENTRY_COMPRESSED, zip(z -> z.item(CLIP).flags |= 1));
        row("a data descriptor", at, SealText.ENTRY_COMPRESSED, zip(z -> z.item(CLIP).flags |= 8));
        row("a data descriptor that lies", at, SealText.ENTRY_COMPRESSED, zip(z -> {
            ForgedZip.Item clip = z.item(CLIP);
            clip.flags |= 8;
            clip.stored = Arrays.copyOf(clip.data, clip.data.length + 16);
        }));
        row("mimetype not first", at, SealText.MIMETYPE_FIRST, zip(z -> z.items.add(z.items.remove(0))));
        row("mimetype compressed", at, SealText.ENTRY_COMPRESSED, zip(z -> z.item("mimetype")
                .deflated()));
        row(
                "mimetype of another kind",
                at,
                SealText.MIMETYPE_FIRST,
                zip(z -> z.item("mimetype").data = "application/epub+zip".getBytes(StandardCharsets.US_ASCII)));
        row(
                "mimetype with an extra field",
                at,
                SealText.ENTRY_HEADERS_DIFFER,
                zip(z -> z.item("mimetype").localExtra = hex("7570 0100 01")));
        row(
                "a second name in an extra field",
                at,
                SealText.ENTRY_ATTRIBUTES,
                zip(z -> z.item(CLIP).extra = hex("7570 0100 01")));
        row(
                "another name in the local header",
                at,
                SealText.ENTRY_HEADERS_DIFFER,
                zip(z -> z.item(CLIP).localName = CLIP.replace("gate-1", "gate-2")));
        row(
                "another checksum in the local header",
                at,
                SealText.ENTRY_HEADERS_DIFFER,
                zip(z -> z.item(CLIP).localCrcXor = 1));
        row(
                "a checksum wrong in both",
                at,
                SealText.ENTRY_CHECKSUM,
                zip(z -> z.item(CLIP).localCrcXor = z.item(CLIP).crcXor = 1));
        row("two entries over the same bytes", at, SealText.ENTRY_PLACE, zip(z -> z.item(SHEET).offset = 0));
        row("a symbolic link", at, SealText.ENTRY_ATTRIBUTES, zip(z -> z.item(SHEET).attributes = 0120777 << 16));
        row("a folder", at, SealText.ENTRY_ATTRIBUTES, zip(z -> z.item(SHEET).attributes = 0040755 << 16 | 0x10));
        row("a file twice", at, SealText.ENTRY_COLLIDES, zip(z -> z.add(CLIP, "another film")));
        row("a twin by case", at, SealText.ENTRY_COLLIDES, zip(z -> z.add(CLIP.toUpperCase(Locale.ROOT), "x")));
        row("a file that is a folder too", at, SealText.ENTRY_COLLIDES, zip(z -> z.add(CLIP + "/x", "x")));
        row("twins by Unicode form", at, SealText.BAD_ENTRY_NAME, zip(z -> z.add("data/clips/cổng.mp4", "x")
                .add(Normalizer.normalize("data/clips/cổng.mp4", Normalizer.Form.NFD), "x")));
        row("a name in another code page", at, SealText.BAD_ENTRY_NAME, zip(z -> z.add("data/clips/cổng.mp4", "x")
                .change("data/clips/cổng.mp4", i -> i.flags = 0)));
        for (String name : List.of(
                "../evil",
                "data/../../evil",
                "/etc/passwd",
                "data\\evil",
                "C:evil",
                "data//x",
                "data/",
                "./x",
                "data/x ",
                "data/x.",
                "data/nul",
                "data/COM1.txt",
                "data/a\u0000b",
                "data/a\u202Eb",
                "data/a\nb",
                "data/a*b",
                "data/100%",
                "data/" + "x".repeat(300))) {
            row("the name " + name, at, SealText.BAD_ENTRY_NAME, zip(z -> z.add(name, "x")));
        }
    }

    static void seals() {
        row("a bit of the clip", "digests", SealText.DIGEST_DIFFERS, zip(z -> z.flip(CLIP, 40_000)));
        row("a bit of the clip's sheet", "digests", SealText.DIGEST_DIFFERS, zip(z -> z.flip(SHEET, 5)));
        row("a bit of the custody record", "digests", SealText.DIGEST_DIFFERS, zip(z -> z.flip(CUSTODY, 60)));
        row(
                "a bit of the checkpoint",
                "digests",
                SealText.DIGEST_DIFFERS,
                zip(z -> z.flip(PackageVerifier.CHECKPOINT, 9)));
        row(
                "a bit of manifest-sha256.txt",
                "digests",
                SealText.DIGEST_DIFFERS,
                zip(z -> z.flip("manifest-sha256.txt", 3)));
        row(
                "a bit of tagmanifest-sha256.txt",
                "digests",
                SealText.DIGEST_DIFFERS,
                zip(z -> z.flip("tagmanifest-sha256.txt", 3)));
        row(
                "the hand-over record of another",
                "digests",
                SealText.DIGEST_DIFFERS,
                zip(z -> z.item(PackageVerifier.RECORD).data = other().bytes(PackageVerifier.RECORD)));
        row(
                "a file added, which general validators pass",
                "coverage",
                SealText.NOT_COVERED,
                zip(z -> z.add("data/clips/more.mp4", "x")));
        row("a note added outside the payload", "coverage", SealText.NOT_COVERED, zip(z -> z.add("README.txt", "x")));
        row("a file added to META-INF", "coverage", SealText.META_UNKNOWN, zip(z -> z.add("META-INF/note.txt", "x")));
        row(
                "a signature added that signs nothing",
                "coverage",
                SealText.META_UNKNOWN,
                zip(z -> z.add(SECOND_SEAL, "x")));
        row("the clip removed", "coverage", SealText.MISSING, zip(z -> z.remove(CLIP)));
        row("a proof removed", "coverage", SealText.MISSING, zip(z -> z.remove(LAST_PROOF)));
        row("the seal removed", "signature", SealText.SIGNATURE_MISSING, zip(z -> z.remove(SEAL)));
        row("seal and list removed", "signature", SealText.NO_SEAL, zip(z -> z.remove(SEAL)
                .remove(LIST)));
        row("a bit of the sealed list", "signature", SealText.CONTENT_CHANGED, zip(z -> {
            byte[] list = z.item(LIST).data;
            int at = new String(list, StandardCharsets.US_ASCII).indexOf("DigestValue>") + 15;
            list[at] = (byte) (list[at] == 'A' ? 'B' : 'A');
        }));
        row(
                "the seal of another package",
                "signature",
                SealText.CONTENT_CHANGED,
                zip(z -> z.item(SEAL).data = ForgedZip.of(PAPER).item(SEAL).data));
        row("seal and list of another package", "coverage", SealText.NOT_COVERED, zip(z -> {
            z.item(SEAL).data = ForgedZip.of(PAPER).item(SEAL).data;
            z.item(LIST).data = ForgedZip.of(PAPER).item(LIST).data;
        }));
        row("a bit of the signature value", "signature", SealText.SIGNATURE_BROKEN, seal(ForgedSeal::valueBent));
        row(
                "another signing time",
                "signature",
                SealText.SIGNATURE_BROKEN,
                seal(s -> ForgedSeal.signedAttributeBent(s, ForgedSeal.SIGNING_TIME)));
        row(
                "another digest signed",
                "signature",
                SealText.CONTENT_CHANGED,
                seal(s -> ForgedSeal.signedAttributeBent(s, ForgedSeal.MESSAGE_DIGEST)));
        row(
                "another certificate named",
                "signature",
                SealText.CERTIFICATE_MISMATCH,
                seal(s -> ForgedSeal.signedAttributeBent(s, ForgedSeal.SIGNING_CERTIFICATE)));
        row(
                "the certificate of another",
                "signature",
                SealText.CERTIFICATE_MISMATCH,
                seal(s -> ForgedSeal.certificateOf(s, key("lan"))));
        row(
                "the timestamp of another signature",
                "timestamp",
                SealText.STAMP_WRONG_IMPRINT,
                seal(s -> ForgedSeal.timestampOf(s, ForgedZip.of(PAPER).item(SEAL).data)));
        row("a timestamp bent", "timestamp", SealText.STAMP_BROKEN, seal(ForgedSeal::timestampBent));
        holds("the timestamp removed", UNPROVEN, seal(ForgedSeal::withoutTimestamp));
        holds("the revocation lists removed: no longer LT", GENUINE, seal(s -> ForgedSeal.lists(s, List.of())));
        holds(
                "a revocation list of another authority: no longer LT",
                GENUINE,
                seal(s -> ForgedSeal.lists(s, List.of(ForgedSeal.foreignList()))));
        row("a second seal that leaves something out", "coverage", SealText.NOT_COVERED, zip(PAPER, z -> {
            String list = new String(z.item(SECOND_LIST).data, StandardCharsets.UTF_8);
            int to = list.indexOf("</asic:DataObjectReference>") + "</asic:DataObjectReference>".length();
            z.item(SECOND_LIST).data = (list.substring(0, list.indexOf("<asic:DataObjectReference"))
                            + list.substring(to))
                    .getBytes(StandardCharsets.UTF_8);
            z.item(SECOND_SEAL).data = Forgery.sign(z.item(SECOND_LIST).data, key("binh"), SEALED);
        }));
        row(
                "the counter-seal by another",
                "approval",
                EvidenceText.COUNTERSEAL_OF_ANOTHER,
                zip(PAPER, z -> z.item(SECOND_SEAL).data = Forgery.sign(z.item(SECOND_LIST).data, key("lan"), SEALED)));
        row(
                "the counter-seal's signature removed",
                "signature",
                SealText.SIGNATURE_MISSING,
                zip(PAPER, z -> z.remove(SECOND_SEAL)));
        holds("the counter-seal removed", GENUINE, zip(PAPER, z -> z.remove(SECOND_SEAL)
                .remove(SECOND_LIST)));
        row("a third seal", "approval", EvidenceText.SEALS_TOO_MANY, zip(PAPER, z -> {
            byte[] third = new String(z.item(SECOND_LIST).data, StandardCharsets.UTF_8)
                    .replace("signature002", "signature003")
                    .getBytes(StandardCharsets.UTF_8);
            z.items.add(new ForgedZip.Item(SECOND_LIST.replace("002", "003"), third));
            z.items.add(
                    new ForgedZip.Item(SECOND_SEAL.replace("002", "003"), Forgery.sign(third, key("binh"), SEALED)));
        }));
        holds("sealed again as it is", UNPROVEN, sealed(f -> {}));
        holds("allowed again by the same person", UNPROVEN, sealed(f -> f.approvedBy(key("binh"))));
        holds("sealed by another member, who is named", UNPROVEN, sealed("lan", f -> {}));
        row("sealed by the approver", "approval", EvidenceText.OWN_APPROVAL, sealed("binh", f -> {}));
        row("sealed by an outsider of the same name", "trust", SealText.UNTRUSTED, file -> forgery(GOOD)
                .seal(WORLD, file, outsider()));
        row("clip and sheet of another, sealed by an outsider", "trust", SealText.UNTRUSTED, file -> clipOfAnother(
                        forgery(GOOD))
                .seal(WORLD, file, outsider()));
        row(
                "clip and sheet of another, sealed by a member",
                "clips",
                EvidenceText.CLIP_OUTSIDE,
                sealed("lan", f -> clipOfAnother(f)));
    }
}
