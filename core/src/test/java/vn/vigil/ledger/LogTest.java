package vn.vigil.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** The ledger as a tree: its roots are RFC 6962's, its proofs lead to them, and a head that left the house shows every change. */
class LogTest {
    private static final Who WHO = new Who("duty", "an", Proof.SELECTED);

    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();
    private final LogKey key = LogKey.fresh("vigil/test", world.random());

    private void fill(Store store, int entries) {
        Ledger ledger = new Ledger(store, world);
        store.write(tx -> {
            for (int i = 0; i < entries; i++) {
                ledger.append(tx, new Entry(WHO, "a.b", i % 100 == 0 ? "EXT-2026-0001" : "camera/x", Map.of("n", i)));
            }
            return null;
        });
    }

    /** RFC 6962 §2.1, word for word. */
    private static byte[] naive(List<String> leaves) {
        if (leaves.isEmpty()) {
            return Tree.sha256(new byte[0]);
        }
        if (leaves.size() == 1) {
            return Tree.sha256(("\0" + leaves.get(0)).getBytes(StandardCharsets.UTF_8));
        }
        int k = 1;
        while (k * 2 < leaves.size()) {
            k *= 2;
        }
        byte[] left = naive(leaves.subList(0, k));
        byte[] right = naive(leaves.subList(k, leaves.size()));
        byte[] both = new byte[65];
        both[0] = 1;
        System.arraycopy(left, 0, both, 1, 32);
        System.arraycopy(right, 0, both, 33, 32);
        return Tree.sha256(both);
    }

    @Test
    void rootsAreThoseOfOthers() {
        // From the test data of certificate-transparency-go: the empty tree, and one leaf without content.
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                HexFormat.of().formatHex(new Tree.Growing().root()));
        assertEquals(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                HexFormat.of().formatHex(Tree.leaf("")));
        List<String> leaves = new ArrayList<>();
        Tree.Growing growing = new Tree.Growing();
        for (int n = 0; n < 70; n++) {
            assertArrayEquals(naive(leaves), growing.root(), "of " + n);
            leaves.add("lá " + n);
            growing.add(Tree.leaf("lá " + n));
        }
    }

    @Test
    void everyPathLeadsToTheRootAndNoOther() {
        List<String> leaves = new ArrayList<>();
        for (int size = 1; size < 40; size++) {
            leaves.add("lá " + size);
            byte[] root = naive(leaves);
            Tree.Ranges ranges = (from, count) -> naive(leaves.subList((int) from, (int) (from + count)));
            for (int leaf = 0; leaf < size; leaf++) {
                List<byte[]> path = Tree.path(leaf, size, ranges);
                byte[] hash = Tree.leaf(leaves.get(leaf));
                assertTrue(Tree.leads(hash, leaf, size, path, root), leaf + " of " + size);
                assertFalse(Tree.leads(hash, leaf + 1, size, path, root));
                assertFalse(Tree.leads(Tree.leaf("other"), leaf, size, path, root));
                if (!path.isEmpty()) {
                    assertFalse(Tree.leads(hash, leaf, size, path.subList(1, path.size()), root));
                    List<byte[]> longer = new ArrayList<>(path);
                    longer.add(root);
                    assertFalse(Tree.leads(hash, leaf, size, longer, root));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void custodyIsProvenWithoutTheStore(Databases database) {
        try (Store store = database.empty(world, folder)) {
            fill(store, 700);
            Ledger ledger = new Ledger(store, world);
            Custody custody = ledger.custody("EXT-2026-0001", 650, key);
            assertEquals(
                    List.of(1L, 101L, 201L, 301L, 401L, 501L, 601L),
                    List.copyOf(custody.proofs().keySet()));
            assertNull(check(custody, custody.proofs()));

            List<String> bodies = new ArrayList<>();
            ledger.bodies(bodies::add);
            Checkpoint head = Checkpoint.open(custody.checkpoint(), key.vkey());
            assertArrayEquals(naive(bodies), head.rootBytes());
            assertEquals(700, head.size());

            Map<Long, byte[]> fewer = new TreeMap<>(custody.proofs());
            fewer.remove(301L);
            assertEquals(new CustodyProof.Finding(CustodyProof.Fault.MISSING, 301), check(custody, fewer));
            Map<Long, byte[]> more = new TreeMap<>(custody.proofs());
            more.put(650L, custody.proofs().get(601L));
            assertEquals(CustodyProof.Fault.MISSING, check(custody, more).fault());
            Map<Long, byte[]> swapped = new TreeMap<>(custody.proofs());
            swapped.put(101L, custody.proofs().get(201L));
            assertEquals(new CustodyProof.Finding(CustodyProof.Fault.PROOF, 101), check(custody, swapped));
            byte[] bent = custody.proofs().get(201L).clone();
            bent[60] ^= 1;
            swapped.put(101L, custody.proofs().get(101L));
            swapped.put(201L, bent);
            assertEquals(new CustodyProof.Finding(CustodyProof.Fault.PROOF, 201), check(custody, swapped));
            byte[] other =
                    LogKey.fresh("vigil/test", world.random()).vkey().text().getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    CustodyProof.Fault.CHECKPOINT,
                    CustodyProof.check(custody.lines(), custody.checkpoint(), custody.proofs(), other)
                            .fault());
            assertEquals(
                    CustodyProof.Fault.KEY,
                    CustodyProof.check(custody.lines(), custody.checkpoint(), custody.proofs(), new byte[] {1})
                            .fault());
            assertTrue(ledger.verify().intact());
        }
    }

    private static CustodyProof.Finding check(Custody custody, Map<Long, byte[]> proofs) {
        return CustodyProof.check(custody.lines(), custody.checkpoint(), proofs, custody.vkey());
    }

    @Test
    void aHeadThatLeftTheHouseShowsAForkAndACutTail() {
        Checkpoint kept;
        Checkpoint early;
        try (Store store = Databases.SQLITE.empty(world, folder)) {
            fill(store, 10);
            Ledger ledger = new Ledger(store, world);
            early = Checkpoint.open(ledger.sign(key), key.vkey());
            fill(store, 5);
            byte[] note = ledger.sign(key);
            assertArrayEquals(note, ledger.sign(key));
            ledger.remember(note, null);
            kept = Checkpoint.open(note, key.vkey());
            assertEquals(kept.root(), Checkpoint.typed(kept.printed()).root());
            assertTrue(ledger.verify(List.of(early, kept, Checkpoint.typed(kept.printed())))
                    .intact());
            assertEquals(1, ledger.remembered().size());
        }
        // An older copy is put back, and life goes on.
        try (Store store = Databases.SQLITE.empty(world, folder.resolve("copy"))) {
            fill(store, 10);
            Ledger ledger = new Ledger(store, world);
            LedgerReport cut = ledger.verify(List.of(kept));
            assertEquals(Fault.CHECKPOINT_AHEAD, cut.fault());
            assertEquals(11, cut.badEntry());
            world.pass(Duration.ofSeconds(1));
            fill(store, 9);
            LedgerReport fork = ledger.verify(List.of(kept));
            assertEquals(Fault.CHECKPOINT_DIFFERS, fork.fault());
            assertEquals(kept, fork.against());
            assertTrue(ledger.verify(List.of(early)).intact(), "up to there it is the same");
        }
    }

    @Test
    void whatIsNoNoteIsRefused() {
        byte[] note = key.note("vigil/test\n3\n" + "A".repeat(43) + "=\n");
        assertNotNull(Checkpoint.open(note, key.vkey()));
        for (int i = 0; i < note.length; i++) {
            byte[] bent = note.clone();
            bent[i] ^= 2;
            Checkpoint read = Checkpoint.open(bent, key.vkey());
            assertNull(read, "byte " + i);
            assertNull(Checkpoint.open(Arrays.copyOf(note, i), key.vkey()), "cut at " + i);
        }
        assertEquals(key.vkey(), VKey.parse(key.vkey().text()));
        assertEquals(key.vkey(), LogKey.of(key.line()).vkey());
        assertNull(VKey.parse("vigil/test+00000000+AAAA"));
        assertNull(Checkpoint.typed("12/short"));
    }
}
