package vn.vigil.meeting;

import java.util.function.Supplier;
import vn.vigil.camera.Cameras;
import vn.vigil.extract.Extracts;
import vn.vigil.incident.Incidents;
import vn.vigil.roster.watch.Watch;
import vn.vigil.upkeep.Upkeep;

/** What an agenda is filled from. Each room is made when it is first asked for. */
public record SiteRecords(
        Supplier<Watch> watch,
        Supplier<Cameras> cameras,
        Supplier<Incidents> incidents,
        Supplier<Extracts> extracts,
        Supplier<Upkeep> upkeep) {}
