package vn.vigil.cli.command.ledger;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
    @Option(names = "--against", paramLabel = "CHECKPOINT")
    private List<String> against = List.of();

    @Override
    protected boolean plain() {
        return true;
    }

    @Override
    protected ExitCode run() {
        LedgerReport report = against.isEmpty()
                ? vigil().ledger().verify()
                : vigil().witness().verify(against);
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
                out.line(LedgerText.INTACT.with(r.entries()), Tone.GOOD);
            } else {
                out.line(
                        r.fault() == Fault.CHECKPOINT_DIFFERS
                                ? LedgerText.CHECKPOINT_DIFFERS.with(
                                        r.badEntry(),
                                        r.against().size(),
                                        r.against().printed())
                                : LedgerText.BAD.with(r.badEntry(), sentence(r).with()),
                        Tone.BAD);
                out.line(LedgerText.GOOD_BEFORE.with(r.entries()));
            }
            if (r.head() != null) {
                out.line(LedgerText.HEAD.with(r.head()));
            }
        }

        @Override
        public void json(LedgerReport r, Json json) {
            json.field("intact", r.intact()).field("entries", r.entries()).field("head", r.head());
            if (!r.intact()) {
                json.field("badEntry", r.badEntry()).field("fault", r.fault().word());
                if (r.against() != null) {
                    json.field("against", r.against().printed());
                }
            }
        }
    }

    private static LedgerText sentence(LedgerReport report) {
        return switch (report.fault()) {
            case MALFORMED -> LedgerText.MALFORMED;
            case EDITED -> LedgerText.EDITED;
            case BROKEN_LINK -> LedgerText.BROKEN_LINK;
            case COLUMNS_DIFFER -> LedgerText.COLUMNS_DIFFER;
            case TAIL_CUT -> LedgerText.TAIL_CUT;
            case BEYOND_HEAD -> LedgerText.BEYOND_HEAD;
            case HEAD_DIFFERS -> LedgerText.HEAD_DIFFERS;
            case NO_HEAD -> LedgerText.NO_HEAD;
            case CHECKPOINT_DIFFERS -> LedgerText.CHECKPOINT_DIFFERS;
            case CHECKPOINT_AHEAD -> LedgerText.CHECKPOINT_AHEAD;
        };
    }
}
