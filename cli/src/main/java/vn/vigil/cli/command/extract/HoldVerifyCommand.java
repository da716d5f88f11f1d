package vn.vigil.cli.command.extract;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.HoldLabel;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.hold.Held;
import vn.vigil.hold.HoldCheck;
import vn.vigil.hold.HoldFilter;

/** {@code vigil extract hold verify}: are the held copies what was copied? */
@Command(name = "verify")
public final class HoldVerifyCommand extends CommandBase {
    @Parameters(arity = "0..*", paramLabel = "HOLD")
    private List<CaseId> holds = new ArrayList<>();

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND, ExitCode.NOT_GENUINE);
    }

    @Override
    protected ExitCode run() {
        if (holds.isEmpty()) {
            for (Held held : vigil().holds().list(HoldFilter.HELD)) {
                if (!held.clips().isEmpty()) {
                    holds.add(held.id());
                }
            }
        }
        List<HoldCheck> checks = new ArrayList<>();
        for (CaseId id : holds) {
            checks.add(vigil().holds().verify(actor(), id, progress()));
        }
        out().show("extract.hold.verify", checks, new Checks());
        return checks.stream().allMatch(HoldCheck::whole) ? ExitCode.OK : ExitCode.NOT_GENUINE;
    }

    private static final class Checks implements View<List<HoldCheck>> {
        @Override
        public void text(List<HoldCheck> checks, Out to) {
            for (HoldCheck c : checks) {
                HoldLabel label = c.whole() ? HoldLabel.WHOLE : HoldLabel.CHANGED;
                to.line(label.with(c.held().id()), c.whole() ? Tone.GOOD : Tone.BAD);
            }
            to.line(HoldLabel.CHECKED.with(checks.size()), Tone.FAINT);
        }

        @Override
        public void json(List<HoldCheck> checks, Json json) {
            json.array("holds");
            for (HoldCheck c : checks) {
                json.object()
                        .field("id", c.held().id().toString())
                        .field("state", c.held().state().id())
                        .field("whole", c.whole())
                        .end();
            }
            json.end();
        }
    }
}
