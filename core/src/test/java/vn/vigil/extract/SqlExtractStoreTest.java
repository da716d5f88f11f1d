package vn.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
                SqlExtractStore.insert(tx, id, "c".repeat(64), SHEET, "d".repeat(64), LAN, AT);
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
                    1, 1, Path.of("/srv/gói.asice"), "e".repeat(64), "f".repeat(64), 5L << 32, "B", AT);
            store.write(tx -> {
                SqlExtractStore.done(tx, id, List.of(made));
                return null;
            });
            assertEquals(List.of(made), store.read(tx -> SqlExtractStore.packages(tx, id)));
            assertEquals(
                    ExtractState.DONE, store.read(SqlExtractStore::all).get(0).state());
            assertNull(store.read(tx -> SqlExtractStore.open(tx, "c".repeat(64), LAN)), "done is no longer open");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalKeepsItsReason(Databases database) {
        try (Store store = database.empty(TestWorld.create(), folder)) {
            CaseId id = new CaseId("EXT", 2026, 1);
            store.write(tx -> {
                SqlExtractStore.insert(tx, id, "c".repeat(64), SHEET, "d".repeat(64), LAN, AT);
                SqlExtractStore.refuse(tx, id, "không đủ căn cứ", AT.plusSeconds(1));
                return null;
            });
            SqlExtractStore.Row refused = store.read(tx -> SqlExtractStore.get(tx, id));
            assertEquals(ExtractState.REFUSED, refused.state());
            assertEquals("không đủ căn cứ", refused.refusedReason());
            assertEquals(AT.plusSeconds(1), refused.decidedAt());
            assertNull(store.read(tx -> SqlExtractStore.get(tx, new CaseId("EXT", 2026, 2))));
        }
    }
}
