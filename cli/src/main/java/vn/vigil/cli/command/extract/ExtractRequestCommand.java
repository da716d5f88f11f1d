package vn.vigil.cli.command.extract;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.Asking;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.command.Given;
import vn.vigil.cli.command.Question;
import vn.vigil.cli.terminal.Choice;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.ExtractLabel;
import vn.vigil.cli.view.FiledView;
import vn.vigil.cli.view.Out;
import vn.vigil.evidence.Asked;
import vn.vigil.evidence.FileRequest;
import vn.vigil.evidence.Requester;
import vn.vigil.evidence.Wanted;
import vn.vigil.extract.ExtractRequest;
import vn.vigil.extract.Extracts;
import vn.vigil.extract.Filed;
import vn.vigil.extract.NewRequest;
import vn.vigil.extract.PaperApproval;

/** {@code vigil extract request}: the board or a State agency asks for footage. */
@Command(name = "request")
public final class ExtractRequestCommand extends CommandBase implements Asking {
    @Option(names = "--requester", paramLabel = "KIND", required = true)
    private Requester requester;

    @Option(names = "--requester-name", paramLabel = "TEXT")
    private String requesterName;

    @Option(names = "--document", paramLabel = "NUMBER")
    private String document;

    @Option(names = "--document-date", paramLabel = "DATE")
    private LocalDate documentDate;

    @Option(names = "--basis", paramLabel = "TEXT")
    private String basis = "";

    @Option(names = "--purpose", paramLabel = "TEXT")
    private String purpose;

    @Option(names = "--recipient", paramLabel = "TEXT")
    private String recipient;

    @Option(names = "--recipient-cert", paramLabel = "FILE")
    private Path recipientCert;

    @Option(names = "--camera", paramLabel = "CAMERA")
    private List<CameraId> cameras = new ArrayList<>();

    @Option(names = "--span", paramLabel = "SPAN")
    private List<String> spans = new ArrayList<>();

    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Option(names = "--for", paramLabel = "LENGTH")
    private String length;

    @Option(names = "--live", paramLabel = "LENGTH")
    private String live;

    @Option(names = "--latest-start", paramLabel = "TIME")
    private String latestStart;

    @Option(names = "--crime")
    private boolean crime;

    @Option(names = "--guidance", paramLabel = "TEXT")
    private String guidance;

    @Option(names = "--no-guidance-reason", paramLabel = "TEXT")
    private String noGuidanceReason;

    @Option(names = "--emergency")
    private boolean emergency;

    @Option(names = "--order")
    private boolean order;

    @Option(names = "--scan", paramLabel = "FILE")
    private Path scan;

    @Option(names = "--signed-by", paramLabel = "PERSON")
    private MemberId signedBy;

    @Option(names = "--retain-until", paramLabel = "DATE")
    private LocalDate retainUntil;

    @Option(names = "--incident", paramLabel = "INCIDENT")
    private CaseId incident;

    @Override
    public Question next(Given given) {
        if (!given.has("--requester")) {
            return Question.required(
                    "--requester",
                    AskText.REQUESTER.with(),
                    Question.Kind.ONE,
                    List.of(
                            new Choice(Requester.BOARD.word(), out().text(AskText.BOARD.with())),
                            new Choice(Requester.STATE_AGENCY.word(), out().text(AskText.STATE_AGENCY.with()))));
        }
        if (!given.has("--requester-name")) {
            return FootageQuestions.text("--requester-name", AskText.REQUESTER_NAME);
        }
        if (!given.is("--emergency")) {
            if (!given.has("--document")) {
                return FootageQuestions.text("--document", AskText.DOCUMENT);
            }
            if (!given.has("--document-date")) {
                return FootageQuestions.text("--document-date", AskText.DOCUMENT_DATE);
            }
        }
        if (!given.has("--purpose")) {
            return FootageQuestions.text("--purpose", AskText.PURPOSE);
        }
        if (!given.has("--recipient")) {
            return new Question(
                    "--recipient",
                    AskText.RECIPIENT.with(),
                    Question.Kind.FREE,
                    given.value("--requester-name"),
                    List.of());
        }
        if (!given.has("--recipient-cert")) {
            return Question.optional("--recipient-cert", AskText.RECIPIENT_CERT.with());
        }
        Question footage =
                given.is("--span") || given.is("--live") ? null : questions().next(given);
        if (footage != null) {
            return footage;
        }
        if (!given.has("--crime")) {
            return Question.flag("--crime", AskText.CRIME.with());
        }
        return given.is("--crime") && !given.has("--guidance") && !given.is("--no-guidance-reason")
                ? FootageQuestions.text("--guidance", AskText.GUIDANCE)
                : null;
    }

    @Override
    public boolean lacks(Given given) {
        boolean paper = given.is("--emergency") || given.is("--document") && given.is("--document-date");
        boolean footage = given.is("--span") || given.is("--camera") && (given.is("--from") || given.is("--live"));
        return !paper
                || !footage
                || !given.is("--requester-name")
                || !given.is("--purpose")
                || !given.is("--recipient");
    }

    @Override
    public Message wrong(String option, String value) {
        return questions().wrong(option, value);
    }

    @Override
    public void answered(String option, Given given, Out to) {
        questions().answered(option, given, to);
    }

    private FootageQuestions questions() {
        return new FootageQuestions(vigil(), "--from", this::instant, this::span);
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(
                ExitCode.NO_STORE,
                ExitCode.BUSY,
                ExitCode.DENIED,
                ExitCode.NOT_FOUND,
                ExitCode.REFUSED,
                ExitCode.CONFLICT);
    }

    @Override
    protected ExitCode run() {
        FileRequest request = new FileRequest(
                requester,
                requesterName,
                document,
                documentDate,
                basis,
                purpose,
                recipient,
                null,
                wanted(),
                crime,
                guidance,
                noGuidanceReason,
                emergency,
                retainUntil,
                incident);
        Filed filed = filed(new NewRequest(request, recipientCert));
        List<CaseId> ids = new ArrayList<>();
        for (ExtractRequest known : vigil().extracts().list()) {
            ids.add(known.id());
        }
        keepNames("request", ids);
        filed.notes().forEach(this::note);
        tell("extract.request", filed, new FiledView(out()));
        return ExitCode.OK;
    }

    private Filed filed(NewRequest asked) {
        if (order != (scan != null) || order != (signedBy != null)) {
            throw new VigilException(ErrorKind.USAGE, "VG-EXTRACT-ORDER", ExtractLabel.ORDER_NEEDS.with());
        }
        return order
                ? vigil().extracts()
                        .order(
                                actor(),
                                asked,
                                new PaperApproval(scan, document, documentDate, signedBy),
                                Extracts.APPROVAL_VALIDITY,
                                progress())
                : vigil().extracts().request(actor(), asked, progress());
    }

    /** Each camera over the one time, and each span by itself. */
    private List<Wanted> wanted() {
        List<Wanted> wanted = new ArrayList<>();
        if (!cameras.isEmpty() || spans.isEmpty() || from != null || live != null) {
            Asked asked = asked();
            for (CameraId camera : cameras) {
                wanted.add(new Wanted(camera, asked));
            }
        }
        for (String one : spans) {
            int at = one.indexOf('@');
            int slash = one.indexOf('/', at + 1);
            String camera = at < 1 ? "" : one.substring(0, at);
            if (slash < 0 || !CameraId.isValid(camera)) {
                throw new VigilException(ErrorKind.USAGE, "VG-EXTRACT-ASKED", ExtractLabel.BAD_SPAN.with(one));
            }
            wanted.add(new Wanted(
                    new CameraId(camera),
                    Asked.recorded(span(one.substring(at + 1, slash), one.substring(slash + 1), null))));
        }
        return wanted;
    }

    private Asked asked() {
        if ((live == null) == (from == null)) {
            throw new VigilException(ErrorKind.USAGE, "VG-EXTRACT-ASKED", ExtractLabel.SPAN_OR_LIVE.with());
        }
        return live == null
                ? Asked.recorded(span(from, to, length))
                : Asked.live(
                        duration(live),
                        latestStart == null
                                ? world().now()
                                        .plus(Asked.LIVE_START)
                                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                : instant(latestStart));
    }
}
