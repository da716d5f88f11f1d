package vn.vigil.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.CaseId;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** Incidents come back from either database as they were put. */
class SqlIncidentStoreTest {
    private static final Instant AT = Instant.parse("2026-03-02T01:02:03.456789Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void anIncidentIsKeptAsTold(Databases database) {
        try (Store store = database.empty(TestWorld.create(), folder)) {
            OpenIncident told = new OpenIncident(
                    IncidentKind.SOCIAL_EVIL, Gravity.HIGH, "Mất xe", "", AT.minusSeconds(60), List.of());
            Incident incident = new Incident(new CaseId("INC", 2026, 1), told, AT, "lan");
            store.write(tx -> {
                SqlIncidentStore.insert(tx, incident);
                return null;
            });
            assertEquals(incident, store.read(tx -> SqlIncidentStore.get(tx, incident.id())));
            assertEquals(incident, store.read(tx -> SqlIncidentStore.same(tx, told, "lan")));
            assertNull(store.read(tx -> SqlIncidentStore.same(tx, told, "binh")), "told by another is another");
            assertEquals(List.of(incident), store.read(SqlIncidentStore::all));
            assertEquals(
                    "INC-2026-0002",
                    store.read(tx -> SqlIncidentStore.nextId(tx, 2026)).toString());
            assertNull(store.read(tx -> SqlIncidentStore.get(tx, new CaseId("INC", 2026, 2))));
        }
    }
}
