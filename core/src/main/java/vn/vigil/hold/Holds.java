package vn.vigil.hold;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.evidence.Wanted;
import vn.vigil.footage.Taken;
import vn.vigil.people.Actor;

/**
 * Footage secured before anybody decides about it (clauses 8.4k, A6): copied byte by byte, never decoded, encrypted under a key of
 * its own in the vault. Every step is a ledger entry; a copy's SHA-256 and its essence's are among them, so that nobody can put
 * another in its place. Not safe for several threads.
 */
public final class Holds {
    /**
     * Puts holds on record and copies what can be copied now. The same camera and span again, for the same cause, is the same
     * hold; for another cause it is held for both.
     *
     * @param patience how long copying may take altogether; zero: only put on record, pending. What is not copied by then stays
     *     pending and is fetched by {@link #retry}
     * @throws VigilException DENIED when the actor may not; NOT_FOUND for a camera or cause; USAGE without a reason. A camera that
     *     does not answer is no failure: its hold is pending
     */
    public Placed place(Actor actor, NewHold hold, Duration patience, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /**
     * Tries again to copy what is pending and due.
     *
     * @param ids which; empty: all that are due
     * @param patience as above
     */
    public Placed retry(Actor actor, Collection<CaseId> ids, Duration patience, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Holds, oldest first. */
    public List<Held> list(HoldFilter filter) {
        throw new UnsupportedOperationException();
    }

    /** @throws VigilException NOT_FOUND */
    public Held get(CaseId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads every clip of a hold and holds it against what was copied. One that no longer holds makes the hold {@code LOST}, with
     * an entry in the ledger.
     */
    public HoldCheck verify(Actor actor, CaseId id, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /**
     * Lets a hold go: its files and its key are erased, the record stays.
     *
     * @throws VigilException DENIED; NOT_FOUND; REFUSED while a case it is held for is open, or while it is archived
     */
    public Held release(Actor actor, CaseId id, String reason) {
        throw new UnsupportedOperationException();
    }

    /**
     * Keeps held footage beyond its case.
     *
     * @param id a hold, or a case whose holds are meant
     * @param until first day on which it need not be kept any more
     * @throws VigilException DENIED; NOT_FOUND when nothing is held; REFUSED when nothing of it is copied
     */
    public Placed archive(Actor actor, CaseId id, LocalDate until) {
        throw new UnsupportedOperationException();
    }

    /**
     * The held copy of what a request wants, as clips of exactly that time: for a run whose camera no longer has it. Entered in the
     * ledger.
     *
     * @param folder where the clips go, decrypted; exists; the caller clears it
     * @param name their beginning
     * @param notes what the operator should know is added
     * @return empty when nothing of it is held
     * @throws VigilException NOT_GENUINE when the copy no longer holds
     */
    public List<Taken> forRun(
            Actor actor, Wanted wanted, Path folder, String name, long maxBytes, List<Message> notes, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
