package vn.vigil.app;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.camera.Camera;
import vn.vigil.camera.CameraState;
import vn.vigil.camera.CameraVerdict;
import vn.vigil.camera.Finding;
import vn.vigil.extract.ExtractRequest;
import vn.vigil.extract.ExtractState;
import vn.vigil.incident.Incident;
import vn.vigil.incident.IncidentFilter;
import vn.vigil.incident.Task;
import vn.vigil.meeting.Action;
import vn.vigil.meeting.Due;
import vn.vigil.meeting.Proposal;
import vn.vigil.meeting.ProposalKind;
import vn.vigil.roster.watch.EssentialCameras;
import vn.vigil.roster.watch.Matter;
import vn.vigil.roster.watch.OpenMatters;

/** What is open at the site, for those who take the watch over: from the store, nobody is contacted. */
final class SiteMatters implements OpenMatters, EssentialCameras {
    private final Vigil vigil;

    SiteMatters(Vigil vigil) {
        this.vigil = vigil;
    }

    @Override
    public List<Matter> now() {
        List<Matter> all = new ArrayList<>();
        List<Matter> clocks = new ArrayList<>();
        for (Camera camera : vigil.cameras().list()) {
            CameraVerdict last = vigil.cameras().lastVerdict(camera);
            if (last != null && last.state() == CameraState.DOWN) {
                all.add(new Matter(Matter.Kind.CAMERA_DOWN, camera.id().value(), camera.name(), last.since()));
            }
            if (last != null && last.findings().contains(Finding.CLOCK_WRONG)) {
                clocks.add(new Matter(Matter.Kind.CLOCK_WRONG, camera.id().value(), camera.name(), last.since()));
            }
        }
        all.addAll(clocks);
        for (Incident incident : vigil.incidents().list(IncidentFilter.OPEN)) {
            // A restricted one has no title here.
            all.add(new Matter(
                    Matter.Kind.INCIDENT,
                    incident.id().toString(),
                    incident.told().title(),
                    incident.openedAt()));
        }
        for (Task task : vigil.incidents().tasks(false)) {
            all.add(new Matter(Matter.Kind.TASK, task.incident() + "/" + task.number(), task.words(), task.setAt()));
        }
        for (Action action : vigil.meetings().actions().open()) {
            // Those in time wait for their owner, not for the watch.
            if (action.state() == Action.State.LATE) {
                all.add(new Matter(
                        Matter.Kind.TASK,
                        action.id().toString(),
                        action.words(),
                        action.history().get(0).at()));
            }
        }
        for (ExtractRequest request : vigil.extracts().list()) {
            // What was handed over waits for the recipient, not for the watch; an overdue paper waits for everybody.
            if (request.state() == ExtractState.REQUESTED
                    || request.state() == ExtractState.APPROVED
                    || request.state() == ExtractState.DONE
                    || request.overdue(vigil.world().now())) {
                all.add(new Matter(
                        Matter.Kind.EXTRACTION,
                        request.id().toString(),
                        request.state().word(),
                        request.filedAt()));
            }
        }
        return all;
    }

    /** What is open for the watch and for everybody else: overdue meetings and proposals without an answer too. */
    List<Matter> all() {
        List<Matter> all = new ArrayList<>(now());
        int year = LocalDate.ofInstant(vigil.world().now(), vigil.zone()).getYear();
        for (int y = year - 1; y <= year; y++) {
            for (Due due : vigil.meetings().due(y)) {
                if (due.overdue()) {
                    String subject = due.meeting() == null
                            ? due.kind().id() + " " + due.quarter()
                            : due.meeting().toString();
                    Instant since =
                            due.latest().plusDays(1).atStartOfDay(vigil.zone()).toInstant();
                    all.add(new Matter(Matter.Kind.MEETING, subject, due.date().toString(), since));
                }
            }
        }
        for (Proposal proposal : vigil.meetings().proposals().list()) {
            if (proposal.open()) {
                // Whom a breach is about stands in no overview (clause 10b).
                String title = proposal.kind() == ProposalKind.DISCIPLINE ? "" : proposal.title();
                Instant since = proposal.day().atStartOfDay(vigil.zone()).toInstant();
                all.add(new Matter(Matter.Kind.PROPOSAL, proposal.id().toString(), title, since));
            }
        }
        return all;
    }

    @Override
    public List<CameraId> list() {
        List<CameraId> essential = new ArrayList<>();
        for (Camera camera : vigil.cameras().list()) {
            if (camera.essential()) {
                essential.add(camera.id());
            }
        }
        return essential;
    }
}
