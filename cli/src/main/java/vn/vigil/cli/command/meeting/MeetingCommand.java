package vn.vigil.cli.command.meeting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MessageKey;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.Choice;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.cli.view.WrittenPapersView;
import vn.vigil.document.Paper;
import vn.vigil.document.PaperForm;
import vn.vigil.document.Papers;
import vn.vigil.document.WrittenPaper;
import vn.vigil.meeting.Action;
import vn.vigil.meeting.Meeting;
import vn.vigil.meeting.Petition;
import vn.vigil.meeting.Proposal;
import vn.vigil.meeting.Saved;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.register.SavedEntry;

/** What the verbs of meetings share. */
abstract class MeetingCommand extends CommandBase {
    private static final long LONGEST = 4L << 20;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }

    /** Null for null. */
    final Instant time(String text) {
        return text == null ? null : instant(text);
    }

    /** Null for null. */
    final LocalDate day(String text) {
        return text == null ? null : date(text);
    }

    /** {@code 08:30}; null for null. */
    final LocalTime hour(String text) {
        if (text == null) {
            return null;
        }
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeException e) {
            throw new VigilException(ErrorKind.USAGE, "VG-MEETING-HOUR", MeetingLabel.BAD_HOUR.with(text));
        }
    }

    /** Who acts, proved by their PIN; a rehearsal asks for no secret. */
    final Actor proved(Path pinFile) {
        Actor actor = actor();
        if (dryRun() || actor.member() == null) {
            return actor;
        }
        char[] pin = pinFile != null
                ? vigil().secretFile(pinFile)
                : prompt().secret(MeetingLabel.ASK_PIN.with(actor.member().name()), "--pin-file");
        try {
            return vigil().people().provePin(actor, pin);
        } finally {
            Prompt.wipe(pin);
        }
    }

    /** What completion offers for words of ours. */
    final List<Choice> choices(MessageKey... words) {
        List<Choice> all = new ArrayList<>();
        for (MessageKey word : words) {
            all.add(new Choice(word.id(), out().text(word.with())));
        }
        return all;
    }

    /** The members, by their short names. */
    final List<Choice> members() {
        List<Choice> all = new ArrayList<>();
        for (Member member : vigil().people().list(false)) {
            all.add(new Choice(member.id().value(), member.name()));
        }
        return all;
    }

    final ExitCode tellMeeting(String verb, Saved<Meeting> saved) {
        tell("meeting." + verb, saved, new SavedView<>(new MeetingView(out()), dryRun()));
        return ExitCode.OK;
    }

    final ExitCode tellAction(String verb, Saved<Action> saved) {
        List<CaseId> ids = new ArrayList<>();
        vigil().meetings().actions().open().forEach(action -> ids.add(action.id()));
        keepNames("action", ids);
        tell("meeting." + verb, saved, new SavedView<>(new ActionView(out()), dryRun()));
        return ExitCode.OK;
    }

    final ExitCode tellProposal(String verb, Saved<Proposal> saved) {
        List<CaseId> ids = new ArrayList<>();
        vigil().meetings().proposals().list().forEach(proposal -> ids.add(proposal.id()));
        keepNames("proposal", ids);
        tell("meeting." + verb, saved, new SavedView<>(new ProposalView(out()), dryRun()));
        return ExitCode.OK;
    }

    final ExitCode tellPetition(String verb, Saved<Petition> saved) {
        tell("meeting." + verb, saved, new SavedView<>(new PetitionView(out()), dryRun()));
        return ExitCode.OK;
    }

    /** Says which number a paper has. */
    final void numbered(SavedEntry saved) {
        note((saved.changed() ? MeetingLabel.NUMBERED : MeetingLabel.NUMBERED_BEFORE)
                .with(saved.entry().number(), saved.entry().title()));
    }

    /** Writes a paper; DOCX and PDF when no form is said. */
    final ExitCode write(String schema, Paper paper, List<PaperForm> forms, Path output, String name, boolean force) {
        List<PaperForm> wanted = forms.isEmpty() ? List.of(PaperForm.DOCX, PaperForm.PDF) : forms;
        Path prefix = output != null ? output : Path.of(name);
        List<WrittenPaper> written =
                Papers.write(paper, List.copyOf(new LinkedHashSet<>(wanted)), prefix, force, dryRun());
        tell(schema, written, new WrittenPapersView(dryRun()));
        return ExitCode.OK;
    }

    /** Says on standard error which files were written beside the result. */
    final void note(List<WrittenPaper> written) {
        for (WrittenPaper w : written) {
            note(MeetingLabel.FILE_WRITTEN.with(w.file().toString()));
        }
    }

    /** @throws VigilException NOT_FOUND, USAGE */
    static String readText(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new VigilException(
                        ErrorKind.NOT_FOUND, "VG-MEETING-NO-FILE", MeetingLabel.NO_FILE.with(file.toString()));
            }
            if (Files.size(file) > LONGEST) {
                throw new VigilException(
                        ErrorKind.USAGE, "VG-MEETING-FILE", MeetingLabel.FILE_TOO_LONG.with(file.toString()));
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new VigilException(ErrorKind.FAILED, "VG-MEETING-FILE", MeetingLabel.NO_FILE.with(file.toString()))
                    .causedBy(e);
        }
    }

    /** Writes a text beside; never over another without {@code force}. */
    final void writeText(Path file, String text, boolean force) {
        writeBytes(file, text.getBytes(StandardCharsets.UTF_8), force);
    }

    /** Writes a file beside; never over another without {@code force}. */
    final void writeBytes(Path file, byte[] bytes, boolean force) {
        try {
            if (Files.exists(file)) {
                if (Arrays.equals(Files.readAllBytes(file), bytes)) {
                    return;
                }
                if (!force) {
                    throw new VigilException(
                                    ErrorKind.CONFLICT, "VG-MEETING-EXISTS", MeetingLabel.EXISTS.with(file.toString()))
                            .next(MeetingLabel.NEXT_FORCE.with());
                }
            }
            if (!dryRun()) {
                Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".vigil-", ".new");
                Files.write(fresh, bytes);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new VigilException(
                            ErrorKind.FAILED, "VG-MEETING-UNWRITABLE", MeetingLabel.UNWRITABLE.with(file.toString()))
                    .causedBy(e);
        }
    }

    /** Keeps the numbers for completion. */
    final void keepNumbers() {
        List<CaseId> ids = new ArrayList<>();
        vigil().meetings().list().forEach(meeting -> ids.add(meeting.id()));
        keepNames("meeting", ids);
    }
}
