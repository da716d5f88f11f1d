package vn.vigil.cli.command.roster;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.watch.SavedSwap;
import vn.vigil.roster.watch.Swap;

/** What the verbs that change a swap share. */
abstract class SwapCommand extends WatchCommand {
    /** Shows what became of it; one that is over meanwhile ends with its own code. */
    final ExitCode tellSwap(String verb, SavedSwap saved, WatchViewText done, WatchViewText would) {
        List<CaseId> open = new ArrayList<>();
        for (SavedSwap swap : vigil().watch().swaps(false)) {
            open.add(swap.swap().id());
        }
        keepNames("swap", open);
        tell("roster.swap." + verb, saved, new SavedSwapView(dryRun(), done, would));
        deliver();
        boolean dead = saved.swap().state() == Swap.State.VOID || saved.swap().state() == Swap.State.EXPIRED;
        return dead ? ExitCode.REFUSED : ExitCode.OK;
    }

    private record SavedSwapView(boolean dryRun, WatchViewText done, WatchViewText would) implements View<SavedSwap> {
        @Override
        public void text(SavedSwap s, Out out) {
            Swap swap = s.swap();
            boolean dead = swap.state() == Swap.State.VOID || swap.state() == Swap.State.EXPIRED;
            WatchViewText what = dead
                    ? WatchViewText.SWAP_DEAD
                    : s.unchanged() ? WatchViewText.SWAP_UNCHANGED : dryRun ? would : done;
            out.line(what.with(swap.id(), swap.state().with()), dead ? Tone.BAD : Tone.STRONG);
            out.line(WatchViewText.SWAP_IS.with(
                    swap.member(),
                    swap.slot(),
                    swap.with(),
                    swap.back() == null ? WatchViewText.NOTHING.with() : swap.back()));
            for (SavedSwap.Effect e : s.effects()) {
                out.line(
                        WatchViewText.EFFECT.with(
                                e.name(),
                                hours(e.minutes()),
                                signed(e.nights()),
                                signed(e.weekendDays()),
                                signed(e.holidays())),
                        Tone.FAINT);
            }
            MissingView.objections(s.objections(), out);
        }

        @Override
        public void json(SavedSwap s, Json json) {
            json.field("outcome", s.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
            json.object("swap");
            SwapRow.fields(s, json);
            json.end().array("objections");
            MissingView.objections(s.objections(), json);
            json.end();
        }
    }

    static String signed(long number) {
        return number > 0 ? "+" + number : Long.toString(number);
    }

    /** {@code +12:00}, {@code -7:30}. */
    static String hours(long minutes) {
        long m = Math.abs(minutes);
        String rest = Long.toString(m % 60);
        return (minutes > 0 ? "+" : minutes < 0 ? "-" : "") + m / 60 + ":" + (rest.length() < 2 ? "0" + rest : rest);
    }
}
