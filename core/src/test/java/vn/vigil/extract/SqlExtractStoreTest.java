package vn.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** Requests and packages come back from either database as they were put. */
class SqlExtractStoreTest {
    private static final Instant AT = Instant.parse("2026-03-02T01:02:03.456789Z");
    private static final MemberId LAN = new MemberId("lan");
    private static final byte[] SHEET = "{\"purpose\":\"xác minh\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aRequestGoesItsWay(Databases database) {
        try (Store store = database.empty(TestWorld.create(), folder)) {
            CaseId id = store.write(tx -> SqlExtractStore.nextId(tx, 2026));
            assertEquals("EXT-2026-0001", id.toString());
            store.write(tx -> {
                SqlExtractStore.insert(tx, id, "c".repeat(64), SHEET, "d".repeat(64), LAN, AT, null, null);
                return null;
            });
            assertEquals(
                    "EXT-2026-0002",
                    store.read(tx -> SqlExtractStore.nextId(tx, 2026)).toString());
            assertEquals(
                    "EXT-2027-0001",
                    store.read(tx -> SqlExtractStore.nextId(tx, 2027)).toString());
            SqlExtractStore.Row filed = store.read(tx -> SqlExtractStore.open(tx, "c".repeat(64), LAN));
            assertEquals(id, filed.id());
            assertEquals(AT, filed.filedAt());
            assertArrayEquals(SHEET, filed.request());
            assertNull(filed.approval());
            assertNull(filed.approvedBy());
            assertNull(filed.decidedAt());
            assertNull(filed.expiresAt());
            assertNull(store.read(tx -> SqlExtractStore.open(tx, "c".repeat(64), new MemberId("binh"))));

            store.write(tx -> {
                SqlExtractStore.approve(
                        tx, id, SHEET, new byte[] {0, -1, 7}, new MemberId("binh"), AT, AT.plusSeconds(9));
                return null;
            });
            SqlExtractStore.Row approved = store.read(tx -> SqlExtractStore.get(tx, id));
            assertEquals(ExtractState.APPROVED, approved.state());
            assertArrayEquals(new byte[] {0, -1, 7}, approved.approvalSignature());
            assertArrayEquals(SHEET, approved.approval());
            assertEquals(AT.plusSeconds(9), approved.expiresAt());

            PackageFacts made = new PackageFacts(
                    1,
                    1,
                    Path.of("/srv/gói.asice"),
                    "e".repeat(64),
                    "f".repeat(64),
                    5L << 32,
                    "B",
                    false,
                    AT,
                    null,
                    null);
            PackageFacts raised = new PackageFacts(
                    1,
                    1,
                    Path.of("/srv/gói-r2.asice"),
                    "a".repeat(64),
                    "f".repeat(64),
                    6L << 32,
                    "LT",
                    true,
                    AT.plusSeconds(3),
                    Path.of("/srv/gói-r2.asice.p7m"),
                    "b".repeat(64));
            store.write(tx -> {
                SqlExtractStore.done(tx, id, List.of(made));
                return null;
            });
            assertEquals(List.of(made), store.read(tx -> SqlExtractStore.packages(tx, id)));
            store.write(tx -> {
                SqlExtractStore.add(tx, id, raised);
                return null;
            });
            assertEquals(
                    List.of(raised), store.read(tx -> SqlExtractStore.packages(tx, id)), "the newest of each part");
            assertEquals(
                    ExtractState.DONE, store.read(SqlExtractStore::all).get(0).state());
            assertNull(store.read(tx -> SqlExtractStore.open(tx, "c".repeat(64), LAN)), "done is no longer open");
            handedOver(store, id);
        }
    }

    private static void handedOver(Store store, CaseId id) {
        Delivery one = new Delivery(1, "Ông Minh", "Cán bộ", "USB", "S1", "N2", null, AT, LAN, "a".repeat(64), null);
        CaseOutcome used = new CaseOutcome(CaseOutcome.Kind.USED, "khởi tố", "9/QĐ", AT, LAN);
        store.write(tx -> {
            SqlExtractStore.insert(tx, id, one);
            SqlExtractStore.signed(tx, id, 1, "b".repeat(64));
            SqlExtractStore.receipt(tx, id, 1, "K7QM-4TXP-9W", AT, LAN);
            SqlExtractStore.outcome(tx, id, new CaseOutcome(CaseOutcome.Kind.UNKNOWN, "", "", AT, LAN));
            SqlExtractStore.outcome(tx, id, used);
            return null;
        });
        assertEquals(
                List.of(new Delivery(
                        1, "Ông Minh", "Cán bộ", "USB", "S1", "N2", null, AT, LAN, "a".repeat(64), "b".repeat(64))),
                store.read(tx -> SqlExtractStore.deliveries(tx, id)));
        assertEquals(Map.of(1, "K7QM-4TXP-9W"), store.read(tx -> SqlExtractStore.receipts(tx, id)));
        assertEquals(used, store.read(tx -> SqlExtractStore.outcome(tx, id)), "the newest holds");
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalKeepsItsReason(Databases database) {
        try (Store store = database.empty(TestWorld.create(), folder)) {
            CaseId id = new CaseId("EXT", 2026, 1);
            store.write(tx -> {
                SqlExtractStore.insert(
                        tx,
                        id,
                        "c".repeat(64),
                        SHEET,
                        "d".repeat(64),
                        LAN,
                        AT,
                        new byte[] {0x30, -1},
                        AT.plusSeconds(5));
                SqlExtractStore.end(tx, id, ExtractState.REFUSED, "không đủ căn cứ", AT.plusSeconds(1));
                SqlExtractStore.paper(tx, id, "7/CV", LocalDate.parse("2026-03-03"), AT.plusSeconds(2), LAN);
                return null;
            });
            SqlExtractStore.Row refused = store.read(tx -> SqlExtractStore.get(tx, id));
            assertEquals(ExtractState.REFUSED, refused.state());
            assertEquals("không đủ căn cứ", refused.refusedReason());
            assertEquals(AT.plusSeconds(1), refused.decidedAt());
            assertArrayEquals(new byte[] {0x30, -1}, refused.recipientCertificate());
            assertEquals(
                    new LaterPaper(AT.plusSeconds(5), "7/CV", LocalDate.parse("2026-03-03"), AT.plusSeconds(2), LAN),
                    refused.laterPaper());
            assertNull(store.read(tx -> SqlExtractStore.get(tx, new CaseId("EXT", 2026, 2))));
        }
    }
}
