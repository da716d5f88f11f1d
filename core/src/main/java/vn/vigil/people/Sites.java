package vn.vigil.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the site is called by date: what {@link People} says of it. */
final class Sites {
    private final Ground ground;
    private final Powers powers;

    Sites(Ground ground, Powers powers) {
        this.ground = ground;
        this.powers = powers;
    }

    SiteProfile at(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ground.zone());
        SiteProfile profile = ground.store().read(tx -> ground.sql().profile(tx, day));
        return profile != null ? profile : SiteProfile.byDefault(day);
    }

    boolean set(Actor actor, SiteProfile profile, boolean dryRun) {
        powers.require(actor, Power.MANAGE_PEOPLE);
        return ground.save(dryRun, tx -> {
            if (profile.equals(ground.sql().profile(tx, profile.from()))) {
                return false;
            }
            ground.sql().saveProfile(tx, profile);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("from", profile.from().toString());
            details.put("body", profile.body());
            details.put("confirmed", profile.confirmed());
            details.put("place", profile.place());
            details.put("superiorBody", profile.superiorBody());
            details.put("trackFrom", profile.trackFrom().toString());
            details.put("wardPolice", profile.wardPolice());
            ground.enter(tx, actor, "site.profile", "site", details);
            return true;
        });
    }
}
