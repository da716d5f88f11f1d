package vn.vigil.roster.watch;

import java.time.Instant;

/**
 * What somebody wrote for those who come after them.
 *
 * @param id from 1
 * @param post whose watch it concerns
 * @param carried whether it is an open matter, carried from handover to handover until it is done
 * @param enteredBy member id
 * @param doneAt null while it is open, and for what is not carried
 */
public record Note(
        long id,
        String post,
        String words,
        boolean carried,
        Instant enteredAt,
        String enteredBy,
        Instant doneAt,
        String doneBy) {}
