package vn.vigil.cli.command.ledger;

import java.util.List;
import picocli.CommandLine.Command;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.ledger.Fault;
import vn.vigil.ledger.LedgerReport;

/** {@code vigil ledger verify}: reads the whole ledger and names the first bad entry. */
@Command(name = "verify")
public final class LedgerVerifyCommand extends CommandBase {
    @Override
    protected boolean plain() {
        return true;
    }

    @Override
    protected ExitCode run() {
        LedgerReport report = vigil().ledger().verify();
        if (!report.intact() || !quiet() || json()) {
            out().show("ledger.verify", report, new ReportView());
        }
        return report.intact() ? ExitCode.OK : ExitCode.NOT_GENUINE;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_GENUINE);
    }

    private static final class ReportView implements View<LedgerReport> {
        @Override
        public void text(LedgerReport r, Out out) {
            if (r.intact()) {
                out.line(LedgerVerifyText.INTACT.with(r.entries()), Tone.GOOD);
            } else {
                out.line(
                        LedgerVerifyText.BAD.with(
                                r.badEntry(), sentence(r.fault()).with()),
                        Tone.BAD);
                out.line(LedgerVerifyText.GOOD_BEFORE.with(r.entries()));
            }
            out.line(LedgerVerifyText.HEAD.with(r.head()));
        }

        @Override
        public void json(LedgerReport r, Json json) {
            json.field("intact", r.intact()).field("entries", r.entries()).field("head", r.head());
            if (!r.intact()) {
                json.field("badEntry", r.badEntry()).field("fault", r.fault().word());
            }
        }
    }

    private static LedgerVerifyText sentence(Fault fault) {
        return switch (fault) {
            case MALFORMED -> LedgerVerifyText.MALFORMED;
            case EDITED -> LedgerVerifyText.EDITED;
            case BROKEN_LINK -> LedgerVerifyText.BROKEN_LINK;
            case COLUMNS_DIFFER -> LedgerVerifyText.COLUMNS_DIFFER;
            case TAIL_CUT -> LedgerVerifyText.TAIL_CUT;
            case BEYOND_HEAD -> LedgerVerifyText.BEYOND_HEAD;
            case HEAD_DIFFERS -> LedgerVerifyText.HEAD_DIFFERS;
            case NO_HEAD -> LedgerVerifyText.NO_HEAD;
        };
    }
}
