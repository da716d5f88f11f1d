package vn.vigil.cli.command.incident;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.incident.CaseChange;
import vn.vigil.incident.Incident;
import vn.vigil.incident.IncidentFilter;
import vn.vigil.people.Actor;

/** What the verbs of incidents share. */
abstract class IncidentCommand extends CommandBase {
    /** So long copying goes on while somebody waits. */
    static final Duration WAIT = Duration.ofMinutes(10);

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }

    /** Null for null. */
    final Instant time(String text) {
        return text == null ? null : instant(text);
    }

    /** Who acts, proved by their PIN; a rehearsal asks for no secret. */
    final Actor proved(Path pinFile) {
        Actor actor = actor();
        if (dryRun() || actor.member() == null) {
            return actor;
        }
        char[] pin = pinFile != null
                ? vigil().secretFile(pinFile)
                : prompt().secret(IncidentLabel.ASK_PIN.with(actor.member().name()), "--pin-file");
        try {
            return vigil().people().provePin(actor, pin);
        } finally {
            Prompt.wipe(pin);
        }
    }

    /** Tells what was entered. */
    final ExitCode tellChange(String verb, CaseChange change) {
        tell("incident." + verb, change, new CaseChangeView(dryRun()));
        return ExitCode.OK;
    }

    /** Keeps the numbers for completion. */
    final void keepNumbers() {
        List<CaseId> ids = new ArrayList<>();
        for (Incident incident : vigil().incidents().list(IncidentFilter.ALL)) {
            ids.add(incident.id());
        }
        keepNames("incident", ids);
    }
}
