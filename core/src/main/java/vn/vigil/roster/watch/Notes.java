package vn.vigil.roster.watch;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.people.Actor;
import vn.vigil.people.Power;
import vn.vigil.roster.book.Post;
import vn.vigil.roster.plan.Duty;
import vn.vigil.store.Tx;
import vn.vigil.text.Nearest;

/** What people write for those who come after them. What {@link Watch} says of it. */
final class Notes {
    /** The same words again within this time are the same note. */
    private static final Duration SAME = Duration.ofHours(12);

    private final Room room;
    private final Attendances attendances;

    Notes(Room room, Attendances attendances) {
        this.room = room;
        this.attendances = attendances;
    }

    SavedNote add(Actor actor, String postId, String written, boolean carried) {
        room.people().require(actor, Power.KEEP_WATCH);
        Instant now = room.now();
        String words = room.demanded("TEXT", written);
        return room.store().write(tx -> {
            String post = postId == null ? post(tx, actor, now) : known(tx, postId, now);
            if (post == null) {
                throw Room.usage("VG-WATCH-WHICH-POST", WatchText.WHICH_POST.with());
            }
            for (Note there : SqlHandoverStore.notes(tx, post, now.minus(SAME))) {
                if (there.words().equals(words)
                        && there.carried() == carried
                        && there.enteredBy().equals(Room.by(actor))) {
                    return new SavedNote(there, true);
                }
            }
            long id = SqlHandoverStore.insert(tx, new Note(0, post, words, carried, now, Room.by(actor), null, null));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("post", post);
            details.put("carried", carried);
            room.enter(tx, actor, "roster.handover.note", "note/" + id, details);
            return new SavedNote(SqlHandoverStore.note(tx, id), false);
        });
    }

    SavedNote done(Actor actor, long id) {
        room.people().require(actor, Power.KEEP_WATCH);
        Instant now = room.now();
        return room.store().write(tx -> {
            Note there = SqlHandoverStore.note(tx, id);
            if (there == null || !there.carried()) {
                VigilException e =
                        new VigilException(ErrorKind.NOT_FOUND, "VG-WATCH-NO-NOTE", WatchText.NO_OPEN_NOTE.with(id));
                for (Note open : SqlHandoverStore.open(tx, null)) {
                    e.why(WatchText.OPEN_NOTE.with(open.id(), open.words()));
                }
                throw e;
            }
            if (there.doneAt() != null) {
                return new SavedNote(there, true);
            }
            SqlHandoverStore.done(tx, id, now, Room.by(actor));
            room.enter(tx, actor, "roster.handover.done", "note/" + id, Map.of("post", there.post()));
            return new SavedNote(SqlHandoverStore.note(tx, id), false);
        });
    }

    private String known(Tx tx, String id, Instant now) throws SQLException {
        List<Post> posts = room.books().book(tx, room.day(now), room.day(now)).posts();
        java.util.ArrayList<String> ids = new java.util.ArrayList<>();
        for (Post post : posts) {
            if (post.id().equals(id)) {
                return id;
            }
            ids.add(post.id());
        }
        VigilException e = new VigilException(ErrorKind.NOT_FOUND, "VG-WATCH-POST", WatchText.NO_POST.with(id));
        String near = Nearest.of(id, ids);
        throw near == null ? e : e.why(WatchText.DID_YOU_MEAN.with(near));
    }

    /** The post of the actor's duty now, or of the last that ended within half a day; else the only one there is; null: unclear. */
    String post(Tx tx, Actor actor, Instant now) throws SQLException {
        String post = null;
        for (Duty duty : attendances.near(tx, now)) {
            if (duty.member() != null
                    && duty.member().equals(actor.memberId())
                    && !duty.span().from().minus(Attendances.EARLY).isAfter(now)) {
                post = duty.slot().post().id();
            }
        }
        List<Post> posts = room.books().book(tx, room.day(now), room.day(now)).posts();
        return post != null ? post : posts.size() == 1 ? posts.get(0).id() : null;
    }
}
