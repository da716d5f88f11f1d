package vn.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.CaseId;
import vn.vigil.base.World;
import vn.vigil.evidence.Judgement;
import vn.vigil.evidence.PackageVerifier;
import vn.vigil.seal.CertificateFacts;
import vn.vigil.seal.Hash;
import vn.vigil.seal.KeyType;
import vn.vigil.seal.Pkcs12;
import vn.vigil.seal.SigningKey;
import vn.vigil.seal.Subject;
import vn.vigil.seal.TrialAuthority;

/**
 * Packages that somebody with keys forged: container, digests and seal are in order in each, and one thing does not belong. Every
 * one is told apart, at the stage that is to blame.
 */
class ForgedEvidenceTest {
    private static final String REQUEST = PackageVerifier.REQUEST;
    private static final String APPROVAL = PackageVerifier.APPROVAL;
    private static final String SIGNATURE = PackageVerifier.APPROVAL_SIGNATURE;
    private static final String CUSTODY = PackageVerifier.CUSTODY;

    @TempDir
    static Path home;

    private static EvidenceSite site;
    private static PackageFacts genuine;
    private static PackageFacts other;
    private static SigningKey department;
    private static SigningKey binh;
    private static SigningKey lan;
    private static final AtomicInteger COUNT = new AtomicInteger();

    @BeforeAll
    static void makeTwoPackages() throws Exception {
        site = new EvidenceSite(home, Duration.ZERO);
        genuine = made(site.recorded.plusSeconds(60));
        // Not a whole number of loops later: the simulated pictures repeat.
        other = made(site.recorded.plusSeconds(135));
        department = site.vigil.keys().sealer(null, null);
        binh = key("binh");
        lan = key("lan");
    }

    private static PackageFacts made(Instant from) {
        CaseId id = site.request(site.asking(from, Duration.ofSeconds(4)));
        site.approve("binh", id, "binh");
        return site.run(new RunRequest(id, null, null, null, null, List.of(), null, true, false))
                .packages()
                .get(0);
    }

    private static SigningKey key(String person) {
        return Pkcs12.open(home.resolve("keys").resolve(person + ".p12"), EvidenceSite.PASSPHRASE);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static Forgery forge() {
        return new Forgery(genuine);
    }

    private static void assertFails(String stage, Forgery forgery) {
        assertFails(stage, forgery, department);
    }

    private static void assertFails(String stage, Forgery forgery, SigningKey seal) {
        Judgement judgement = judged(forgery, seal);
        assertEquals(Judgement.Verdict.NOT_GENUINE, judgement.verdict());
        assertNotNull(judgement.failed());
        assertEquals(stage, judgement.failed().name(), String.valueOf(judgement.failed()));
    }

    private static Judgement judged(Forgery forgery, SigningKey seal) {
        return site.judge(forgery.seal(site.world, home.resolve("forged-" + COUNT.incrementAndGet() + ".asice"), seal));
    }

    @Test
    void whatWasOnlySealedAgainHolds() {
        assertNull(judged(forge(), department).failed());
        assertNull(
                judged(forge().approvedBy(binh), department).failed(),
                "the forger's tools themselves make no difference");
    }

    @Test
    void aCopyForLookingAtIsOneOfAClipInThisPackage() {
        String sheet = forge().clip(".json").replace("data/clips/", "data/view/");
        String copy = sheet.replace(".json", ".mp4");
        String original = Hash.hex(Hash.sha256(forge().bytes(forge().clip(".mp4"))));
        assertFails("clips", forge().edit(sheet, original, "0".repeat(64)));
        assertFails("clips", forge().edit(sheet, "\"kind\":\"view\"", "\"kind\":\"still\""));
        assertFails("clips", forge().put(copy, forge().bytes(forge().clip(".mp4"))));
        assertFails("clips", forge().remove(sheet));
        assertFails("clips", forge().remove(copy));
        assertFails("clips", forge().put("data/view/more.bin", "x"));
        assertNull(judged(forge().remove(copy).remove(sheet), department).failed(), "a package need not have any");
    }

    @Test
    void theApprovalIsForExactlyThisRequest() {
        Instant from = site.recorded.plusSeconds(60);
        assertFails(
                "approval", forge().edit(APPROVAL, "\"gate-1\"", "\"gate-2\"").approvedBy(binh));
        assertFails(
                "approval",
                forge().edit(APPROVAL, "\"gate-1\"", "\"gate-1\",\"gate-2\"").approvedBy(binh));
        assertFails(
                "approval",
                forge().member(APPROVAL, "from", "\"" + from.plusSeconds(1) + "\"")
                        .approvedBy(binh));
        assertFails(
                "approval",
                forge().member(APPROVAL, "to", "\"" + from.plusSeconds(3) + "\"")
                        .approvedBy(binh));
        assertFails(
                "approval",
                forge().member(APPROVAL, "purpose", "\"chuyện khác\"").approvedBy(binh));
        assertFails(
                "approval",
                forge().member(APPROVAL, "recipient", "\"người khác\"").approvedBy(binh));
        assertFails(
                "approval",
                forge().member(APPROVAL, "request", "\"EXT-2020-0001\"").approvedBy(binh));
    }

    @Test
    void aWiderRequestDoesNotFitTheApproval() {
        Instant to = site.recorded.plusSeconds(64);
        assertFails("approval", forge().member(REQUEST, "to", "\"" + to.plusSeconds(1) + "\""));
        assertFails(
                "approval",
                forge().member(REQUEST, "to", "\"" + to.plusSeconds(1) + "\"").approvedBy(binh));
        assertFails(
                "approval", forge().edit(REQUEST, "\"gate-1\"", "\"gate-2\"").approvedBy(binh));
    }

    @Test
    void halvesOfTwoPackagesDoNotFit() {
        Forgery second = new Forgery(other);
        assertFails("approval", forge().take(second, APPROVAL, SIGNATURE));
        assertFails("approval", forge().take(second, SIGNATURE));
        assertFails("approval", forge().take(second, REQUEST));
        assertFails("custody", forge().take(second, CUSTODY));
        assertFails("custody", forge().take(second, REQUEST, APPROVAL, SIGNATURE));
        Forgery swapped = new Forgery(other).remove(second.clip(".mp4")).remove(second.clip(".json"));
        assertFails("clips", swapped.take(forge(), forge().clip(".mp4"), forge().clip(".json")));
    }

    @Test
    void nobodyApprovesTheirOwnRequest() {
        String print = CertificateFacts.of(lan.certificate()).fingerprint();
        String binhs = CertificateFacts.of(binh.certificate()).fingerprint();
        assertFails(
                "approval",
                forge().edit(APPROVAL, "\"id\":\"binh\"", "\"id\":\"lan\"").approvedBy(binh));
        assertFails("approval", forge().edit(APPROVAL, binhs, print).approvedBy(lan));
        assertFails("approval", forge().approvedBy(lan));
        assertFails("approval", forge(), binh);
    }

    @Test
    void theApprovalsSignatureIsTrustedAndOfItsBytes() throws Exception {
        assertFails("approval", forge().member(APPROVAL, "expiresAt", "\"2099-01-01T00:00:00Z\""));
        assertFails("approval", forge().put(SIGNATURE, "no signature".getBytes(StandardCharsets.UTF_8)));
        assertFails("approval", forge().put(SIGNATURE, new byte[0]));
        assertFails("approval", forge().remove(SIGNATURE));
        SigningKey outsider = outsider("approver");
        String print = CertificateFacts.of(outsider.certificate()).fingerprint();
        String binhs = CertificateFacts.of(binh.certificate()).fingerprint();
        assertFails("approval", forge().edit(APPROVAL, binhs, print).approvedBy(outsider));
        assertFails("trust", forge(), outsider("sealer"));
    }

    private static SigningKey outsider(String name) throws Exception {
        Path folder = java.nio.file.Files.createDirectories(home.resolve("outside-" + name));
        TrialAuthority authority =
                TrialAuthority.create(World.real(), folder.resolve("ca"), "Ngoài", EvidenceSite.PASSPHRASE);
        Path p12 = folder.resolve(name + ".p12");
        authority.issue(
                new Subject(name, null, "Ngoài", null),
                KeyType.P256,
                Duration.ofDays(30),
                p12,
                EvidenceSite.PASSPHRASE);
        return Pkcs12.open(p12, EvidenceSite.PASSPHRASE);
    }

    @Test
    void anApprovalHasItsTime() {
        assertFails(
                "approval",
                forge().member(APPROVAL, "approvedAt", "\"2020-01-01T00:00:00Z\"")
                        .approvedBy(binh));
        assertFails(
                "approval",
                forge().member(APPROVAL, "expiresAt", "\"2020-01-02T00:00:00Z\"")
                        .approvedBy(binh));
        Forgery late = forge();
        List<String> bodies = late.bodies();
        int run = bodies.size() - 1;
        bodies.set(run, bodies.get(run).replaceFirst("\"time\":\"\\d{4}", "\"time\":\"2099"));
        assertFails("custody", late.custody(bodies));
    }

    @Test
    void theCustodyRecordIsWholeAndOfThisRequest() {
        assertFails("custody", forge().edit(CUSTODY, "\"person\":\"lan\"", "\"person\":\"nam\""));
        for (int i = 0; i < 3; i++) {
            List<String> bodies = new ArrayList<>(forge().bodies());
            bodies.remove(i);
            assertFails("custody", forge().custody(bodies));
        }
        List<String> swapped = forge().bodies();
        swapped.add(1, swapped.remove(0));
        assertFails("custody", forge().custody(swapped));
        assertFails("custody", forge().put(CUSTODY, ""));
        assertFails("custody", forge().put(CUSTODY, forge().text(CUSTODY) + "\n"));
        assertFails("custody", forge().remove(CUSTODY));
        Forgery mixed = forge();
        List<String> both = new ArrayList<>(new Forgery(other).bodies());
        both.add(mixed.bodies().get(2));
        assertFails("custody", mixed.custody(both));
        List<String> someone = forge().bodies();
        someone.set(1, someone.get(1).replace("\"person\":\"binh\"", "\"person\":\"cuong\""));
        assertFails("custody", forge().custody(someone));
    }

    @Test
    void anApprovalIsUsedOnce() {
        List<String> bodies = forge().bodies();
        String run = bodies.get(2);
        long seq = Long.parseLong(run.replaceFirst(".*\"seq\":(\\d+).*", "$1"));
        String used = run.replace("\"phase\":\"intent\"", "\"phase\":\"outcome\"")
                .replace("\"details\":{}", "\"details\":{\"result\":\"done\"}")
                .replaceFirst("\"phase\"", "\"intent\":" + seq + ",\"phase\"")
                .replace("\"seq\":" + seq, "\"seq\":" + (seq + 1));
        bodies.add(used);
        bodies.add(run.replace("\"seq\":" + seq, "\"seq\":" + (seq + 2)));
        assertFails("custody", forge().custody(bodies));
    }

    @Test
    void sheetsAreStrict() {
        assertFails("request", forge().remove(REQUEST));
        assertFails("request", forge().edit(REQUEST, "{\"basis\"", "{\"crime\":false,\"basis\""));
        assertFails("request", forge().edit(REQUEST, "vigil.request/2", "vigil.request/3"));
        assertFails("request", forge().edit(REQUEST, "{\"basis\"", "{ \"basis\""));
        assertFails("request", forge().put(REQUEST, forge().text(REQUEST) + "{}"));
        assertFails("request", forge().put(REQUEST, "[]"));
        assertFails(
                "request",
                forge().edit(REQUEST, "\"schema\"", "\"secret\":1,\"schema\"").approvedBy(binh));
        assertFails("approval", forge().member(APPROVAL, "uses", "2").approvedBy(binh));
        assertFails("request", forge().put("data/extra.txt", "not ours"));
    }

    @Test
    void theClipIsOfTheApprovedCameraAndTime() {
        Forgery f = forge();
        String sheet = f.clip(".json");
        assertFails("clips", forge().edit(sheet, "\"id\":\"gate-1\"", "\"id\":\"gate-2\""));
        assertFails("clips", forge().member(sheet, "keyFrameLeadMillis", "60001"));
        assertFails("clips", forge().member(sheet, "keyFrameLeadMillis", "-5"));
        assertFails("clips", forge().member(sheet, "keyFrameLeadMillis", "30000"));
        assertFails("clips", forge().member(sheet, "offsetMillis", "3600000"));
        assertFails("clips", forge().member(sheet, "offsetMillis", Long.toString(Long.MAX_VALUE)));
        assertFails("clips", forge().member(sheet, "durationMillis", "9000"));
        assertFails(
                "clips", forge().edit(sheet, text(site.recorded.plusSeconds(64)), text(site.recorded.plusSeconds(65))));
        assertFails("clips", forge().member(sheet, "siteTime", "null"));
    }

    private static String text(Instant t) {
        return t.toString();
    }

    @Test
    void theClipIsTheOneThatItsSheetDescribes() {
        Forgery f = forge();
        Forgery second = new Forgery(other);
        String sheet = f.clip(".json");
        String mp4 = f.clip(".mp4");
        byte[] damaged = f.bytes(mp4).clone();
        damaged[damaged.length - 9] ^= 1;
        assertFails("clips", forge().put(mp4, damaged));
        assertFails("clips", redescribed(forge().put(mp4, damaged), sheet, mp4));
        assertFails("clips", redescribed(forge().put(mp4, second.bytes(second.clip(".mp4"))), sheet, mp4));
        byte[] cut = java.util.Arrays.copyOf(damaged, damaged.length / 2);
        assertFails("clips", redescribed(forge().put(mp4, cut), sheet, mp4));
        assertFails("clips", redescribed(forge().put(mp4, "no clip"), sheet, mp4));
        long frames = Long.parseLong(f.text(sheet).replaceFirst("(?s).*\"frames\":(\\d+).*", "$1"));
        assertFails("clips", forge().member(sheet, "frames", Long.toString(frames - 1)));
        assertFails("clips", forge().member(sheet, "frames", "5000000000"));
        assertFails("clips", forge().member(sheet, "width", "5000000000"));
        assertFails("clips", forge().member(sheet, "essenceSha256", "\"" + "0".repeat(64) + "\""));
        assertFails("clips", forge().member(sheet, "codec", "\"H265\""));
    }

    private static Forgery redescribed(Forgery f, String sheet, String mp4) {
        f.edit(sheet, new Forgery(genuine).sha256(mp4), f.sha256(mp4));
        return f.member(sheet, "bytes", Integer.toString(f.bytes(mp4).length));
    }

    @Test
    void nothingElseTravelsAmongTheClips() {
        Forgery f = forge();
        Forgery second = new Forgery(other);
        String sheet = f.clip(".json");
        String mp4 = f.clip(".mp4");
        assertFails("clips", forge().put("data/clips/note.txt", "not ours"));
        assertFails("clips", forge().take(second, second.clip(".mp4")));
        assertFails("clips", forge().take(second, second.clip(".mp4"), second.clip(".json")));
        assertFails("clips", forge().remove(sheet));
        assertFails("clips", forge().remove(mp4));
        assertFails("clips", forge().remove(mp4).remove(sheet));
        assertFails("clips", forge().rename(mp4, "data/clips/other.mp4"));
        assertFails("clips", forge().put("data/clips/copy.json", f.bytes(sheet)));
        String extra = "data/clips/extra.bin";
        Forgery smuggled = forge().put(extra, "anything");
        smuggled.member(sheet, "audioFile", "\"" + extra + "\"");
        assertFails("clips", smuggled.member(sheet, "audioSha256", "\"" + smuggled.sha256(extra) + "\""));
        Forgery twice = forge().put("data/clips/again.mp4", f.bytes(mp4));
        assertFails("clips", twice.put("data/clips/again.json", f.bytes(sheet)));
    }
}
