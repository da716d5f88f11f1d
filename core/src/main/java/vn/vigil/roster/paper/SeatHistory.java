package vn.vigil.roster.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;

/**
 * How a seat came to be as it is: what a calendar needs to tell a newer version of a duty from an older one, and to call off what
 * was promised. Pure.
 *
 * @param versions from the oldest to the present one, each different from the one before; empty when nobody ever had it
 */
record SeatHistory(List<Version> versions) {
    /**
     * The seat for a while.
     *
     * @param published whether a published roster said so
     * @param at since when; null when the store does not tell
     */
    record Version(List<Piece> pieces, boolean published, Instant at) {
        boolean open() {
            for (Piece piece : pieces) {
                if (!piece.open()) {
                    return false;
                }
            }
            return true;
        }

        private boolean same(Version other) {
            return published == other.published && pieces.equals(other.pieces);
        }
    }

    private static final Comparator<SeatChange> BY_TIME =
            Comparator.comparing(SeatChange::at).thenComparing(SeatChange::rank);

    /**
     * @param span the seat's time
     * @param body the outside body that stands it while nobody is named, or null
     * @param changes everything that happened to it, of one kind in the order of entering
     * @param present as it is now, which stands above what the changes come to
     */
    static SeatHistory of(TimeSpan span, String body, List<SeatChange> changes, List<Piece> present) {
        List<SeatChange> all = new ArrayList<>(changes);
        all.sort(BY_TIME);
        List<Version> versions = new ArrayList<>();
        List<SeatChange.Stood> standing = new ArrayList<>();
        MemberId holder = null;
        boolean published = false;
        Instant last = null;
        for (SeatChange change : all) {
            if (change instanceof SeatChange.Given given) {
                holder = given.after();
            } else if (change instanceof SeatChange.Stood stood) {
                standing.add(stood);
            } else if (change instanceof SeatChange.TakenBack back) {
                standing.removeIf(s -> s.id() == back.id());
            } else if (change instanceof SeatChange.Published publishing) {
                holder = publishing.member();
                published = true;
            }
            last = change.at();
            add(versions, new Version(pieces(span, body, holder, standing), published, last));
        }
        add(versions, new Version(present, published, last));
        return new SeatHistory(List.copyOf(versions));
    }

    private static void add(List<Version> versions, Version version) {
        if (versions.isEmpty()
                ? !version.open()
                : !versions.get(versions.size() - 1).same(version)) {
            versions.add(version);
        }
    }

    /** Of two stretches over one moment the later entered counts. */
    private static List<Piece> pieces(TimeSpan span, String body, MemberId holder, List<SeatChange.Stood> standing) {
        TreeSet<Instant> cuts = new TreeSet<>();
        cuts.add(span.from());
        cuts.add(span.to());
        for (SeatChange.Stood stood : standing) {
            if (span.contains(stood.span().from())) {
                cuts.add(stood.span().from());
            }
            if (span.contains(stood.span().to())) {
                cuts.add(stood.span().to());
            }
        }
        List<Piece> pieces = new ArrayList<>();
        Instant from = null;
        for (Instant to : cuts) {
            if (from != null) {
                MemberId member = holder;
                for (SeatChange.Stood stood : standing) {
                    member = stood.span().contains(from) ? stood.member() : member;
                }
                Piece.add(pieces, new Piece(new TimeSpan(from, to), member, member == null ? body : null));
            }
            from = to;
        }
        return pieces;
    }

    boolean empty() {
        return versions.isEmpty();
    }

    Version present() {
        return versions.get(versions.size() - 1);
    }

    /** 0 at first, one higher with each change; never falls. */
    int sequence() {
        return versions.size() - 1;
    }

    /** When it last changed; null when the store does not tell. */
    Instant stamp() {
        return present().at();
    }
}
