package vn.vigil.cli.command.roster;

import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.roster.watch.AcceptHandover;

/** {@code vigil roster handover accept}: takes the watch over, by PIN or key, or enters it from paper. */
@Command(name = "accept")
public final class HandoverAcceptCommand extends WatchCommand {
    @Parameters(arity = "0..1", paramLabel = "HANDOVER")
    private CaseId handover;

    @Option(names = "--pin-file", paramLabel = "FILE")
    private Path pinFile;

    @Option(names = "--key", paramLabel = "FILE")
    private Path key;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private Path passphraseFile;

    @Option(names = "--paper")
    private boolean paper;

    @Option(names = "--for", paramLabel = "PERSON")
    private String person;

    @Option(names = "--at", paramLabel = "TIME")
    private String at;

    @Option(names = "--sheet", paramLabel = "TEXT")
    private String sheet;

    @Option(names = "--scan", paramLabel = "FILE")
    private Path scan;

    @Override
    protected ExitCode run() {
        if (scan != null && (!paper || handover == null)) {
            throw new VigilException(ErrorKind.USAGE, "VG-WATCH-SCAN", WatchViewText.SCAN_NEEDS.with());
        }
        Actor actor = paper ? actor() : proved(actor());
        String sha256 = scan == null ? null : registered(actor);
        tell(
                "roster.handover.accept",
                vigil().watch().accept(actor, new AcceptHandover(handover, paper, person, time(at), sheet, sha256)),
                new SavedHandoverView(dryRun(), WatchViewText.HANDOVER_ACCEPTED, WatchViewText.WOULD_ACCEPT_HANDOVER));
        return ExitCode.OK;
    }

    /** By key where one is given, else by PIN; a rehearsal asks for no secret. */
    private Actor proved(Actor actor) {
        if (dryRun() || actor.member() == null) {
            return actor;
        }
        if (key != null) {
            char[] passphrase = passphraseFile != null
                    ? vigil().secretFile(passphraseFile)
                    : prompt().secret(WatchViewText.ASK_PASSPHRASE.with(key.getFileName()), "--passphrase-file");
            try {
                return vigil().people().proveKey(actor, key, passphrase);
            } finally {
                Prompt.wipe(passphrase);
            }
        }
        char[] pin = pinFile != null
                ? vigil().secretFile(pinFile)
                : prompt().secret(WatchViewText.ASK_PIN.with(actor.member().name()), "--pin-file");
        try {
            return vigil().people().provePin(actor, pin);
        } finally {
            Prompt.wipe(pin);
        }
    }

    /** The scan goes into the register of signed papers, under the handover's number; its fingerprint stands in the handover. */
    private String registered(Actor actor) {
        Member signer = person == null ? actor.member() : vigil().people().show(person);
        LocalDate day = at == null ? date("today") : date(at);
        vigil().watch().handover(handover);
        return vigil().register()
                .scan(actor, handover.toString(), scan, signer == null ? "" : signer.name(), day, null)
                .scan()
                .sha256();
    }
}
