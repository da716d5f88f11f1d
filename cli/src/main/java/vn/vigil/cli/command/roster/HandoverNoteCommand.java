package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.watch.SavedNote;

/** {@code vigil roster handover note}: writes something down for those who come next, or says that an open matter is done. */
@Command(name = "note")
public final class HandoverNoteCommand extends WatchCommand {
    @Parameters(arity = "0..1", paramLabel = "TEXT")
    private String text;

    @Option(names = "--open")
    private boolean open;

    @Option(names = "--post", paramLabel = "POST")
    private String post;

    @Option(names = "--done", paramLabel = "NUMBER")
    private Long done;

    @Override
    protected ExitCode run() {
        if ((text == null) == (done == null) || done != null && open) {
            throw new VigilException(ErrorKind.USAGE, "VG-WATCH-NOTE", WatchViewText.NOTE_OR_DONE.with());
        }
        SavedNote saved = done == null
                ? vigil().watch().note(actor(), post, text, open)
                : vigil().watch().noteDone(actor(), done);
        tell("roster.handover.note", saved, new NoteView(dryRun(), done != null));
        return ExitCode.OK;
    }

    private record NoteView(boolean dryRun, boolean done) implements View<SavedNote> {
        @Override
        public void text(SavedNote s, Out out) {
            WatchViewText what = s.unchanged()
                    ? WatchViewText.NOTE_UNCHANGED
                    : done
                            ? dryRun ? WatchViewText.WOULD_END_NOTE : WatchViewText.NOTE_DONE
                            : dryRun ? WatchViewText.WOULD_NOTE : WatchViewText.NOTED;
            out.line(what.with(s.note().id(), s.note().words()), Tone.STRONG);
        }

        @Override
        public void json(SavedNote s, Json json) {
            json.field("outcome", s.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
            json.object("note");
            HandoverView.note(s.note(), json);
            json.end();
        }
    }
}
