package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;
import vn.vigil.testkit.ClosedPort;

/**
 * The watch is kept from the command line: one post, by day (06–18) and by night (18–06). Hoa stands Monday's day, Dũng the night
 * after. It is Monday 2 March 2026, 14:05.
 */
class WatchStoryTest {
    private static final String TODAY = "2026-03-02";

    @TempDir
    Path folder;

    private Story story;

    @BeforeEach
    void init() {
        story = new Story(folder.resolve("site"));
        run("init", "--no-input").ends(ExitCode.OK);
        member("lan", "Nguyễn Thị Lan", "team-leader", "0901000001");
        member("hoa", "Lê Thị Hoa", "team-member", "0901000003");
        member("dung", "Phạm Văn Dũng", "team-member", "0901000004");
        run("roster", "post", "add", "chinh", "--name", "Phòng trực", "--from", "2026-03-01", "--as", "lan")
                .ends(ExitCode.OK);
        shift("ngay", "06:00", "18:00");
        shift("dem", "18:00", "06:00", "--next-day");
        give("ngay", "hoa");
        give("dem", "dung");
    }

    private void member(String id, String name, String office, String phone) {
        run("roster", "member", "add", id, "--name", name, "--office", office, "--phone", phone, "--from", "2026-01-01")
                .ends(ExitCode.OK);
    }

    private void shift(String id, String start, String end, String... more) {
        run(with(
                        new String[] {
                            "roster",
                            "shift",
                            "add",
                            id,
                            "--post",
                            "chinh",
                            "--name",
                            "Ca " + id,
                            "--start",
                            start,
                            "--end",
                            end,
                            "--from",
                            "2026-03-01",
                            "--as",
                            "lan"
                        },
                        more))
                .ends(ExitCode.OK);
    }

    private void give(String shift, String person) {
        run("roster", "override", "add", TODAY + "/" + shift, "--person", person, "--reason", "xếp tay", "--as", "lan")
                .ends(ExitCode.OK)
                .says("stands " + TODAY + "/" + shift + "/watcher-1");
    }

    private Story.Run run(String... words) {
        return story.run(words);
    }

    private void at(String time) {
        story.world().jumpClock(Instant.parse(time.replace(' ', 'T') + ":00+07:00"));
    }

    private String secret(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, text + "\n").toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The same command, rehearsed: it would do it, and the world is as it was. */
    private void rehearse(String would, String... words) {
        List<String> dry = new ArrayList<>(List.of(words));
        dry.add("--dry-run");
        Map<String, String> before = story.files();
        run(dry.toArray(new String[0])).ends(ExitCode.OK).says(would);
        assertEquals(before, story.files(), dry.toString());
    }

    @Test
    void whoIsOnWatchIsTold() {
        run("roster", "now")
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says("chinh\twatcher\t1\t2026-03-02/ngay/watcher-1\tmissing\thoa\tLê Thị Hoa\t0901000003\t")
                .says("\tdung\tPhạm Văn Dũng\t0901000004\t2026-03-02T18:00:00+07:00\n");
        run("roster", "now", "--format", "{name} {phone}").says("Lê Thị Hoa 0901000003\n");
        run("roster", "now", "--format", "{nme}").ends(ExitCode.USAGE).complains("did you mean name?");
        run("roster", "now", "--format", "tabel").ends(ExitCode.USAGE).complains("table, plain");
        run("roster", "now", "--format", "csv").says("post,role,seat,slot,state,id,name");
        run("roster", "now", "--json")
                .says("\"schema\":\"vigil.roster.now/1\"")
                .says("\"state\":\"missing\",\"gap\":false,\"member\":\"hoa\"")
                .says("\"next\":{\"slot\":\"2026-03-02/dem/watcher-1\"");
        run("roster", "next").says("2026-03-02/dem/watcher-1");
        run("roster", "who", "--at", "2026-03-03 02:00").says("\tdung\t");
        run("roster", "who", "--at", "2026-03-03 07:00", "--lang", "vi").says("\tgap\t\tKHÔNG CÓ AI\t");
        run("roster", "now", "--check").ends(ExitCode.OK);
        at("2026-03-03 07:00");
        run("roster", "now", "--check", "--quiet").ends(ExitCode.CRITICAL).says("NOBODY");
        run("roster", "now", "--check", "--nonsense").ends(ExitCode.UNKNOWN);
        run("roster", "now", "--post", "chin").ends(ExitCode.NOT_FOUND).complains("chinh");
        story.onTerminal();
        run("roster", "now", "--lang", "vi", "--color", "never")
                .says("Điện thoại")
                .says("KHÔNG CÓ AI");
    }

    @Test
    void aPostWatchesTheCamerasOfItsZone() {
        run("camera", "add", "gate-1", "--url", "rtsp://192.0.2.1/a", "--group", "north")
                .ends(ExitCode.OK);
        run("roster", "post", "add", "bac", "--name", "Nhà bắc", "--zone", "south", "--from", "2026-03-01")
                .ends(ExitCode.OK);
        run("roster", "who", "--camera", "gate-1").says("chinh").saysNot("bac");
        run("roster", "now").says("bac\twatcher\t1\t\tgap");
    }

    @Test
    void somebodyComesOnceAndWhoIsNotOnTheRosterHearsWhoIs() {
        rehearse("would come on watch", "roster", "checkin", "--as", "hoa");
        run("roster", "checkin", "--as", "hoa", "--at", "2026-03-02 06:20")
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says(
                        "Lê Thị Hoa is on watch: 2026-03-02/ngay/watcher-1, since 2026-03-02T06:20:00+07:00 (ATT-2026-0001)")
                .says("20 minutes late");
        run("roster", "checkin", "--as", "hoa").ends(ExitCode.OK).says("unchanged");
        run("roster", "checkin", "--as", "dung")
                .ends(ExitCode.REFUSED)
                .withoutOutput()
                .complains("On watch at Phòng trực: Lê Thị Hoa (hoa)")
                .complains("vigil roster take --now --as dung");
        run("roster", "checkin", "--as", "dung", "--slot", "nonsense")
                .ends(ExitCode.USAGE)
                .complains("DAY/SHIFT");
        run("roster", "attendance", "list").says("ATT-2026-0001\t2026-03-02/ngay/watcher-1\tchinh\thoa\t");
        run(
                        "roster",
                        "attendance",
                        "correct",
                        "ATT-2026-0001",
                        "--in",
                        "2026-03-02 06:00",
                        "--reason",
                        "quên ghi",
                        "--as",
                        "lan")
                .ends(ExitCode.OK)
                .says("ATT-2026-0002");
        run("roster", "attendance", "list", "--all").says("ATT-2026-0001").says("\tno\tquên ghi");
        run("roster", "attendance", "correct", "ATT-2026-0009", "--withdraw", "--reason", "x", "--as", "lan")
                .ends(ExitCode.NOT_FOUND);
        at("2026-03-02 18:00");
        run("roster", "checkout", "--as", "hoa", "--lang", "vi").says("đã ra ca");
        run("roster", "checkout", "--as", "hoa").ends(ExitCode.OK).says("unchanged");
        run("ledger", "verify").ends(ExitCode.OK);
    }

    @Test
    void whoDoesNotComeIsFoundByCronAndSomebodyStandsIn() {
        run("roster", "absent", "--grace", "9h", "--quiet").ends(ExitCode.OK).withoutOutput();
        Map<String, String> before = story.files();
        run("roster", "absent", "--dry-run").ends(ExitCode.CRITICAL).says("would be told");
        assertEquals(before, story.files());
        run("roster", "absent", "--grace", "15m")
                .ends(ExitCode.CRITICAL)
                .says("Lê Thị Hoa (telephone 0901000003) has not come")
                .says("  1. ")
                .says("are told now");
        run("roster", "absent", "--lang", "vi").ends(ExitCode.CRITICAL).says("đã được báo trước đó");
        run("roster", "absent", "--json").says("\"missing\":[{\"slot\":\"2026-03-02/ngay/watcher-1\"");
        run("roster", "absent", "--grace", "soon").ends(ExitCode.UNKNOWN);
        run("roster", "take", "--as", "dung").ends(ExitCode.USAGE).complains("--now");
        rehearse("would take", "roster", "take", "--now", "--as", "dung");
        run("roster", "take", "--now", "--as", "dung")
                .ends(ExitCode.OK)
                .says("Phạm Văn Dũng has taken 2026-03-02/ngay");
        run("roster", "take", "--now", "--as", "dung").ends(ExitCode.OK).says("unchanged");
        run("roster", "absent").ends(ExitCode.OK).says("has come");
        run("roster", "now").says("\tthere\tdung\t");
    }

    @Test
    void somebodyIsOffSickAndAnotherStandsIn() {
        run("roster", "sick", "hoa").ends(ExitCode.USAGE).complains("--now");
        rehearse("would be off sick", "roster", "sick", "hoa", "--now", "--as", "dung");
        run("roster", "sick", "hoa", "--now", "--as", "dung", "--lang", "vi")
                .ends(ExitCode.OK)
                .says("Lê Thị Hoa nghỉ ốm đến 2026-03-03T00:00:00+07:00 (LV-2026-0001)")
                .says("Nguyễn Thị Lan (lan), điện thoại 0901000001");
        run("roster", "now", "--check").ends(ExitCode.CRITICAL).says("NOBODY (Lê Thị Hoa is on leave)");
        run("roster", "sick", "hoa", "--now", "--as", "dung").says("unchanged");
        run("roster", "sick", "hoa", "--now", "--replace", "lan", "--as", "dung")
                .ends(ExitCode.DENIED);
        run("roster", "sick", "hoa", "--now", "--replace", "lan", "--as", "lan")
                .ends(ExitCode.OK)
                .says("Nguyễn Thị Lan stands in, telephone 0901000001");
        run("roster", "sick", "hoa", "--now", "--replace", "lan", "--as", "lan").says("unchanged");
        run("roster", "now").says("\tlan\tNguyễn Thị Lan\t");
        run("roster", "override", "list").says("2026-03-02/ngay/watcher-1\tlan\t");
    }

    @Test
    void aWatchFromThePaperBookCountsAndIsToldApart() {
        at("2026-03-03 09:00");
        String[] night = {
            "roster",
            "log",
            "--for",
            "dung",
            "--shift",
            "dem",
            "--day",
            TODAY,
            "--paper",
            "--sheet",
            "sổ trực số 3, trang 14"
        };
        rehearse("would be entered", with(night, "--as", "lan"));
        run(with(night, "--as", "lan", "--lang", "vi"))
                .ends(ExitCode.OK)
                .says("Đã ghi Phạm Văn Dũng trực ca 2026-03-02/dem/watcher-1")
                .says("nhập theo sổ giấy: sổ trực số 3, trang 14");
        run(with(night, "--as", "lan")).says("unchanged");
        run("roster", "log", "--for", "dung", "--shift", "dem", "--as", "lan")
                .ends(ExitCode.USAGE)
                .complains("--paper");
        run(with(night, "--as", "lan", "--from", "2026-03-02 20:00"))
                .ends(ExitCode.CONFLICT)
                .complains("ATT-2026-0001");
        run("roster", "coverage", "--from", "2026-03-02 06:00", "--to", "2026-03-03 06:00")
                .ends(ExitCode.OK)
                .says("kept 12:00 of 24:00 hours (50.0 %)")
                .says("entered 0:00, from the paper book 12:00")
                .says("nobody from 2026-03-02T06:00:00+07:00 to 2026-03-02T18:00:00+07:00");
        run("roster", "coverage", "--from", "2026-03-02 06:00", "--to", "2026-03-03 06:00", "--json")
                .says("\"paperMinutes\":720")
                .says("\"gapMinutes\":720");
        run("roster", "coverage", "--from", "2026-03-04", "--to", "2026-03-03").ends(ExitCode.USAGE);
    }

    private static String[] with(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    @Test
    void theWatchIsHandedOverByPin() throws Exception {
        try (ClosedPort nobody = new ClosedPort()) {
            String url = "rtsp://127.0.0.1:" + nobody.number() + "/a";
            run("camera", "add", "gate-1", "--url", url, "--essential").ends(ExitCode.OK);
            run("camera", "check", "--quiet").ends(ExitCode.CRITICAL);
        }
        run("incident", "open", "--kind", "theft", "--title", "Mất xe đạp", "--at", "2026-03-02 10:00", "--as", "hoa")
                .ends(ExitCode.OK);
        run("roster", "member", "pin", "set", "dung", "--pin-file", secret("pin", "4917x"), "--as", "dung")
                .ends(ExitCode.OK);
        run("roster", "handover", "note", "cổng phụ không khóa được", "--open", "--as", "hoa")
                .ends(ExitCode.OK);
        run("roster", "handover", "note", "--as", "hoa").ends(ExitCode.USAGE);
        run("roster", "round", "--as", "hoa").ends(ExitCode.USAGE).complains("--all-essential");
        rehearse("would be checked", "roster", "round", "--all-essential", "--as", "hoa");
        run("roster", "round", "gate-1", "--found", "mờ\u001b[31m ống kính", "--as", "hoa")
                .ends(ExitCode.USAGE);
        run("roster", "round", "gate-1", "--found", "mờ ống kính", "--as", "hoa")
                .ends(ExitCode.OK)
                .says("1 cameras checked")
                .says("mờ ống kính");
        run("roster", "round", "gate-1", "--found", "mờ ống kính", "--as", "hoa")
                .says("unchanged");
        run("roster", "round", "gate-9", "--as", "hoa").ends(ExitCode.NOT_FOUND);
        run("roster", "round", "gate-1", "--as", "dung").ends(ExitCode.REFUSED).complains("Lê Thị Hoa");
        run("roster", "rounds", "list").says("\tgate-1\thoa\tmờ ống kính\t");
        run("roster", "rounds", "due").says("gate-1\tno\t2026-03-02T18:05:00+07:00\t");
        at("2026-03-02 17:55");
        rehearse("would be opened", "roster", "handover", "open", "--as", "hoa");
        run("roster", "handover", "open", "--as", "hoa", "--lang", "vi")
                .ends(ExitCode.OK)
                .says("HO-2026-0001: đã mở giao ca 2026-03-02/ngay/watcher-1")
                .says("camera mất tín hiệu: gate-1, từ 2026-03-02T")
                .says("sự việc: INC-2026-0001 – Mất xe đạp")
                .says("gate-1: thiếu 2 lượt kiểm tra")
                .says("việc còn mở 1: cổng phụ không khóa được")
                .says("chưa ai nhận ca: hoa vẫn chịu trách nhiệm trực");
        at("2026-03-02 18:12");
        run("roster", "handover", "accept", "--as", "dung").ends(ExitCode.USAGE).complains("--pin-file");
        run("roster", "handover", "accept", "--as", "dung", "--pin-file", secret("wrong", "0000"))
                .ends(ExitCode.DENIED)
                .withoutOutput();
        rehearse("would be taken over", "roster", "handover", "accept", "--as", "dung");
        run("roster", "handover", "accept", "--as", "dung", "--pin-file", secret("pin", "4917x"))
                .ends(ExitCode.OK)
                .says("HO-2026-0001: 2026-03-02/ngay/watcher-1 is taken over")
                .says("taken over 12 minutes late")
                .saysNot("4917x");
        run("roster", "handover", "accept", "--as", "dung", "--pin-file", secret("pin", "4917x"))
                .says("unchanged");
        run("roster", "now").says("\tthere\tdung\t");
        run("roster", "handover", "list").says("HO-2026-0001\tlate\t2026-03-02/ngay/watcher-1\thoa\t");
        run("roster", "handover", "list", "--lang", "vi", "--json")
                .says("\"lateMinutes\":12")
                .says("\"proof\":\"pin\"");
        run("roster", "handover", "note", "--done", "1", "--as", "dung")
                .ends(ExitCode.OK)
                .says("Done, 1");
        run("roster", "handover", "show", "HO-2026-0001", "--as", "dung").says("done 1: cổng phụ không khóa được");
        run("roster", "handover", "show", "--as", "dung").says("HO-2026-0001");
        run("roster", "handover", "close", "HO-2026-0001", "--reason", "x", "--as", "lan")
                .ends(ExitCode.REFUSED);
        run("ledger", "verify").ends(ExitCode.OK);
    }

    @Test
    void aSignedSheetIsScannedAndEnteredForWhoNeverLogsIn() throws Exception {
        at("2026-03-02 18:30");
        run("roster", "handover", "open", "--as", "hoa").ends(ExitCode.OK);
        Path scan = Files.write(
                folder.resolve("scan.pdf"), "%PDF-1.4\n%%EOF\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        String[] accept = {
            "roster",
            "handover",
            "accept",
            "HO-2026-0001",
            "--paper",
            "--for",
            "dung",
            "--at",
            "2026-03-02 18:05",
            "--as",
            "hoa"
        };
        run(accept).ends(ExitCode.USAGE).complains("--sheet");
        run(with(accept, "--scan", scan.toString()))
                .ends(ExitCode.OK)
                .says("taken over 5 minutes late")
                .says("entered by hoa");
        run("roster", "now").says("\tthere\tdung\t");
        run("roster", "handover", "show", "HO-2026-0001", "--json")
                .says("\"proof\":\"paper\"")
                .saysNot("\"scanSha256\":null");
    }

    @Test
    void dutiesAreSwappedAndPeopleReminded() {
        String friday = "2026-03-06/ngay";
        run("roster", "override", "add", friday, "--person", "hoa", "--reason", "xếp tay", "--as", "lan")
                .ends(ExitCode.OK);
        run("roster", "swap", "request", "2026-03-09/ngay", "--with", "dung", "--as", "hoa")
                .ends(ExitCode.REFUSED)
                .complains("no one holder");
        run("roster", "override", "add", "2026-03-07/dem", "--person", "dung", "--reason", "xếp tay", "--as", "lan")
                .ends(ExitCode.OK);
        String[] request = {
            "roster", "swap", "request", friday, "--with", "dung", "--for", "2026-03-07/dem", "--as", "hoa"
        };
        run("roster", "swap", "list").withoutOutput().complains("no swap waits");
        rehearse("would be: offered", request);
        run(request)
                .ends(ExitCode.OK)
                .says("SWP-2026-0001: offered")
                .says("Phạm Văn Dũng: 0:00 hours, nights -1, weekend days -1, holidays 0");
        run(request).says("unchanged");
        run("roster", "swap", "list")
                .says("SWP-2026-0001\toffered\t2026-03-06/ngay/watcher-1\thoa\tdung\t2026-03-07/dem/watcher-1");
        run("roster", "swap", "approve", "SWP-2026-0001", "--as", "lan")
                .ends(ExitCode.REFUSED)
                .complains("Nobody has accepted");
        run("roster", "swap", "accept", "SWP-2026-0001", "--as", "dung", "--lang", "vi")
                .says("đã đồng ý, chờ duyệt");
        run("roster", "swap", "approve", "SWP-2026-0001", "--as", "lan")
                .ends(ExitCode.OK)
                .says("approved and applied");
        run("roster", "who", "--at", "2026-03-06 08:00").says("\tdung\t");
        run("roster", "swap", "cancel", "SWP-2026-0001", "--reason", "thôi", "--as", "lan")
                .ends(ExitCode.OK)
                .says("cancelled");
        run("roster", "who", "--at", "2026-03-06 08:00").says("\thoa\t");
        run("roster", "swap", "accept", "SWP-2026-0009", "--as", "dung")
                .ends(ExitCode.NOT_FOUND)
                .complains("SWP-2026-0001");
        run("roster", "remind", "--before", "6h", "--dry-run").ends(ExitCode.OK).says("remind\tdung\t");
        run("roster", "remind", "--before", "6h")
                .ends(ExitCode.OK)
                .says("remind\tdung\tPhạm Văn Dũng\t2026-03-02/dem/watcher-1\t");
        run("roster", "remind", "--before", "6h")
                .ends(ExitCode.OK)
                .withoutOutput()
                .complains("nobody is to be reminded");
        give("dem", "lan");
        run("roster", "remind", "--before", "6h").says("release\tdung").says("changed\tlan");
        story.world().pass(Duration.ofMinutes(1));
        run("roster", "override", "withdraw", "99", "--reason", "x", "--as", "lan")
                .ends(ExitCode.NOT_FOUND);
        run("roster", "override", "withdraw", "3", "--reason", "thôi", "--as", "lan")
                .ends(ExitCode.OK)
                .says("taken back");
        run("roster", "override", "withdraw", "3", "--reason", "thôi", "--as", "lan")
                .says("unchanged");
        run("roster", "override", "list", "--all").says("3\t2026-03-06/ngay/watcher-1\thoa\t");
    }
}
