package vn.vigil.report;

import java.util.function.Supplier;
import vn.vigil.camera.Cameras;
import vn.vigil.extract.Extracts;
import vn.vigil.incident.Incidents;
import vn.vigil.meeting.Meetings;
import vn.vigil.notify.Outbox;
import vn.vigil.register.Register;
import vn.vigil.roster.holiday.Holidays;
import vn.vigil.roster.plan.Plans;
import vn.vigil.roster.watch.Watch;
import vn.vigil.upkeep.Upkeep;
import vn.vigil.witness.Witness;

/** What reports are made from. Each room is made when it is first asked for. */
public record Rooms(
        Supplier<Cameras> cameras,
        Supplier<Plans> plans,
        Supplier<Watch> watch,
        Supplier<Holidays> holidays,
        Supplier<Incidents> incidents,
        Supplier<Extracts> extracts,
        Supplier<Upkeep> upkeep,
        Supplier<Meetings> meetings,
        Supplier<Register> register,
        Supplier<Witness> witness,
        Supplier<Outbox> outbox) {}
