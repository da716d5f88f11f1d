package vn.vigil.cli.command.incident;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.hold.Held;
import vn.vigil.hold.HoldCheck;
import vn.vigil.hold.HoldFilter;
import vn.vigil.incident.CaseVerdict;

/** {@code vigil incident verify}: hold the case file against the ledger, and its holds against what was copied. */
@Command(name = "verify")
public final class IncidentVerifyCommand extends IncidentCommand {
    @Parameters(paramLabel = "INCIDENT")
    private CaseId incident;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND, ExitCode.NOT_GENUINE);
    }

    @Override
    protected ExitCode run() {
        CaseVerdict verdict = vigil().incidents().verify(incident);
        List<HoldCheck> holds = new ArrayList<>();
        boolean intact = true;
        for (Held held : vigil().holds().list(HoldFilter.of(incident))) {
            HoldCheck check = vigil().holds().verify(actor(), held.id(), progress());
            intact &= check.whole();
            holds.add(check);
        }
        boolean ledger = vigil().ledger().verify().intact();
        out().show("incident.verify", new VerifiedView.Verified(verdict, holds, ledger), new VerifiedView());
        return verdict.good() && intact && ledger ? ExitCode.OK : ExitCode.NOT_GENUINE;
    }
}
