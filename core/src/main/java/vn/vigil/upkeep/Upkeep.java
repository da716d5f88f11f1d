package vn.vigil.upkeep;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/**
 * Work on the site's cameras, and positions surveyed for new ones. Every change is a ledger entry of the same transaction. Safe
 * for several threads.
 *
 * <p>Alarms and availability go by {@link #windows} and {@link #windowsAt} and by nothing else: downtime is left out only where
 * {@link MaintenanceSpan#plannedBeforehand()} says so.
 */
public final class Upkeep {
    private final Works works;
    private final Surveys surveys;

    public Upkeep(World world, Config config, Store store, Ledger ledger, People people) {
        this.works = new Works(world, config, store, ledger, people);
        this.surveys = new Surveys(world, config, store, ledger, people);
    }

    /**
     * The maintenance of each camera within a span, cut to it: in order, without overlap. Cameras without any are absent.
     *
     * @param tx any open transaction, so that figures and windows are of one moment
     */
    public Map<CameraId, List<MaintenanceSpan>> windows(Tx tx, TimeSpan within) throws SQLException {
        return works.windows(tx, within);
    }

    /** The cameras that are in maintenance at a moment, each with the time around it that is alike. */
    public Map<CameraId, MaintenanceSpan> windowsAt(Tx tx, Instant at) throws SQLException {
        return works.windowsAt(tx, at);
    }

    /**
     * Plans work, or puts it on record afterwards: then its downtime counts. The same cameras, kind, window and subject again are
     * the same work.
     *
     * @param actor needs the power to manage cameras
     * @throws VigilException USAGE with all faults; CONFLICT when that work is on record with other facts; NOT_FOUND for a member
     *     or the work that it follows; DENIED without the power
     */
    public SavedWork plan(Actor actor, PlanWork told) {
        return works.plan(actor, told);
    }

    /**
     * Says that work is done; its window ends with it, if it had not.
     *
     * @throws VigilException USAGE with all faults; CONFLICT when it is done with other facts; REFUSED when it was cancelled;
     *     NOT_FOUND; DENIED
     */
    public SavedWork done(Actor actor, CaseId work, DoneWork told) {
        return works.done(actor, work, told);
    }

    /**
     * Calls work off. Before its window begins nothing stays of it; within, the window ends now; after its end it never took
     * place, and nothing is left out of any figure on its account.
     *
     * @throws VigilException USAGE without a reason; CONFLICT when it was cancelled for another; REFUSED when it is done;
     *     NOT_FOUND; DENIED
     */
    public SavedWork cancel(Actor actor, CaseId work, String reason) {
        return works.cancel(actor, work, reason);
    }

    /**
     * Puts facts about a work right; the ledger keeps what they were and why. A window that is prolonged counts as planned from
     * now on only.
     *
     * @throws VigilException USAGE with all faults; REFUSED when it was cancelled; NOT_FOUND; DENIED
     */
    public SavedWork correct(Actor actor, CaseId work, CorrectWork told) {
        return works.correct(actor, work, told);
    }

    /** The works that are wanted, by number. */
    public List<WorkStatus> works(WorkFilter filter) {
        return works.list(filter);
    }

    /** @throws VigilException NOT_FOUND, naming the nearest */
    public WorkStatus work(CaseId id) {
        return works.get(id);
    }

    /**
     * What work costs. Done work belongs to the moment it ended, planned work to the moment its window begins; cancelled work
     * costs nothing.
     *
     * @param from first moment counted; null: from the beginning
     * @param to first moment no longer counted; null: no end
     */
    public CostTable cost(Instant from, Instant to, CostBy by) {
        return works.cost(from, to, by);
    }

    /**
     * Puts a surveyed position on record. The same place, day, member and camera again are the same survey.
     *
     * @param actor any member
     * @throws VigilException USAGE with all faults; CONFLICT when that survey is on record with other facts; NOT_FOUND for a
     *     member; DENIED
     */
    public SavedSurvey survey(Actor actor, AddSurvey told) {
        return surveys.add(actor, told);
    }

    /**
     * Marks a survey as a proposal for the next meeting.
     *
     * @throws VigilException NOT_FOUND, naming the nearest; DENIED
     */
    public SavedSurvey propose(Actor actor, CaseId survey) {
        return surveys.propose(actor, survey);
    }

    /**
     * Puts facts about a survey right; the ledger keeps what they were and why.
     *
     * @throws VigilException USAGE with all faults; NOT_FOUND; DENIED
     */
    public SavedSurvey correct(Actor actor, CaseId survey, AddSurvey told, String why) {
        return surveys.correct(actor, survey, told, why);
    }

    /** The surveys in a state (null: all), those that need a camera most first, then by number. */
    public List<Survey> surveys(SurveyState state) {
        return surveys.list(state);
    }
}
