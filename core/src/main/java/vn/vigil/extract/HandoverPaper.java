package vn.vigil.extract;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.document.Paper;
import vn.vigil.document.Templates;
import vn.vigil.evidence.Acts;
import vn.vigil.evidence.ApprovalSheet;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.evidence.FileRequest;
import vn.vigil.people.Member;
import vn.vigil.people.Office;
import vn.vigil.people.SiteProfile;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/**
 * The hand-over record (biên bản giao nhận): what it is filled with, for the package, where nothing of the hand-over is known yet,
 * and for the hand-over itself. For one record.
 */
final class HandoverPaper {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    /** Acts by which somebody sees the pictures. */
    private static final Set<String> LOOKED = Set.of(Acts.VIEW, Acts.REDACT, Acts.STILL, Acts.FACES);

    private final Desk desk;
    private final SqlExtractStore.Row row;
    private final Lang lang;
    private final SiteProfile site;

    HandoverPaper(Desk desk, SqlExtractStore.Row row, Lang lang) {
        this.desk = desk;
        this.row = row;
        this.lang = lang;
        this.site = desk.people().site(desk.world().now());
    }

    /**
     * Fills the record.
     *
     * @param clips all clips of the packages that it is about
     * @param packages those packages; empty in the record that lies inside one
     * @param delivery null: everything about the hand-over stays blank
     * @param timestamped whether an authority proves the time of the seal
     */
    Paper fill(List<ClipSheet> clips, List<PackageFacts> packages, Delivery delivery, boolean timestamped) {
        FileRequest content = Desk.sheet(row).content();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("superior", site.confirmed() ? site.superiorBody().toUpperCase(Locale.ROOT) : "");
        data.put("body", site.printedBody().toUpperCase(Locale.ROOT));
        data.put("place", site.confirmed() ? site.place() : "…");
        data.put("date", delivery == null ? "" : day(delivery.at()).toString());
        data.put("request", row.id().toString());
        data.put("bases", bases(content));
        data.put("time", delivery == null ? blank() : time(delivery.at()));
        Member giver = delivery == null ? null : desk.people().byId(delivery.by());
        data.put("giver", side(site.printedBody(), giver == null ? null : giver.name(), post(giver, delivery)));
        data.put(
                "receiver",
                side(
                        content.recipient(),
                        delivery == null ? null : delivery.receiver(),
                        delivery == null ? null : delivery.receiverPost()));
        String witness = delivery == null || delivery.witness() == null ? "" : delivery.witness();
        data.put("witness", witness);
        data.put("purpose", content.purpose());
        data.put("retention", content.retainUntil() == null ? "" : DAY.format(content.retainUntil()));
        data.put("spans", spans(clips));
        List<Map<String, Object>> files = new ArrayList<>();
        for (ClipSheet c : clips) {
            String name = c.file().substring(c.file().lastIndexOf('/') + 1);
            files.add(file(name, c.bytes(), c.sha256()));
        }
        data.put("files", files);
        List<Map<String, Object>> sealed = new ArrayList<>();
        for (PackageFacts p : packages) {
            // What is handed over is what its fingerprint must be of.
            Path handed = p.encrypted() == null ? p.file() : p.encrypted();
            sealed.add(file(
                    handed.getFileName().toString(),
                    p.encrypted() == null ? p.bytes() : handed.toFile().length(),
                    p.encrypted() == null ? p.sha256() : p.encryptedSha256()));
        }
        data.put("packages", sealed);
        data.put("medium", delivery == null ? blank() : delivery.medium());
        data.put("serial", delivery == null || delivery.serial() == null ? blank() : delivery.serial());
        data.put("seal", delivery == null || delivery.seal() == null ? blank() : delivery.seal());
        data.put("viewers", viewers());
        data.put("limits", limits(clips, timestamped));
        List<Map<String, Object>> signatures = new ArrayList<>();
        signatures.add(signature(HandoverText.SIGN_GIVER, giver == null ? "" : giver.name()));
        if (!witness.isEmpty()) {
            signatures.add(signature(HandoverText.SIGN_WITNESS, witness));
        }
        signatures.add(signature(HandoverText.SIGN_RECEIVER, delivery == null ? "" : delivery.receiver()));
        data.put("signatures", signatures);
        return new Templates(desk.templates()).fill("handover", lang, data);
    }

    private List<String> bases(FileRequest content) {
        List<String> bases = new ArrayList<>();
        String number = content.documentNumber();
        LocalDate date = content.documentDate();
        if (number.isEmpty() && row.laterPaper() != null && row.laterPaper().number() != null) {
            number = row.laterPaper().number();
            date = row.laterPaper().date();
        }
        bases.add(say(
                number.isEmpty()
                        ? HandoverText.BASIS_REQUEST_EMERGENCY.with(content.requesterName(), stamp(row.filedAt()))
                        : HandoverText.BASIS_REQUEST.with(number, DAY.format(date), content.requesterName())));
        if (!content.basis().isEmpty()) {
            bases.add(say(HandoverText.BASIS_LEGAL.with(content.basis())));
        }
        ApprovalSheet approval = Desk.approval(row);
        if (approval.paper() == null) {
            bases.add(say(HandoverText.BASIS_APPROVAL_KEY.with(approval.approverName(), stamp(approval.approvedAt()))));
        } else {
            String day = DAY.format(approval.paper().date());
            bases.add(say(
                    approval.paper().number().isEmpty()
                            ? HandoverText.BASIS_APPROVAL_PAPER.with(day, approval.approverName())
                            : HandoverText.BASIS_APPROVAL_NUMBERED.with(
                                    day,
                                    approval.approverName(),
                                    approval.paper().number())));
        }
        return bases;
    }

    private Map<String, Object> side(String org, String name, String post) {
        return Map.of("org", org, "name", name == null ? blank() : name, "post", post == null ? blank() : post);
    }

    /** What the giver is in the house that day; null for nobody. */
    private String post(Member giver, Delivery delivery) {
        if (giver == null) {
            return null;
        }
        LocalDate day = day(delivery.at());
        for (Office office : giver.offices(day)) {
            String title = giver.title(office, day);
            return title == null ? say(office.with()) : title;
        }
        return null;
    }

    private Map<String, Object> signature(HandoverText title, String name) {
        return Map.of("title", say(title.with()), "note", say(HandoverText.SIGN_NOTE.with()), "name", name);
    }

    private static Map<String, Object> file(String name, long bytes, String sha256) {
        return Map.of("name", name, "bytes", Long.toString(bytes), "sha256", sha256);
    }

    private List<Map<String, Object>> spans(List<ClipSheet> clips) {
        List<Map<String, Object>> spans = new ArrayList<>();
        for (ClipSheet c : clips) {
            Map<String, Object> span = new LinkedHashMap<>();
            span.put("camera", c.camera().id() + "\n" + c.camera().name());
            span.put("asked", span(c.asked()));
            StringBuilder got = new StringBuilder();
            // The sheet tells camera time; site time is what people read here.
            Duration offset =
                    c.clock().offset() == null ? Duration.ZERO : c.clock().offset();
            if (c.firstPicture() == null) {
                got.append(say(HandoverText.GOT_UNKNOWN.with()));
            } else {
                got.append(say(HandoverText.GOT.with(
                        stamp(c.firstPicture().minus(offset)),
                        stamp(c.lastPicture().minus(offset)))));
            }
            for (TimeSpan gap : c.gaps()) {
                got.append('\n')
                        .append(say(HandoverText.GAP.with(
                                stamp(gap.from().minus(offset)), stamp(gap.to().minus(offset)))));
            }
            span.put("got", got.toString());
            span.put("clock", clock(c));
            spans.add(span);
        }
        return spans;
    }

    private String clock(ClipSheet c) {
        return say(
                c.clock().offset() == null
                        ? HandoverText.CLOCK_UNKNOWN.with()
                        : HandoverText.CLOCK.with(
                                seconds(c.clock().offset(), true),
                                seconds(c.clock().error(), false)));
    }

    private List<String> viewers() {
        List<String> seen = new ArrayList<>();
        for (LogLine line : new CaseLog(desk).of(row.id())) {
            if (LOOKED.contains(line.act())
                    && !line.phase().equals("intent")
                    && !"failed".equals(line.details().get("result"))) {
                Member who =
                        line.person() == null ? null : desk.people().byId(new vn.vigil.base.MemberId(line.person()));
                seen.add(say(HandoverText.VIEWED.with(who == null ? line.account() : who.name(), stamp(line.at()))));
            }
        }
        if (seen.isEmpty()) {
            seen.add(say(HandoverText.VIEWED_BY_NOBODY.with()));
        }
        return seen;
    }

    private List<String> limits(List<ClipSheet> clips, boolean timestamped) {
        List<String> limits = new ArrayList<>();
        limits.add(say(HandoverText.LIMIT_OUTSIDE.with()));
        limits.add(say(HandoverText.LIMIT_PERSONS.with()));
        limits.add(say(HandoverText.LIMIT_SOURCE.with()));
        limits.add(say(HandoverText.LIMIT_CLOCK.with()));
        boolean gaps = false;
        long lost = 0;
        for (ClipSheet c : clips) {
            gaps |= !c.gaps().isEmpty();
            lost += c.lost();
        }
        if (gaps) {
            limits.add(say(HandoverText.LIMIT_GAP.with()));
        }
        if (lost > 0) {
            limits.add(say(HandoverText.LIMIT_LOSS.with(lost)));
        }
        if (!timestamped) {
            limits.add(say(HandoverText.LIMIT_NO_TIMESTAMP.with()));
        }
        return limits;
    }

    private String blank() {
        return say(HandoverText.BLANK.with());
    }

    private String span(TimeSpan span) {
        return say(HandoverText.SPAN.with(stamp(span.from()), stamp(span.to())));
    }

    private String stamp(Instant t) {
        return STAMP.format(t.atZone(desk.config().zone()));
    }

    private String time(Instant t) {
        ZonedDateTime local = t.atZone(desk.config().zone());
        return say(HandoverText.TIME.with(
                String.format(Locale.ROOT, "%02d", local.getHour()),
                String.format(Locale.ROOT, "%02d", local.getMinute()),
                DAY.format(local)));
    }

    private LocalDate day(Instant t) {
        return LocalDate.ofInstant(t, desk.config().zone());
    }

    private static String seconds(Duration d, boolean signed) {
        String text = String.format(Locale.ROOT, "%.3f", d.toMillis() / 1000.0);
        return signed && !d.isNegative() ? "+" + text : text;
    }

    private String say(Message message) {
        return Texts.render(message, lang);
    }
}
