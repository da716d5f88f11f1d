package vn.vigil.roster.plan;

import java.util.List;
import vn.vigil.roster.book.SlotKey;

/**
 * What publishing came to; whoever makes papers of it finds all they need here.
 *
 * @param unchanged whether exactly this was published already
 * @param publication the sealed roster: id, revision, days, digest, number of its paper
 * @param changes what differs from the last publication of these days; everything, for the first
 * @param seats seats that members stand
 * @param open those that nobody has
 * @param shortNotice whether fewer working days than wanted lie before the first
 * @param workingDays how many lie between now and the first day
 */
public record Published(
        boolean unchanged,
        Publication publication,
        List<CellChange> changes,
        int seats,
        List<SlotKey> open,
        boolean shortNotice,
        int workingDays) {}
