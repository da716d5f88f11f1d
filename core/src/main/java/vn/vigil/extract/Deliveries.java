package vn.vigil.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.document.PaperForm;
import vn.vigil.document.Papers;
import vn.vigil.document.WrittenPaper;
import vn.vigil.evidence.Acts;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.evidence.PackageVerifier;
import vn.vigil.evidence.ReceiptCode;
import vn.vigil.evidence.Sheet;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Unfinished;
import vn.vigil.people.Actor;
import vn.vigil.people.Power;
import vn.vigil.register.Scan;
import vn.vigil.seal.AsiceReader;
import vn.vigil.seal.Hash;
import vn.vigil.text.Lang;

/** From the packages folder into the recipient's hands: record, medium, signed sheet, receipt, outcome. */
final class Deliveries {
    private final Desk desk;

    Deliveries(Desk desk) {
        this.desk = desk;
    }

    /** Under which document the signed records of a request are registered. */
    static String key(CaseId id) {
        return "extract/" + id + "/handover";
    }

    Delivered deliver(Actor actor, NewDelivery asked, Progress progress) {
        desk.people().require(actor, Power.DELIVER_EVIDENCE);
        CaseId id = asked.id();
        SqlExtractStore.Row row = desk.row(id);
        Raises.sealed(row);
        Delivery told = told(actor, asked);
        List<PackageFacts> packages = desk.store().read(tx -> SqlExtractStore.packages(tx, id));
        unchanged(packages);
        Delivery there = desk.store().read(tx -> same(SqlExtractStore.deliveries(tx, id), told));
        if (there != null) {
            return delivered(id, there, files(id, there), List.of(), Filed.Outcome.UNCHANGED);
        }
        if (row.state() == ExtractState.CLOSED) {
            throw Desk.wrongState(row);
        }
        MediumCopy medium = asked.copyTo() == null ? null : new MediumCopy(asked.copyTo());
        if (desk.store().isRehearsal()) {
            return delivered(id, told, List.of(), List.of(), Filed.Outcome.WOULD_WRITE);
        }
        int number = desk.store().read(tx -> SqlExtractStore.deliveries(tx, id)).size() + 1;
        Delivery numbered = numbered(told, number, "");
        List<WrittenPaper> papers = papers(row, packages, numbered);
        List<Path> record = papers.stream().map(WrittenPaper::file).toList();
        Delivery delivery = numbered(told, number, papers.get(1).sha256());
        settle(actor, id);
        // What is handed over leaves a trace even when the medium is pulled out half way.
        long intent = desk.ledger().intent(entry(actor, Acts.DELIVER, id, Map.of("medium", delivery.medium())));
        List<Path> copied;
        try {
            copied = medium == null ? List.of() : copy(medium, packages, record, progress);
        } catch (VigilException e) {
            desk.ledger().outcome(intent, entry(actor, Acts.DELIVER, id, Map.of("result", "failed", "error", e.id())));
            throw e;
        }
        desk.store().write(tx -> {
            SqlExtractStore.insert(tx, id, delivery);
            if (Desk.row(tx, id).state() == ExtractState.DONE) {
                SqlExtractStore.state(tx, id, ExtractState.DELIVERED);
            }
            return desk.ledger().outcome(tx, intent, entry(actor, Acts.DELIVER, id, details(delivery)));
        });
        return delivered(id, delivery, record, copied, Filed.Outcome.WRITTEN);
    }

    /** A hand-over that was killed half way did not take place. */
    private void settle(Actor actor, CaseId id) {
        for (Unfinished u : desk.ledger().unfinished()) {
            if (u.subject().equals(id.toString()) && u.act().equals(Acts.DELIVER)) {
                desk.ledger()
                        .outcome(
                                u.seq(), entry(actor, Acts.DELIVER, id, Map.of("result", "failed", "error", "KILLED")));
            }
        }
    }

    private Delivery told(Actor actor, NewDelivery asked) {
        Delivery told = new Delivery(
                0,
                Desk.tidy(asked.receiver()),
                Desk.tidyOrNull(asked.receiverPost()),
                Desk.tidy(asked.medium()),
                Desk.tidyOrNull(asked.serial()),
                Desk.tidyOrNull(asked.seal()),
                Desk.tidyOrNull(asked.witness()),
                desk.now(),
                actor.memberId(),
                "",
                null);
        List<Message> faults = new ArrayList<>();
        Desk.missing(faults, told.receiver(), "--to");
        Desk.missing(faults, told.medium(), "--medium");
        Desk.refuse(faults);
        return told;
    }

    private static Delivery numbered(Delivery d, int number, String recordSha256) {
        return new Delivery(
                number,
                d.receiver(),
                d.receiverPost(),
                d.medium(),
                d.serial(),
                d.seal(),
                d.witness(),
                d.at(),
                d.by(),
                recordSha256,
                null);
    }

    private static Delivery same(List<Delivery> all, Delivery asked) {
        for (Delivery d : all) {
            if (d.receiver().equals(asked.receiver())
                    && d.medium().equals(asked.medium())
                    && Objects.equals(d.serial(), asked.serial())
                    && Objects.equals(d.seal(), asked.seal())
                    && Objects.equals(d.receiverPost(), asked.receiverPost())
                    && Objects.equals(d.witness(), asked.witness())) {
                return d;
            }
        }
        return null;
    }

    private static Map<String, Object> details(Delivery d) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("result", "done");
        details.put("number", (long) d.number());
        details.put("medium", d.medium());
        details.put("serial", d.serial());
        details.put("seal", d.seal());
        details.put("record", d.recordSha256());
        return details;
    }

    /** Nothing leaves that is not what was sealed. */
    private static void unchanged(List<PackageFacts> packages) {
        for (PackageFacts p : packages) {
            same(p.file(), p.sha256());
            if (p.encrypted() != null) {
                same(p.encrypted(), p.encryptedSha256());
            }
        }
    }

    private static void same(Path file, String sha256) {
        String now;
        try {
            now = Files.exists(file) ? Hash.hex(Hash.sha256(file)) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (now == null) {
            throw new VigilException(
                    ErrorKind.NOT_GENUINE, "VG-EXTRACT-PACKAGE-GONE", ExtractText.PACKAGE_GONE.with(file.toString()));
        }
        if (!now.equals(sha256)) {
            throw new VigilException(
                    ErrorKind.NOT_GENUINE,
                    "VG-EXTRACT-PACKAGE-CHANGED",
                    ExtractText.PACKAGE_CHANGED.with(file.toString()));
        }
    }

    /** DOCX first, PDF second; and where the caller reads English, a courtesy translation. */
    private List<WrittenPaper> papers(SqlExtractStore.Row row, List<PackageFacts> packages, Delivery delivery) {
        List<ClipSheet> clips = new ArrayList<>();
        boolean timestamped = true;
        for (PackageFacts p : packages) {
            clips.addAll(clips(p.file()));
            timestamped &= !p.level().equals("B");
        }
        List<WrittenPaper> papers = new ArrayList<>(Papers.write(
                new HandoverPaper(desk, row, Lang.VI).fill(clips, packages, delivery, timestamped),
                List.of(PaperForm.DOCX, PaperForm.PDF),
                prefix(row.id(), delivery.number()),
                true,
                false));
        if (desk.config().lang() == Lang.EN) {
            papers.addAll(Papers.write(
                    new HandoverPaper(desk, row, Lang.EN).fill(clips, packages, delivery, timestamped),
                    List.of(PaperForm.PDF),
                    prefix(row.id(), delivery.number())
                            .resolveSibling("HANDOVER-RECORD-" + row.id() + "-" + delivery.number()),
                    true,
                    false));
        }
        return papers;
    }

    private Path prefix(CaseId id, int number) {
        return desk.packages().resolve("BIEN-BAN-GIAO-NHAN-" + id + "-" + number);
    }

    private List<Path> files(CaseId id, Delivery delivery) {
        List<Path> files = new ArrayList<>();
        for (String ending : List.of(".docx", ".pdf")) {
            Path file = Path.of(prefix(id, delivery.number()) + ending);
            if (Files.exists(file)) {
                files.add(file);
            }
        }
        return files;
    }

    /** The sheets of a package's clips, by name. */
    static List<ClipSheet> clips(Path file) {
        List<ClipSheet> clips = new ArrayList<>();
        try (AsiceReader reader = AsiceReader.open(file)) {
            for (String name : reader.names().stream().sorted().toList()) {
                if (name.startsWith(PackageVerifier.CLIPS) && name.endsWith(".json")) {
                    clips.add(Sheet.read(reader.small(name), ClipSheet::of));
                }
            }
            return clips;
        } catch (Sheet.SheetException e) {
            throw new VigilException(
                            ErrorKind.NOT_GENUINE,
                            "VG-EXTRACT-PACKAGE-CHANGED",
                            ExtractText.PACKAGE_CHANGED.with(file.toString()))
                    .causedBy(e);
        }
    }

    /** What the recipient gets: what is encrypted, where it is; fingerprints; the record. */
    private List<Path> copy(MediumCopy medium, List<PackageFacts> packages, List<Path> record, Progress progress) {
        List<Path> copied = new ArrayList<>();
        for (PackageFacts p : packages) {
            Path file = p.encrypted() == null ? p.file() : p.encrypted();
            copied.add(medium.put(file, p.encrypted() == null ? p.sha256() : p.encryptedSha256(), progress));
            Path sum = Path.of(file + ".sha256");
            if (Files.exists(sum)) {
                copied.add(medium.put(sum, sha256(sum), progress));
            }
        }
        for (Path paper : record) {
            copied.add(medium.put(paper, sha256(paper), progress));
        }
        return copied;
    }

    private static String sha256(Path file) {
        try {
            return Hash.hex(Hash.sha256(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Delivered delivered(
            CaseId id, Delivery delivery, List<Path> record, List<Path> copied, Filed.Outcome outcome) {
        return new Delivered(desk.store().read(tx -> Desk.whole(tx, id)), delivery, record, copied, outcome);
    }

    Filed signed(Actor actor, CaseId id, int number, Path scan, LocalDate date, String symbol) {
        desk.people().require(actor, Power.DELIVER_EVIDENCE);
        List<Delivery> all = desk.store().read(tx -> {
            Desk.row(tx, id);
            return SqlExtractStore.deliveries(tx, id);
        });
        if (all.isEmpty() || number > all.size()) {
            throw notDelivered(id);
        }
        Delivery delivery = all.get((number == 0 ? all.size() : number) - 1);
        LocalDate day = date != null
                ? date
                : LocalDate.ofInstant(delivery.at(), desk.config().zone());
        Scan saved = desk.register()
                .scan(actor, key(id), scan, delivery.receiver(), day, Desk.tidyOrNull(symbol))
                .scan();
        return desk.store().write(tx -> {
            if (saved.sha256()
                    .equals(SqlExtractStore.deliveries(tx, id)
                            .get(delivery.number() - 1)
                            .scanSha256())) {
                return desk.unchanged(tx, id);
            }
            SqlExtractStore.signed(tx, id, delivery.number(), saved.sha256());
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("number", (long) delivery.number());
            details.put("scan", saved.sha256());
            desk.ledger().append(tx, entry(actor, Acts.HAND_OVER_SIGNED, id, details));
            return desk.written(tx, id);
        });
    }

    private static VigilException notDelivered(CaseId id) {
        return new VigilException(ErrorKind.REFUSED, "VG-EXTRACT-NOT-DELIVERED", ExtractText.NOT_DELIVERED.with(id))
                .next(ExtractText.NEXT_DELIVER.with(id));
    }

    Filed receipt(Actor actor, CaseId id, List<String> codes) {
        desk.people().require(actor, Power.DELIVER_EVIDENCE);
        delivered(desk.row(id));
        Instant now = desk.now();
        return desk.store().write(tx -> {
            Map<Integer, String> there = SqlExtractStore.receipts(tx, id);
            List<PackageFacts> packages = SqlExtractStore.packages(tx, id);
            boolean changed = false;
            for (String written : codes) {
                String code = ReceiptCode.read(Desk.tidy(written));
                if (code == null) {
                    throw new VigilException(
                            ErrorKind.USAGE, "VG-EXTRACT-CODE", ExtractText.NO_CODE.with(Desk.tidy(written)));
                }
                PackageFacts part = part(packages, code);
                if (part == null) {
                    throw new VigilException(
                                    ErrorKind.REFUSED, "VG-EXTRACT-OTHER-CODE", ExtractText.OTHER_CODE.with(code, id))
                            .why(ExtractText.OTHER_CODE_WHY.with());
                }
                if (!there.containsKey(part.part())) {
                    SqlExtractStore.receipt(tx, id, part.part(), code, now, actor.memberId());
                    there.put(part.part(), code);
                    changed = true;
                    Map<String, Object> details = new LinkedHashMap<>();
                    details.put("part", (long) part.part());
                    details.put("code", code);
                    desk.ledger().append(tx, entry(actor, Acts.RECEIPT, id, details));
                }
            }
            if (!changed) {
                return desk.unchanged(tx, id);
            }
            if (there.size() == packages.size() && Desk.row(tx, id).state() == ExtractState.DELIVERED) {
                SqlExtractStore.state(tx, id, ExtractState.RECEIVED);
            }
            return desk.written(tx, id);
        });
    }

    private static PackageFacts part(List<PackageFacts> packages, String code) {
        for (PackageFacts p : packages) {
            if (ReceiptCode.of(p.identity()).equals(code)) {
                return p;
            }
        }
        return null;
    }

    private static void delivered(SqlExtractStore.Row row) {
        if (row.state().compareTo(ExtractState.DELIVERED) < 0) {
            throw notDelivered(row.id());
        }
    }

    Filed outcome(Actor actor, CaseId id, CaseOutcome.Kind kind, String note, String document) {
        desk.people().require(actor, Power.DELIVER_EVIDENCE);
        delivered(desk.row(id));
        CaseOutcome asked = new CaseOutcome(kind, Desk.tidy(note), Desk.tidy(document), desk.now(), actor.memberId());
        return desk.store().write(tx -> {
            CaseOutcome there = SqlExtractStore.outcome(tx, id);
            if (there != null
                    && there.kind() == kind
                    && there.note().equals(asked.note())
                    && there.document().equals(asked.document())) {
                return desk.unchanged(tx, id);
            }
            SqlExtractStore.outcome(tx, id, asked);
            SqlExtractStore.state(tx, id, ExtractState.CLOSED);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("kind", kind.id());
            details.put("note", asked.note());
            details.put("document", asked.document());
            desk.ledger().append(tx, entry(actor, Acts.OUTCOME, id, details));
            return desk.written(tx, id);
        });
    }

    private static Entry entry(Actor actor, String act, CaseId id, Map<String, ?> details) {
        return new Entry(actor.who(), act, id.toString(), details);
    }
}
