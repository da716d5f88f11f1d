package vn.vigil.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;

/** How a case stands: what was told first, and what all its entries made of it, in order. Pure. */
final class Standing {
    static final String CAMERA = "camera/";
    static final String EVENT = "event/";

    private final SqlIncidentStore.Row row;
    private final IncidentKinds kinds;
    private final List<CaseEvent> events = new ArrayList<>();
    private OpenIncident told;
    private MemberId owner;
    private CaseEvent closed;

    Standing(SqlIncidentStore.Row row, List<CaseEvent> made, IncidentKinds kinds) {
        this.row = row;
        this.kinds = kinds;
        this.told = row.told();
        this.events.addAll(made);
        for (CaseEvent e : made) {
            if (e.kind() == EventKind.CORRECTED && e.ref().startsWith(EVENT)) {
                correct(e);
            }
        }
        TreeSet<CameraId> cameras = new TreeSet<>(told.cameras());
        for (CaseEvent e : events) {
            if (e.withdrawn()) {
                continue;
            }
            switch (e.kind()) {
                case ASSIGNED -> owner = new MemberId(e.ref());
                case CLOSED -> closed = e;
                case REOPENED -> closed = null;
                case LINKED -> {
                    if (e.ref().startsWith(CAMERA)) {
                        cameras.add(new CameraId(e.ref().substring(CAMERA.length())));
                    }
                }
                case CORRECTED -> {
                    if (e.ref().startsWith(CAMERA)) {
                        cameras.remove(new CameraId(e.ref().substring(CAMERA.length())));
                    } else if (!e.ref().startsWith(EVENT)) {
                        told = Field.of(e.ref()).put(told, e.words());
                    }
                }
                default -> {}
            }
        }
        told = Field.withCameras(told, List.copyOf(cameras));
    }

    /** An entry about an earlier one: {@code event/N/at}, {@code …/words} or {@code …/withdrawn}. */
    private void correct(CaseEvent c) {
        String[] parts = c.ref().split("/");
        int n = Integer.parseInt(parts[1]) - 1;
        CaseEvent e = events.get(n);
        events.set(
                n,
                new CaseEvent(
                        e.number(),
                        e.kind(),
                        parts[2].equals("at") ? Instant.parse(c.words()) : e.at(),
                        e.by(),
                        parts[2].equals("words") ? c.words() : e.words(),
                        e.ref(),
                        e.whom(),
                        e.reason(),
                        e.enteredAt(),
                        e.enteredBy(),
                        true,
                        e.withdrawn() || parts[2].equals("withdrawn")));
    }

    Incident incident(boolean mayRead) {
        IncidentKind kind = kinds.known(told.kind());
        boolean restricted = kind.restricted() || told.restricted();
        boolean masked = restricted && !mayRead;
        return new Incident(
                row.id(),
                kind,
                masked ? Field.masked(told) : told,
                row.openedAt(),
                row.openedBy(),
                owner,
                closed == null ? null : closed.at(),
                restricted,
                masked);
    }

    OpenIncident original() {
        return row.told();
    }

    /** In the order of entering, as they stand now. */
    List<CaseEvent> events(boolean masked) {
        List<CaseEvent> all = new ArrayList<>();
        for (CaseEvent e : events) {
            all.add(
                    !masked
                            ? e
                            : new CaseEvent(
                                    e.number(),
                                    e.kind(),
                                    e.at(),
                                    e.by(),
                                    "",
                                    "",
                                    "",
                                    "",
                                    e.enteredAt(),
                                    e.enteredBy(),
                                    e.corrected(),
                                    e.withdrawn()));
        }
        return all;
    }

    /** @throws VigilException NOT_FOUND */
    CaseEvent event(int number) {
        if (number < 1 || number > events.size()) {
            throw new VigilException(
                    ErrorKind.NOT_FOUND, "VG-INCIDENT-NO-EVENT", IncidentText.NO_EVENT.with(row.id(), number));
        }
        return events.get(number - 1);
    }

    List<Step> steps() {
        Instant detected = told.detectedAt();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Step.What.DETECTED, detected, row.openedBy(), "", Duration.ZERO));
        steps.add(step(Step.What.FIRST_ACTION, firstAction()));
        steps.add(step(Step.What.LEADER_TOLD, told(Addressee.LEADER)));
        steps.add(step(Step.What.DEPUTY_TOLD, told(Addressee.DEPUTY)));
        steps.add(step(Step.What.BOARD_TOLD, told(Addressee.BOARD)));
        steps.add(step(Step.What.POLICE_TOLD, told(Addressee.POLICE)));
        steps.add(step(Step.What.CLOSED, closed));
        return steps;
    }

    private Step step(Step.What what, CaseEvent e) {
        return e == null
                ? new Step(what, null, null, "", null)
                : new Step(what, e.at(), e.by(), e.whom(), Duration.between(told.detectedAt(), e.at()));
    }

    /** The earliest thing done about it; sending somebody counts. */
    private CaseEvent firstAction() {
        CaseEvent first = null;
        for (CaseEvent e : events) {
            boolean action = e.kind() == EventKind.ACTION || e.kind() == EventKind.DISPATCH;
            if (action && !e.withdrawn() && (first == null || e.at().isBefore(first.at()))) {
                first = e;
            }
        }
        return first;
    }

    CaseEvent told(Addressee addressee) {
        CaseEvent first = null;
        for (CaseEvent e : events) {
            if (e.kind() == EventKind.TOLD
                    && !e.withdrawn()
                    && e.ref().equals(addressee.id())
                    && (first == null || e.at().isBefore(first.at()))) {
                first = e;
            }
        }
        return first;
    }

    List<Task> tasks(boolean masked) {
        List<Task> tasks = new ArrayList<>();
        for (CaseEvent e : events) {
            if (e.kind() != EventKind.TASK || e.withdrawn()) {
                continue;
            }
            CaseEvent end = null;
            for (CaseEvent later : events) {
                boolean ends = later.kind() == EventKind.TASK_DONE || later.kind() == EventKind.TASK_DROPPED;
                if (ends && !later.withdrawn() && later.ref().equals(EVENT + e.number())) {
                    end = later;
                }
            }
            tasks.add(new Task(
                    row.id(),
                    e.number(),
                    masked ? "" : e.words(),
                    new MemberId(e.whom()),
                    e.ref().isEmpty() ? null : LocalDate.parse(e.ref()),
                    e.at(),
                    end == null ? null : end.at(),
                    end != null && end.kind() == EventKind.TASK_DROPPED,
                    end == null || masked ? "" : end.words()));
        }
        return tasks;
    }

    boolean open() {
        return closed == null;
    }

    MemberId owner() {
        return owner;
    }

    OpenIncident told() {
        return told;
    }

    CaseId id() {
        return row.id();
    }
}
