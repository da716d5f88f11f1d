package vn.vigil.upkeep;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.people.Power;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.text.Nearest;

/** Positions surveyed: what {@link Upkeep} says of them. */
final class Surveys {
    static final String SERIES = "SUR";

    private static final CaseId NOT_YET = new CaseId(SERIES, 2000, 1);

    private final World world;
    private final Config config;
    private final Store store;
    private final Ledger ledger;
    private final People people;

    Surveys(World world, Config config, Store store, Ledger ledger, People people) {
        this.world = world;
        this.config = config;
        this.store = store;
        this.ledger = ledger;
        this.people = people;
    }

    SavedSurvey add(Actor actor, AddSurvey told) {
        people.require(actor, Power.SURVEY_POSITIONS);
        Instant now = now();
        Faults faults = new Faults(told.misread());
        if (told.place() == null || told.place().isBlank()) {
            faults.add("--place", UpkeepText.MISSING.with());
        }
        if (told.reason() == null || told.reason().isBlank()) {
            faults.add("--why", UpkeepText.MISSING.with());
        }
        Survey blank = new Survey(
                NOT_YET,
                null,
                null,
                Priority.MEDIUM,
                null,
                actor.memberId(),
                today(now),
                null,
                null,
                now,
                Works.by(actor),
                null,
                null);
        Survey asked = read(told, blank, now, faults);
        faults.refuse("VG-SURVEY-FAULTS", UpkeepText.CANNOT_SURVEY.with());
        return store.write(tx -> {
            Survey there = SqlSurveyStore.same(tx, asked);
            if (there != null) {
                Differences differences = differences(there, asked);
                if (!differences.none()) {
                    throw differences
                            .conflict("VG-SURVEY-DIFFERENT", UpkeepText.DIFFERENT_SURVEY.with(there.id()))
                            .next(UpkeepText.CORRECT_SURVEY_NEXT.with(there.id()));
                }
                return new SavedSurvey(there, true);
            }
            CaseId id = SqlSurveyStore.nextId(tx, now.atZone(config.zone()).getYear());
            SqlSurveyStore.insert(tx, id, asked);
            enter(tx, actor, "camera.survey.add", id, details(asked));
            return new SavedSurvey(SqlSurveyStore.get(tx, id), false);
        });
    }

    SavedSurvey propose(Actor actor, CaseId id) {
        people.require(actor, Power.SURVEY_POSITIONS);
        Instant now = now();
        return store.write(tx -> {
            Survey there = need(tx, id);
            if (there.proposedAt() != null) {
                return new SavedSurvey(there, true);
            }
            SqlSurveyStore.propose(tx, id, now, Works.by(actor));
            enter(
                    tx,
                    actor,
                    "camera.survey.propose",
                    id,
                    Map.of("priority", there.priority().word()));
            return new SavedSurvey(need(tx, id), false);
        });
    }

    SavedSurvey correct(Actor actor, CaseId id, AddSurvey told, String why) {
        people.require(actor, Power.SURVEY_POSITIONS);
        Instant now = now();
        return store.write(tx -> {
            Survey there = need(tx, id);
            Faults faults = new Faults(told.misread());
            String because = faults.demanded("--reason", why, Faults.NOTE);
            Survey right = read(told, there, now, faults);
            faults.refuse("VG-SURVEY-FAULTS", UpkeepText.CANNOT_CORRECT_SURVEY.with(id));
            Differences differences = differences(there, right);
            if (differences.none()) {
                return new SavedSurvey(there, true);
            }
            SqlSurveyStore.update(tx, right);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("was", differences.was());
            details.put("is", differences.is());
            details.put("reason", because);
            enter(tx, actor, "camera.survey.correct", id, details);
            return new SavedSurvey(need(tx, id), false);
        });
    }

    List<Survey> list(SurveyState state) {
        List<Survey> wanted = new ArrayList<>();
        for (Survey s : store.read(SqlSurveyStore::all)) {
            if (state == null || state == s.state()) {
                wanted.add(s);
            }
        }
        wanted.sort(Comparator.comparing(Survey::priority));
        return wanted;
    }

    /** As told; what is not told is as it was. */
    private Survey read(AddSurvey told, Survey was, Instant now, Faults faults) {
        String place = faults.text("--place", told.place(), Faults.LINE);
        String reason = faults.text("--why", told.reason(), Faults.NOTE);
        Photo photo = faults.photo("--photo", told.photo());
        Long cost = faults.money("--cost", told.estimatedCost());
        if (told.day() != null && told.day().isAfter(today(now))) {
            faults.add("--on", UpkeepText.IN_FUTURE.with());
        }
        MemberId by = told.surveyedBy() == null
                ? was.surveyedBy()
                : people.show(told.surveyedBy()).id();
        return new Survey(
                was.id(),
                place == null ? was.place() : place,
                reason == null ? was.reason() : reason,
                told.priority() == null ? was.priority() : told.priority(),
                photo == null ? was.photo() : photo,
                by,
                told.day() == null ? was.day() : told.day(),
                told.camera() == null ? was.camera() : told.camera(),
                cost == null ? was.estimatedCost() : cost,
                was.enteredAt(),
                was.enteredBy(),
                was.proposedAt(),
                was.proposedBy());
    }

    private static Differences differences(Survey there, Survey asked) {
        return new Differences()
                .compare("place", there.place(), asked.place())
                .compare("why", there.reason(), asked.reason())
                .compare("priority", there.priority().word(), asked.priority().word())
                .compare("photo", there.photo(), asked.photo())
                .compare("by", there.surveyedBy(), asked.surveyedBy())
                .compare("on", there.day(), asked.day())
                .compare("camera", there.camera(), asked.camera())
                .compare("cost", there.estimatedCost(), asked.estimatedCost());
    }

    private static Map<String, Object> details(Survey s) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("place", s.place());
        details.put("why", s.reason());
        details.put("priority", s.priority().word());
        details.put("photo", s.photo() == null ? null : s.photo().reference());
        details.put("photoSha256", s.photo() == null ? null : s.photo().sha256());
        details.put("by", s.surveyedBy().value());
        details.put("on", s.day().toString());
        details.put("camera", s.camera() == null ? null : s.camera().value());
        details.put("estimatedCost", s.estimatedCost());
        return details;
    }

    private static Survey need(Tx tx, CaseId id) throws SQLException {
        Survey survey = SqlSurveyStore.get(tx, id);
        if (survey != null) {
            return survey;
        }
        List<String> known = new ArrayList<>();
        for (Survey s : SqlSurveyStore.all(tx)) {
            known.add(s.id().toString());
        }
        VigilException e =
                new VigilException(ErrorKind.NOT_FOUND, "VG-SURVEY-NOT-FOUND", UpkeepText.NO_SURVEY.with(id));
        String near = Nearest.of(id.toString(), known);
        if (near != null) {
            e.why(UpkeepText.NEAREST.with(near));
        }
        throw e.next(UpkeepText.LIST_SURVEYS.with());
    }

    private void enter(Tx tx, Actor actor, String act, CaseId id, Map<String, ?> details) throws SQLException {
        ledger.append(tx, new Entry(actor.who(), act, id.toString(), details));
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, config.zone());
    }

    private Instant now() {
        return world.now().truncatedTo(ChronoUnit.MICROS);
    }
}
