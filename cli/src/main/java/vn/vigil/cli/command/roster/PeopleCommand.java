package vn.vigil.cli.command.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.Member;
import vn.vigil.people.SavedMember;

/** What the changing verbs about people share. */
abstract class PeopleCommand extends CommandBase {
    /** The member of an id, a name or part of one. */
    final MemberId person(String text) {
        return vigil().people().show(text).id();
    }

    /** Null for null. */
    final LocalDate day(String text) {
        return text == null ? null : date(text);
    }

    final LocalDate dayOrToday(String text) {
        return date(text == null ? "today" : text);
    }

    final Instant time(String text) {
        return text == null ? null : instant(text);
    }

    /** The first moment no longer counted: {@code --to}, or the end of the day of {@code --until}; null when neither is said. */
    final Instant end(String to, String until) {
        if (to != null && until != null) {
            throw new VigilException(ErrorKind.USAGE, "VG-PEOPLE-TWO-ENDS", PeopleViewText.TWO_ENDS.with());
        }
        return until == null
                ? time(to)
                : date(until).plusDays(1).atStartOfDay(vigil().zone()).toInstant();
    }

    /** Shows a member after a change. */
    final ExitCode tellMember(String schema, SavedMember saved, RosterText done, RosterText would) {
        tell(schema, saved, new SavedView(done, would, dryRun(), new MemberRows(date("today"), lang())));
        return ExitCode.OK;
    }

    /** Keeps the members' ids for completion. */
    final void keepPeople() {
        List<String> ids = new ArrayList<>();
        for (Member m : vigil().people().list(false)) {
            ids.add(m.id().value());
        }
        keepNames("person", ids);
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }
}
