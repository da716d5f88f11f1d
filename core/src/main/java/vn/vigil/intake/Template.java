package vn.vigil.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.vigil.base.MessageKey;
import vn.vigil.calendar.DayClass;
import vn.vigil.document.SheetColumn;
import vn.vigil.document.SheetPlan;
import vn.vigil.people.Office;
import vn.vigil.roster.book.BookColumn;
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.book.LeaveKind;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** The empty workbook: titles, notes over them, lists to choose from, and one example a sheet that an import passes over. Pure. */
final class Template {
    /** Notes of columns that must be filled in. */
    private static final Set<IntakeText> NEEDED = EnumSet.of(
            IntakeText.NOTE_REQUIRED,
            IntakeText.NOTE_ID,
            IntakeText.NOTE_POST,
            IntakeText.NOTE_TIME,
            IntakeText.NOTE_PERSON);

    private final Lang lang;
    private final List<String> answers;

    private Template(Lang lang) {
        this.lang = lang;
        this.answers = lang == Lang.VI ? List.of("có", "không") : List.of("yes", "no");
    }

    static List<SheetPlan> plans(Lang lang) {
        Template t = new Template(lang);
        return List.of(t.guide(), t.people(), t.cameras(), t.posts(), t.shifts(), t.leave());
    }

    private String say(MessageKey key, Object... args) {
        return Texts.render(key.with(args), lang);
    }

    private SheetPlan plan(IntakeSheet sheet, List<SheetColumn> columns, List<String> example) {
        List<String> marked = new ArrayList<>(example);
        marked.set(0, say(IntakeText.EXAMPLE, example.get(0)));
        return new SheetPlan(say(sheet), columns, List.of(marked));
    }

    private SheetColumn column(MessageKey title, int width, IntakeText note, List<String> choices) {
        boolean needed = note != null && NEEDED.contains(note);
        return new SheetColumn(say(title) + (needed ? "*" : ""), width, note == null ? null : say(note), choices);
    }

    private SheetColumn column(MessageKey title, int width, IntakeText note) {
        return column(title, width, note, List.of());
    }

    private SheetColumn column(MessageKey title, int width) {
        return column(title, width, null, List.of());
    }

    private List<String> choices(MessageKey[] values) {
        List<String> choices = new ArrayList<>();
        for (MessageKey value : values) {
            choices.add(say(value));
        }
        return choices;
    }

    private SheetPlan guide() {
        List<List<String>> lines = new ArrayList<>();
        for (IntakeText line : List.of(
                IntakeText.GUIDE_1, IntakeText.GUIDE_2, IntakeText.GUIDE_3, IntakeText.GUIDE_4, IntakeText.GUIDE_5)) {
            lines.add(List.of(say(line)));
        }
        return new SheetPlan(say(IntakeSheet.GUIDE), List.of(SheetColumn.of(say(IntakeText.GUIDE_TITLE), 100)), lines);
    }

    private SheetPlan people() {
        return plan(
                IntakeSheet.PEOPLE,
                List.of(
                        column(PersonColumn.NAME, 28, IntakeText.NOTE_REQUIRED),
                        column(PersonColumn.PHONE, 16, IntakeText.NOTE_PHONE),
                        column(PersonColumn.OFFICES, 30, IntakeText.NOTE_OFFICES, choices(Office.values())),
                        column(PersonColumn.EMAIL, 28),
                        column(PersonColumn.ID, 14, IntakeText.NOTE_PERSON_ID),
                        column(PersonColumn.FROM, 14, IntakeText.NOTE_DAY)),
                List.of(
                        say(IntakeText.EXAMPLE_NAME),
                        say(IntakeText.EXAMPLE_PHONE),
                        say(Office.TEAM_MEMBER),
                        "",
                        "",
                        "2026-01-01"));
    }

    private SheetPlan cameras() {
        return plan(
                IntakeSheet.CAMERAS,
                List.of(
                        column(CameraColumn.ID, 14, IntakeText.NOTE_ID),
                        column(CameraColumn.NAME, 24),
                        column(CameraColumn.URL, 36, IntakeText.NOTE_URL),
                        column(CameraColumn.ONVIF, 24),
                        column(CameraColumn.PLACE, 24),
                        column(CameraColumn.GROUP, 14),
                        column(CameraColumn.ESSENTIAL, 12, IntakeText.NOTE_YES, answers),
                        column(CameraColumn.USER, 12),
                        column(CameraColumn.PASSWORD_FILE, 20, IntakeText.NOTE_PASSWORD)),
                List.of(
                        "cong-1",
                        say(IntakeText.EXAMPLE_CAMERA),
                        "rtsp://192.0.2.10/stream1",
                        "",
                        "",
                        "",
                        answers.get(0),
                        "admin",
                        ""));
    }

    private SheetPlan posts() {
        return plan(
                IntakeSheet.POSTS,
                List.of(
                        column(BookColumn.ID, 14, IntakeText.NOTE_ID),
                        column(BookColumn.NAME, 28, IntakeText.NOTE_REQUIRED),
                        column(BookColumn.ZONE, 16),
                        column(BookColumn.FROM, 14, IntakeText.NOTE_DAY)),
                List.of("phong-truc", say(IntakeText.EXAMPLE_POST), "", "2026-01-01"));
    }

    private SheetPlan shifts() {
        List<String> days = new ArrayList<>(choices(DayClass.values()));
        days.add(0, lang == Lang.VI ? "mọi ngày" : "all");
        return plan(
                IntakeSheet.SHIFTS,
                List.of(
                        column(BookColumn.ID, 14, IntakeText.NOTE_ID),
                        column(BookColumn.POST, 16, IntakeText.NOTE_POST),
                        column(BookColumn.NAME, 24, IntakeText.NOTE_REQUIRED),
                        column(BookColumn.START, 10, IntakeText.NOTE_TIME),
                        column(BookColumn.END, 10, IntakeText.NOTE_TIME),
                        column(BookColumn.NEXT_DAY, 12, IntakeText.NOTE_NEXT_DAY, answers),
                        column(BookColumn.KIND, 24, null, choices(DutyKind.values())),
                        column(BookColumn.WATCHERS, 12),
                        column(BookColumn.LEADS, 12),
                        column(BookColumn.DAYS, 24, IntakeText.NOTE_DAYS, days),
                        column(BookColumn.COUNTS, 14, IntakeText.NOTE_YES, answers)),
                List.of(
                        "dem",
                        "phong-truc",
                        say(IntakeText.EXAMPLE_SHIFT),
                        "22:00",
                        "06:00",
                        answers.get(0),
                        say(DutyKind.BY_TELEPHONE),
                        "1",
                        "0",
                        days.get(0),
                        answers.get(1)));
    }

    private SheetPlan leave() {
        return plan(
                IntakeSheet.LEAVE,
                List.of(
                        column(BookColumn.PERSON, 28, IntakeText.NOTE_PERSON),
                        column(BookColumn.FROM, 14, IntakeText.NOTE_DAY),
                        column(BookColumn.UNTIL, 14, IntakeText.NOTE_DAY),
                        column(BookColumn.KIND, 18, null, choices(LeaveKind.values())),
                        column(BookColumn.NOTE, 28)),
                List.of(say(IntakeText.EXAMPLE_NAME), "2026-12-21", "2026-12-25", say(LeaveKind.ANNUAL), ""));
    }
}
