package vn.vigil.cli.command.camera;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.upkeep.SavedSurvey;
import vn.vigil.upkeep.SavedWork;
import vn.vigil.upkeep.Survey;
import vn.vigil.upkeep.WorkFilter;
import vn.vigil.upkeep.WorkStatus;

/** What the changing verbs of upkeep share: times that are read together with all other faults, cameras that must exist. */
abstract class UpkeepCommand extends CommandBase {
    private final List<Message> misread = new ArrayList<>();

    /** What could not be read so far. */
    final List<Message> misread() {
        return misread;
    }

    /** Null for null, and for what cannot be read, which is noted. */
    final Instant time(String option, String text) {
        try {
            return text == null ? null : instant(text);
        } catch (VigilException e) {
            misread.add(UpkeepViewText.FIELD_FAULT.with(option, e.what()));
            return null;
        }
    }

    /** As {@link #time}, for a day. */
    final LocalDate day(String option, String text) {
        try {
            return text == null ? null : date(text);
        } catch (VigilException e) {
            misread.add(UpkeepViewText.FIELD_FAULT.with(option, e.what()));
            return null;
        }
    }

    /** The end of {@code --to}, or of {@code --for} counted from the beginning; null when there is none. */
    final Instant end(Instant from, String to, String length) {
        if (length == null) {
            return time("--to", to);
        }
        if (to != null) {
            misread.add(UpkeepViewText.TWO_ENDS.with());
        }
        try {
            Duration d = duration(length);
            // Without a beginning, which is told as missing, any end will do.
            return (from == null ? world().now() : from).plus(d);
        } catch (VigilException e) {
            misread.add(UpkeepViewText.FIELD_FAULT.with("--for", e.what()));
            return from == null ? world().now() : from.plusSeconds(1);
        }
    }

    /** The cameras of these names; all that are unknown are told at once. */
    final List<CameraId> cameras(List<String> names) {
        List<CameraId> ids = new ArrayList<>();
        VigilException unknown = null;
        for (String name : names) {
            try {
                ids.add(vigil().cameras().find(name).id());
            } catch (VigilException e) {
                if (unknown == null) {
                    unknown = e;
                } else {
                    unknown.why(e.what());
                    e.why().forEach(unknown::why);
                }
            }
        }
        if (unknown != null) {
            throw unknown;
        }
        return ids;
    }

    /** Shows what became of a work, and keeps the numbers for completion. */
    final ExitCode tellWork(String schema, SavedWork saved, UpkeepViewText changed, UpkeepViewText would) {
        List<CaseId> ids = new ArrayList<>();
        for (WorkStatus status : vigil().upkeep().works(WorkFilter.ALL)) {
            ids.add(status.work().id());
        }
        keepNames("work", ids);
        tell(schema, saved, new SavedWorkView(dryRun(), changed, would));
        return ExitCode.OK;
    }

    /** Shows what became of a survey, and keeps the numbers for completion. */
    final ExitCode tellSurvey(String schema, SavedSurvey saved, UpkeepViewText changed, UpkeepViewText would) {
        List<CaseId> ids = new ArrayList<>();
        for (Survey survey : vigil().upkeep().surveys(null)) {
            ids.add(survey.id());
        }
        keepNames("survey", ids);
        tell(schema, saved, new SavedSurveyView(dryRun(), changed, would));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }
}
