package vn.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.app.Vigil;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.MessageKey;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.evidence.Acts;
import vn.vigil.evidence.Asked;
import vn.vigil.evidence.FileRequest;
import vn.vigil.evidence.Judgement;
import vn.vigil.evidence.PackageVerifier;
import vn.vigil.evidence.ReceiptCode;
import vn.vigil.evidence.Requester;
import vn.vigil.evidence.Wanted;
import vn.vigil.ledger.Entry;
import vn.vigil.people.KeySource;
import vn.vigil.people.NewMember;
import vn.vigil.people.Office;
import vn.vigil.seal.AsiceReader;
import vn.vigil.seal.Certificates;
import vn.vigil.seal.Envelope;
import vn.vigil.seal.Pkcs12;
import vn.vigil.seal.SigningKey;

/** The whole way of requests at one site: paper, order, emergency, several spans, hand-over, receipt, outcome, and every no. */
class FlowStoryTest {
    @TempDir
    static Path home;

    private static EvidenceSite site;
    private static Path scan;
    private static int minute;

    @BeforeAll
    static void open() throws Exception {
        site = new EvidenceSite(home, Duration.ofSeconds(3));
        try (Vigil v = site.as(null)) {
            v.people()
                    .add(
                            v.actor(),
                            new NewMember(
                                    new MemberId("hoa"),
                                    "Phạm Thị Hoa",
                                    null,
                                    null,
                                    null,
                                    null,
                                    Set.of(Office.SECRETARY),
                                    null,
                                    null),
                            false);
        }
        scan = home.resolve("but-phe.pdf");
        Files.writeString(scan, "%PDF-1.7\nbút phê: đồng ý\n%%EOF\n", StandardCharsets.UTF_8);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static FileRequest asked() {
        return site.asking(site.recorded.plusSeconds(60L * ++minute + 20), Duration.ofSeconds(2));
    }

    private static <T> T by(String member, Function<Vigil, T> act) {
        try (Vigil v = site.as(member)) {
            return act.apply(v);
        }
    }

    private static Filed paper(String registrar, CaseId id, String signer) {
        PaperApproval paper = new PaperApproval(scan, "15/GĐ", today(), new MemberId(signer));
        return by(registrar, v -> v.extracts().approve(v.actor(), id, paper, Extracts.APPROVAL_VALIDITY));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(site.world.now(), site.vigil.config().zone());
    }

    private static RunResult run(String member, CaseId id) {
        return by(member, v -> v.extracts()
                .run(v.actor(), new RunRequest(id, null, null, null, null, false), Progress.NONE));
    }

    private static VigilException no(String id, Runnable act) {
        VigilException e = assertThrows(VigilException.class, act::run);
        assertEquals(id, e.id(), e.toString());
        return e;
    }

    private static boolean told(List<vn.vigil.base.Message> notes, MessageKey key) {
        return notes.stream().anyMatch(n -> n.key() == key);
    }

    private static ExtractState state(CaseId id) {
        return site.vigil.extracts().get(id).state();
    }

    @Test
    void anApprovalOnPaperTakesThreePeopleAndStaysGenuine() throws Exception {
        CaseId id = site.request(asked());
        no("VG-EXTRACT-SIGNER", () -> paper("lan", id, "cuong"));
        assertEquals(
                ErrorKind.DENIED,
                assertThrows(VigilException.class, () -> paper("cuong", id, "binh"))
                        .kind(),
                "an operator keeps no register");
        assertEquals(ExtractState.APPROVED, paper("lan", id, "binh").request().state());
        assertEquals(Filed.Outcome.UNCHANGED, paper("lan", id, "binh").outcome());
        no("VG-EXTRACT-REGISTRAR-RUNS", () -> run("lan", id));

        RunResult done = run("cuong", id);
        Path file = done.packages().get(0).file();
        Judgement judged = site.judge(file);
        assertEquals(Judgement.Verdict.TIME_NOT_PROVEN, judged.verdict(), String.valueOf(judged.failed()));
        assertEquals("Nguyễn Thị Lan", judged.approval().paper().registrarName());
        try (AsiceReader reader = AsiceReader.open(file)) {
            assertTrue(reader.has(PackageVerifier.APPROVAL_SCAN + "pdf"));
            assertTrue(
                    new String(reader.small(PackageVerifier.RECORD), StandardCharsets.ISO_8859_1).startsWith("%PDF"));
            assertTrue(new String(reader.small("bag-info.txt"), StandardCharsets.UTF_8)
                    .contains("Vigil-Package-Version: 2\n"));
        }
        no("VG-EXTRACT-DECIDED", () -> site.approve("binh", id, "binh"));
        assertEquals(RunResult.Outcome.UNCHANGED, run("cuong", id).outcome(), "used once");
        no(
                "VG-EXTRACT-NOT-APPROVER",
                () -> by("lan", v -> v.extracts()
                        .countersign(
                                v.actor(), id, KeySource.file(scan, new char[0]), null, List.of(), Progress.NONE)));
    }

    @Test
    void aSiteMayTakeKeysOnly() {
        CaseId id = site.request(asked());
        Path conf = home.resolve("strict.conf");
        assertTrue(writes(conf, "extract.approval = key\n"));
        try (Vigil lan = Vigil.open(site.world, new Vigil.Options(home, conf, null, "lan", false))) {
            PaperApproval paper = new PaperApproval(scan, null, today(), new MemberId("binh"));
            no("VG-EXTRACT-KEY-ONLY", () -> lan.extracts().approve(lan.actor(), id, paper, Extracts.APPROVAL_VALIDITY));
        }
        assertEquals(ExtractState.REQUESTED, state(id));
    }

    private static boolean writes(Path file, String text) {
        try {
            Files.writeString(file, text);
            return true;
        } catch (java.io.IOException e) {
            return false;
        }
    }

    @Test
    void anOrderOfTheBoardIsRequestAndApprovalInOneSheet() {
        FileRequest a = asked();
        FileRequest order = changed(a, Requester.BOARD, a.wanted(), false, false);
        int before = site.vigil.extracts().list().size();
        no("VG-EXTRACT-SIGNER", () -> order(order, "cuong"));
        assertEquals(before, site.vigil.extracts().list().size(), "nothing is filed");
        Filed filed = order(order, "binh");
        assertEquals(ExtractState.APPROVED, filed.request().state());
        assertEquals(new MemberId("binh"), filed.request().decidedBy());
        no("VG-EXTRACT-ORDER", () -> order(a, "binh"));
    }

    private static Filed order(FileRequest content, String signer) {
        PaperApproval paper =
                new PaperApproval(scan, content.documentNumber(), content.documentDate(), new MemberId(signer));
        return by("lan", v -> v.extracts()
                .order(v.actor(), new NewRequest(content, null), paper, Extracts.APPROVAL_VALIDITY, Progress.NONE));
    }

    /** The same request otherwise. */
    private static FileRequest changed(
            FileRequest r, Requester requester, List<Wanted> wanted, boolean crime, boolean emergency) {
        return new FileRequest(
                requester,
                r.requesterName(),
                emergency ? "" : r.documentNumber(),
                emergency ? null : today(),
                r.basis(),
                r.purpose(),
                r.recipient(),
                null,
                wanted,
                crime,
                null,
                crime ? "trực ban công an phường không nghe máy" : null,
                emergency,
                null,
                null);
    }

    @Test
    void anEmergencyIsPutInOrderAfterwards() throws Exception {
        FileRequest a = asked();
        no("VG-EXTRACT-NO-EMERGENCY", () -> regularise(site.request(a), "9/CV-CAP"));
        Path conf = home.resolve("quick.conf");
        assertTrue(writes(conf, "extract.regularise-within = 1s\n"));
        CaseId id;
        try (Vigil lan = Vigil.open(site.world, new Vigil.Options(home, conf, null, "lan", false))) {
            FileRequest e = changed(a, a.requester(), a.wanted(), true, true);
            id = lan.extracts().request(lan.actor(), e).request().id();
        }
        no("VG-EXTRACT-OWN-APPROVAL", () -> site.approve("lan", id, "lan"));
        site.world.sleep(Duration.ofMillis(1100));
        assertEquals(id, site.vigil.extracts().check().overdue().get(0).id());
        assertEquals(
                List.of(id),
                site.vigil.extracts().list(new ExtractFilter(List.of(), true, true, null)).stream()
                        .map(ExtractRequest::id)
                        .toList());
        assertEquals(Filed.Outcome.WRITTEN, regularise(id, "9/CV-CAP").outcome());
        assertEquals(Filed.Outcome.UNCHANGED, regularise(id, "9/CV-CAP").outcome());
        no("VG-EXTRACT-REGULARISED", () -> regularise(id, "10/CV-CAP"));
        assertTrue(site.vigil.extracts().check().overdue().isEmpty());
    }

    private static Filed regularise(CaseId id, String number) {
        return by("lan", v -> v.extracts().regularise(v.actor(), id, number, today()));
    }

    @Test
    void severalSpansAreOneCaseAndAnEarlierOneIsTold() {
        Instant first = site.recorded.plusSeconds(60L * ++minute);
        List<Wanted> two = new ArrayList<>();
        for (int at : new int[] {15, 35}) {
            two.add(new Wanted(
                    EvidenceSite.GATE, Asked.recorded(new TimeSpan(first.plusSeconds(at), first.plusSeconds(at + 2)))));
        }
        FileRequest content = changed(asked(), Requester.STATE_AGENCY, two, false, false);
        Filed filed = by("lan", v -> v.extracts().request(v.actor(), content));
        assertTrue(told(filed.notes(), ExtractText.HELD), filed.notes().toString());
        Filed again = by("cuong", v -> v.extracts().request(v.actor(), content));
        assertNotEquals(filed.request().id(), again.request().id(), "another person's is another request");
        assertTrue(told(again.notes(), ExtractText.OVERLAP));
        CaseId id = filed.request().id();
        site.approve("binh", id, "binh");
        RunResult done = run("cuong", id);
        assertEquals(2, done.clips().size());
        assertNull(site.judge(done.packages().get(0).file()).failed());
    }

    @Test
    void whoFiledMayTakeItBackWhileItIsNotRun() {
        CaseId id = site.request(asked());
        site.approve("binh", id, "binh");
        assertEquals(
                ErrorKind.DENIED,
                assertThrows(VigilException.class, () -> withdraw("cuong", id)).kind());
        assertEquals(ExtractState.WITHDRAWN, withdraw("lan", id).request().state());
        assertEquals(Filed.Outcome.UNCHANGED, withdraw("lan", id).outcome());
        no("VG-EXTRACT-WITHDRAWN", () -> run("cuong", id));
        no("VG-EXTRACT-DECIDED", () -> site.approve("binh", id, "binh"));
    }

    private static Filed withdraw(String member, CaseId id) {
        return by(member, v -> v.extracts().withdraw(v.actor(), id, "sai camera"));
    }

    @Test
    void aRecipientWithACertificateGetsItEncrypted() throws Exception {
        SigningKey police = recipientKey();
        Path certificate = home.resolve("recipient.pem");
        Files.writeString(certificate, Certificates.pem(police.certificate()));
        CaseId id = by("lan", v -> v.extracts()
                .request(v.actor(), new NewRequest(asked(), certificate), Progress.NONE)
                .request()
                .id());
        site.approve("binh", id, "binh");
        PackageFacts made = run("cuong", id).packages().get(0);
        assertTrue(Files.exists(Path.of(made.encrypted() + ".sha256")));
        Path opened = home.resolve("opened.asice");
        new Envelope(site.world).decrypt(made.encrypted(), opened, police, Progress.NONE);
        assertEquals(-1, Files.mismatch(opened, made.file()));
        Path medium = Files.createDirectories(home.resolve("usb-encrypted"));
        deliver(id, medium);
        assertTrue(Files.exists(medium.resolve(made.encrypted().getFileName())));
        assertFalse(Files.exists(medium.resolve(made.file().getFileName())), "nothing leaves in the clear");
    }

    /** A recipient's key by the tool of every Java. */
    private static SigningKey recipientKey() throws Exception {
        Path file = home.resolve("police.p12");
        List<String> keytool = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "police",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=Công an phường",
                "-ext",
                "KU=keyEncipherment",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(EvidenceSite.PASSPHRASE),
                "-keystore",
                file.toString());
        assertEquals(0, new ProcessBuilder(keytool).start().waitFor());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return Pkcs12.open(file, EvidenceSite.PASSPHRASE);
    }

    @Test
    void aHeldCopyStandsInForACameraThatIsGone() {
        CaseId id = site.request(asked());
        site.approve("binh", id, "binh");
        site.cameras.camera("gate-1").stop();
        try {
            RunResult done = run("cuong", id);
            assertTrue(told(done.notes(), ExtractText.FROM_HOLD), done.notes().toString());
            assertNull(site.judge(done.packages().get(0).file()).failed());
        } finally {
            site.cameras.camera("gate-1").start();
        }
    }

    @Test
    void aPackageGoesOutWithARecordAndComesBackAsACode() throws Exception {
        CaseId id = site.request(asked());
        no("VG-EXTRACT-NOT-DONE", () -> deliver(id, null));
        site.approve("binh", id, "binh");
        PackageFacts made = run("cuong", id).packages().get(0);
        no("VG-EXTRACT-NOT-DELIVERED", () -> receipt(id, ReceiptCode.of(made.identity())));

        no("VG-EXTRACT-NO-MEDIUM", () -> deliver(id, home.resolve("pulled-out")));
        Path medium = Files.createDirectories(home.resolve("usb"));
        Path inTheWay = Files.writeString(medium.resolve(made.file().getFileName()), "something else");
        no("VG-EXTRACT-MEDIUM", () -> deliver(id, medium));
        assertEquals(ExtractState.DONE, state(id), "nothing half-done is called done");
        Files.delete(inTheWay);
        byte[] good = Files.readAllBytes(made.file());
        Files.write(made.file(), new byte[] {1, 2, 3});
        no("VG-EXTRACT-PACKAGE-CHANGED", () -> deliver(id, medium));
        Files.write(made.file(), good);

        site.vigil.ledger().intent(new Entry(site.as("hoa").actor().who(), Acts.DELIVER, id.toString(), Map.of()));
        Delivered delivered = deliver(id, medium);
        assertEquals(ExtractState.DELIVERED, delivered.request().state());
        assertTrue(Files.exists(medium.resolve(made.file().getFileName() + ".sha256")));
        assertEquals(4, delivered.copied().size(), "package, fingerprint, record as DOCX and PDF");
        assertEquals(Filed.Outcome.UNCHANGED, deliver(id, medium).outcome());
        Filed signed = by("hoa", v -> v.extracts().signed(v.actor(), id, 0, scan, null, null));
        assertNotEquals(null, signed.request().deliveries().get(0).scanSha256());

        assertEquals(
                ErrorKind.USAGE,
                assertThrows(VigilException.class, () -> receipt(id, "AAAA-AAAA-AB"))
                        .kind());
        no("VG-EXTRACT-OTHER-CODE", () -> receipt(id, ReceiptCode.of("0".repeat(64))));
        assertEquals(
                ExtractState.RECEIVED,
                receipt(id, " " + ReceiptCode.of(made.identity()).toLowerCase(java.util.Locale.ROOT))
                        .request()
                        .state());
        assertEquals(
                ExtractState.CLOSED,
                outcome(id, CaseOutcome.Kind.USED, "đã nhận dạng xe").request().state());
        assertEquals(
                Filed.Outcome.UNCHANGED,
                outcome(id, CaseOutcome.Kind.USED, "đã nhận dạng xe").outcome());

        List<String> acts = site.vigil.extracts().log(id).stream()
                .filter(l -> !l.phase().equals("intent"))
                .map(LogLine::act)
                .toList();
        for (String act : List.of(
                "extract.request",
                "hold.copy",
                "extract.approve",
                "extract.run",
                "extract.deliver",
                "register.scan",
                "extract.receipt",
                "extract.outcome")) {
            assertTrue(acts.contains(act), act + " in " + acts);
        }
        assertFalse(site.vigil.extracts().list(new ExtractFilter(List.of(), true, false, null)).stream()
                .anyMatch(r -> r.id().equals(id)));
        assertNull(site.vigil.ledger().verify().fault());
        assertTrue(site.vigil.ledger().unfinished().isEmpty());
    }

    private static Delivered deliver(CaseId id, Path medium) {
        NewDelivery asked =
                new NewDelivery(id, "Phạm Văn Minh", "cán bộ điều tra", "USB 32 GB", "S-0012", "N-7", null, medium);
        return by("hoa", v -> v.extracts().deliver(v.actor(), asked, Progress.NONE));
    }

    private static Filed receipt(CaseId id, String code) {
        return by("hoa", v -> v.extracts().receipt(v.actor(), id, List.of(code)));
    }

    private static Filed outcome(CaseId id, CaseOutcome.Kind kind, String note) {
        return by("hoa", v -> v.extracts().outcome(v.actor(), id, kind, note, "45/CV-CAP"));
    }

    @Test
    void theApproversSealIsAddedWithoutTouchingTheFirst() {
        CaseId id = site.request(asked());
        site.approve("binh", id, "binh");
        PackageFacts before = run("cuong", id).packages().get(0);
        Raised raised = countersign(id);
        PackageFacts now = raised.packages().get(0).now();
        assertEquals(before.identity(), now.identity());
        assertTrue(now.countersigned());
        assertTrue(Files.exists(before.file()) && !before.file().equals(now.file()));
        Judgement judged = site.judge(now.file());
        assertNull(judged.failed(), String.valueOf(judged.failed()));
        assertEquals(2, judged.seals().size());
        assertEquals(Filed.Outcome.UNCHANGED, countersign(id).outcome());
        assertEquals(List.of(now), site.vigil.extracts().get(id).packages());
        Raised queue =
                by("cuong", v -> v.extracts().upgrade(v.actor(), List.of(), true, null, List.of(), Progress.NONE));
        assertTrue(queue.isLeft(), "no authority: they stay at B, and it is said");
    }

    private static Raised countersign(CaseId id) {
        Path key = home.resolve("keys").resolve("binh.p12");
        return by("binh", v -> v.extracts()
                .countersign(
                        v.actor(), id, KeySource.file(key, EvidenceSite.PASSPHRASE), null, List.of(), Progress.NONE));
    }
}
