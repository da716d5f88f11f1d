package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.app.Vigil;
import vn.vigil.calendar.DayClass;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;
import vn.vigil.people.Actor;
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.book.Post;
import vn.vigil.roster.book.Rule;
import vn.vigil.roster.book.RuleId;
import vn.vigil.roster.book.RuleMode;
import vn.vigil.roster.book.Shift;

/** A roster is made, checked, explained, published and changed from the command line. It is Monday 2 March 2026, 14:05. */
class PlanStoryTest {
    private static final LocalDate BEGIN = LocalDate.parse("2026-01-01");
    private static final String[] WEEK = {"--from", "2026-03-09", "--to", "2026-03-15"};

    @TempDir
    Path folder;

    private Story story;

    @BeforeEach
    void init() {
        story = new Story(folder.resolve("site"));
        run("init", "--no-input").ends(ExitCode.OK);
        member("lan", "Nguyễn Thị Lan", "team-leader", "0901 000 001");
        for (String id : List.of("an", "binh", "chi", "dung", "giang", "hoa")) {
            member(id, "Trần Văn " + id, "team-member", "0902 000 00" + id.length());
        }
        try (Vigil vigil = Vigil.open(story.world(), new Vigil.Options(story.home(), null, null, "lan", false))) {
            Actor lan = vigil.actor();
            vigil.books().addPost(lan, new Post("chinh", "Phòng trực chính", null, BEGIN, null));
            shift(vigil, "ngay", "06:00", "18:00", false);
            shift(vigil, "dem", "18:00", "06:00", true);
            vigil.books()
                    .setRule(lan, new Rule(RuleId.REST, null, RuleMode.HARD, 0, 720, "Điều 110 Bộ luật Lao động 2019"));
            vigil.books().setRule(lan, new Rule(RuleId.NIGHTS_IN_A_ROW, null, RuleMode.SOFT, 20, 2, null));
        }
    }

    private void member(String id, String name, String office, String phone) {
        String[] words = {
            "roster", "member", "add", id, "--name", name, "--office", office, "--from", "2026-01-01", "--phone", phone
        };
        run(words).ends(ExitCode.OK);
    }

    private static void shift(Vigil vigil, String id, String from, String to, boolean nextDay) {
        Set<DayClass> days = EnumSet.allOf(DayClass.class);
        vigil.books()
                .addShift(
                        vigil.actor(),
                        new Shift(
                                id,
                                "chinh",
                                "Ca " + id,
                                LocalTime.parse(from),
                                LocalTime.parse(to),
                                nextDay,
                                DutyKind.ON_SITE,
                                1,
                                0,
                                days,
                                0,
                                true,
                                null,
                                BEGIN,
                                null));
    }

    private Story.Run run(String... words) {
        return story.run(words);
    }

    private Story.Run lan(String verb, String... words) {
        List<String> all = new ArrayList<>(List.of("roster", verb));
        all.addAll(List.of(words));
        all.addAll(List.of("--as", "lan"));
        return run(all.toArray(new String[0]));
    }

    private static String[] week(String... more) {
        List<String> all = new ArrayList<>(List.of(WEEK));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    /** The keys of a document, those of arrays' elements once, in order of appearance. */
    private static List<String> keys(String json) throws Exception {
        List<String> keys = new ArrayList<>();
        List<String> path = new ArrayList<>();
        try (JsonParser p = new JsonFactory().createParser(json)) {
            String name = null;
            for (JsonToken t = p.nextToken(); t != null; t = p.nextToken()) {
                switch (t) {
                    case FIELD_NAME -> {
                        name = p.currentName();
                        String whole = String.join("", path) + name;
                        if (!keys.contains(whole)) {
                            keys.add(whole);
                        }
                    }
                    case START_OBJECT, START_ARRAY -> {
                        path.add(
                                name == null || t == JsonToken.START_OBJECT && !path.isEmpty() && inArray(p)
                                        ? ""
                                        : name + ".");
                        name = null;
                    }
                    case END_OBJECT, END_ARRAY -> path.remove(path.size() - 1);
                    default -> {}
                }
            }
        }
        return keys;
    }

    private static boolean inArray(JsonParser p) {
        return p.getParsingContext().getParent() != null
                && p.getParsingContext().getParent().inArray();
    }

    private String holder(String day, String shift) {
        return lan("list", "--from", day, "--format", "plain")
                .out()
                .lines()
                .filter(l -> l.startsWith(day + "\t" + shift + "\t"))
                .map(l -> l.split("\t", -1)[6])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fromAnEmptyWeekToAPublishedOne() {
        lan("check", WEEK)
                .ends(ExitCode.CRITICAL)
                .says("14 seats, 10080 minutes without anybody, 100 %")
                .says("gap\tnobody: 2026-03-09/ngay/watcher-1");
        lan("check", week("--lang", "vi")).ends(ExitCode.CRITICAL).says("10080 phút không có người trực, 100 %");
        Map<String, String> before = story.files();
        lan("generate", week("--dry-run"))
                .ends(ExitCode.OK)
                .says("14 seats of working time come to 168 h; 7 people")
                .says("would be: 14 of 14 seats filled, 14 changed; nothing was written");
        assertEquals(before, story.files());
        lan("generate", WEEK).ends(ExitCode.OK).withoutComplaint().says("14 of 14 seats filled, 14 changed");
        lan("generate", WEEK).ends(ExitCode.OK).says("up to date, unchanged");
        lan("generate", week("--lang", "vi")).says("không thay đổi");
        lan("check", WEEK)
                .ends(ExitCode.OK)
                .says("0 minutes without anybody, 0 %")
                .saysNot("gap");
        lan("check", week("--quiet")).ends(ExitCode.OK).withoutOutput();
        lan("publish", week("--number", "45/TB-TNC"))
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says("published: ROS-2026-0001, revision 1, from 2026-03-09 to 2026-03-15, 14 seats");
        lan("publish", WEEK).ends(ExitCode.OK).says("unchanged: published as ROS-2026-0001");
        lan("generate", WEEK).ends(ExitCode.OK).says("up to date");
        lan("list", week("--format", "csv")).says("day,shift,role,seat,").says(",ROS-2026-0001,chinh\r\n");
        lan("show", WEEK).says("2026-03-09\tCa ngay: ").says("; Ca dem: ");
        story.onTerminal();
        lan("list", week("--color", "never")).says("Who").says("search");
        lan("fairness", "--color", "never").says("apart at most, nights: ");
    }

    @Test
    void aPublishedSeatChangesWithAReasonOnly() {
        lan("generate", WEEK).ends(ExitCode.OK);
        lan("publish", WEEK).ends(ExitCode.OK);
        String slot = "2026-03-12/ngay";
        String other = run("roster", "explain", slot, "--json")
                .out()
                .replaceAll(".*\"others\":\\[\\{\"member\":\"([a-z]+)\".*", "$1")
                .strip();
        lan("assign", slot, other)
                .ends(ExitCode.REFUSED)
                .withoutOutput()
                .complains("the roster of that day is published (ROS-2026-0001)");
        lan("assign", slot, other, "--reason", "Đổi theo đề nghị")
                .ends(ExitCode.OK)
                .says("2026-03-12/ngay/watcher-1: ")
                .says("→ " + other);
        lan("assign", slot, other).ends(ExitCode.OK).says("unchanged");
        lan("diff", "--published", "--month", "2026-03").ends(ExitCode.OK).says("\t" + other + "\tĐổi theo đề nghị\t");
        lan("check", WEEK).says("seats were changed since the roster was generated");
        lan("lock", slot).ends(ExitCode.OK).says("locked: 2026-03-12/ngay/watcher-1 (" + other + ")");
        lan("lock", slot).ends(ExitCode.OK).says("unchanged");
        lan("unlock", slot).ends(ExitCode.OK).says("unlocked: ");
        lan("clear", slot).ends(ExitCode.REFUSED);
        lan("clear", slot, "--reason", "Bỏ trống").ends(ExitCode.OK).says(other + " → NOBODY");
        lan("check", WEEK).ends(ExitCode.CRITICAL).says("720 minutes without anybody, 7.1 %");
        lan("publish", WEEK).ends(ExitCode.REFUSED).complains("empty: 2026-03-12/ngay/watcher-1");
        lan("publish", week("--with-gaps", "--reason", "Chờ người mới", "--dry-run"))
                .ends(ExitCode.OK)
                .says("would be published: ROS-2026-0002, revision 2");
        lan("publish", week("--with-gaps", "--reason", "Chờ người mới"))
                .ends(ExitCode.OK)
                .says("revision 2");
        lan("diff", "--month", "2026-03").ends(ExitCode.OK).withoutOutput();
    }

    @Test
    void whatIsPastIsCorrectedAndNothingElse() {
        lan("generate", WEEK).ends(ExitCode.OK);
        lan("correct", "2026-03-10/dem", "lan", "--reason", "x")
                .ends(ExitCode.REFUSED)
                .complains("has not begun");
        story.world().pass(Duration.ofDays(9));
        String was = holder("2026-03-10", "dem");
        String other = was.equals("an") ? "binh" : "an";
        lan("assign", "2026-03-10/dem", other).ends(ExitCode.REFUSED).complains("by an erratum only");
        lan("clear", "2026-03-10/dem").ends(ExitCode.REFUSED);
        lan("correct", "2026-03-10/dem", other).ends(ExitCode.REFUSED).complains("needs a reason");
        lan("correct", "2026-03-10/dem", other, "--reason", "Ghi nhầm người")
                .ends(ExitCode.OK)
                .says(was + " → " + other);
        assertEquals(other, holder("2026-03-10", "dem"));
        lan("generate", WEEK).ends(ExitCode.OK);
        assertEquals(other, holder("2026-03-10", "dem"));
    }

    @Test
    void whatIsMistypedIsNamedAndNothingIsDone() {
        lan("generate").ends(ExitCode.USAGE).complains("say which days");
        lan("generate", week("--month", "2026-03")).ends(ExitCode.USAGE);
        lan("generate", "--month", "2026-13").ends(ExitCode.USAGE).complains("2026-13");
        lan("generate", "--from", "2026-03-01", "--to", "2027-03-02")
                .ends(ExitCode.USAGE)
                .complains("at most 366");
        lan("assign", "2026-03-12/ngay", "bihn").ends(ExitCode.NOT_FOUND).complains("binh");
        lan("assign", "2026-03-12/ngai", "binh")
                .ends(ExitCode.NOT_FOUND)
                .complains("did you mean 2026-03-12/ngay/watcher-1?");
        lan("explain", "2026-03-32/ngay").ends(ExitCode.USAGE).complains("names no seat");
        lan("simulate", week("--leave", "an")).ends(ExitCode.USAGE).complains("PERSON:2026-12-05..2026-12-09");
        lan("simulate", WEEK).ends(ExitCode.USAGE);
        lan("fairness", "--close").ends(ExitCode.USAGE);
        lan("fairness", "--quarter", "2026-Q1", "--close")
                .ends(ExitCode.REFUSED)
                .complains("it lasts until 2026-03-31");
        run("roster", "assign", "2026-03-12/ngay", "an", "--as", "binh").ends(ExitCode.DENIED);
        lan("check", "--from", "2026-03-15", "--to", "2026-03-09").ends(ExitCode.UNKNOWN);
    }

    @Test
    void anImpossibleWeekIsExplained() {
        try (Vigil vigil = Vigil.open(story.world(), new Vigil.Options(story.home(), null, null, "lan", false))) {
            vigil.books()
                    .setRule(
                            vigil.actor(),
                            new Rule(RuleId.REST, null, RuleMode.HARD, 0, 96 * 60, "Điều 110 Bộ luật Lao động 2019"));
            vigil.books().setRule(vigil.actor(), new Rule(RuleId.DAYS_IN_A_ROW, null, RuleMode.HARD, 0, 1, null));
            for (String id : List.of("an", "binh", "chi", "dung", "giang")) {
                vigil.books().setWatcher(vigil.actor(), new vn.vigil.base.MemberId(id), false, true, null, Set.of());
            }
        }
        lan("generate", WEEK)
                .ends(ExitCode.INFEASIBLE)
                .withoutOutput()
                .complains("keeps the hard rules and fills every seat")
                .complains("days of duty in a row: Trần Văn hoa, at most 1")
                .complains("--with-gaps");
        lan("check", WEEK).ends(ExitCode.CRITICAL).says("100 %");
        lan("generate", week("--with-gaps")).ends(ExitCode.OK).says("empty: 2026-03-");
        String open = lan("list", week("--open", "--format", "plain"))
                .out()
                .lines()
                .findFirst()
                .orElseThrow();
        String slot = open.split("\t")[0] + "/" + open.split("\t")[1];
        lan("explain", slot).ends(ExitCode.OK).says("NOBODY").says(" cannot: ").says("because: ");
    }

    @Test
    void leaveIsTriedOutAndNothingIsSaved() {
        lan("generate", WEEK).ends(ExitCode.OK);
        String who = holder("2026-03-11", "dem");
        Map<String, String> before = story.files();
        lan("simulate", week("--leave", who + ":2026-03-09..2026-03-12", "--without", "hoa"))
                .ends(ExitCode.OK)
                .says("minutes")
                .says("empty: 2026-03-11/dem/watcher-1")
                .says("if others move: 0 seats stay empty")
                .says("nothing was saved");
        assertEquals(before, story.files());
        assertEquals(who, holder("2026-03-11", "dem"));
    }

    @Test
    void documentsHaveTheseKeys() throws Exception {
        assertEquals(
                "schema zone outcome from to capacity capacity.seats capacity.neededMinutes capacity.people"
                        + " capacity.availableMinutes capacity.wantedPeople capacity.freeSeats capacity.enough"
                        + " capacity.sentence engine seed effort seats filled proof inputs digest open changes changes.slot"
                        + " changes.before changes.after changes.published free",
                String.join(" ", keys(lan("generate", week("--json")).out())));
        assertEquals(
                "schema zone from to severity seats minutes openMinutes openPercent capacity capacity.seats"
                        + " capacity.neededMinutes capacity.people capacity.availableMinutes capacity.wantedPeople"
                        + " capacity.freeSeats capacity.enough capacity.sentence publication findings findings.kind"
                        + " findings.severity findings.slot findings.member findings.from findings.to findings.rule"
                        + " findings.article findings.sentence",
                String.join(
                        " ", keys(lan("check", "--month", "2026-03", "--json").out())));
        assertEquals(
                "schema zone publications seats seats.slot seats.day seats.shift seats.role seats.seat seats.post"
                        + " seats.from seats.to seats.open seats.member seats.body seats.name seats.phone seats.source"
                        + " seats.locked seats.publication",
                String.join(" ", keys(lan("show", week("--json")).out())).replace(" from to ", " "));
        String measure = " accounts.M accounts.M.done accounts.M.target accounts.M.carry accounts.M.balance";
        StringBuilder measures = new StringBuilder();
        for (String m : List.of("minutes", "nights", "weekends", "holidays", "tet")) {
            measures.append(measure.replace("M", m));
        }
        assertEquals(
                "schema zone from to carriedFrom closed outcome accounts accounts.member accounts.name"
                        + " accounts.availableDays" + measures
                        + " spread spread.minutes spread.nights spread.weekends spread.holidays spread.tet",
                String.join(" ", keys(lan("fairness", "--json").out())));
        assertEquals(
                "schema zone slot day shift role seat from to holder source locked reason at rules helps moves others"
                        + " others.member others.name others.phone others.lawful others.balanceMinutes others.more"
                        + " others.objections others.objections.obstacle others.objections.hard others.objections.weight"
                        + " others.objections.day others.objections.sentence others.objections.article",
                String.join(
                        " ",
                        keys(run("roster", "explain", "2026-03-12/dem", "--json")
                                .out())));
        String published = lan("publish", week("--json")).out();
        assertEquals(
                "schema zone outcome publication publication.id publication.revision publication.from publication.to"
                        + " publication.digest publication.documentNumber publication.reason publication.publishedAt"
                        + " publication.publishedBy seats shortNotice workingDays open changes changes.slot changes.before"
                        + " changes.after changes.published",
                String.join(" ", keys(published)));
        assertTrue(published.contains("\"schema\":\"vigil.roster.publish/1\""));
        lan("clear", "2026-03-12/dem", "--reason", "x").ends(ExitCode.OK);
        assertEquals(
                "schema zone differences differences.slot differences.day differences.shift differences.role"
                        + " differences.seat differences.before differences.after differences.reason differences.from"
                        + " differences.to differences.source differences.erratum differences.at differences.by"
                        + " differences.publication",
                String.join(
                        " ", keys(lan("diff", "--month", "2026-03", "--json").out())));
    }
}
