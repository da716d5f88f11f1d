package vn.vigil.cli.command.roster;

import java.time.Instant;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.roster.watch.Stand;

/**
 * One seat as a row.
 *
 * @param next whether the row tells what is to come
 * @param at the present
 */
record StandRow(Out out, boolean next, Instant at) implements RowView<Stand> {
    @Override
    public String[] columns() {
        return new String[] {
            "post",
            "role",
            "seat",
            "slot",
            "state",
            "id",
            "name",
            "phone",
            "from",
            "until",
            "checkedIn",
            "nextId",
            "nextName",
            "nextPhone",
            "nextFrom"
        };
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            WatchViewText.POST,
            WatchViewText.ROLE,
            WatchViewText.SHIFT,
            WatchViewText.NAME,
            WatchViewText.PHONE,
            next ? WatchViewText.FROM : WatchViewText.UNTIL,
            WatchViewText.THERE,
            WatchViewText.NEXT
        };
    }

    @Override
    public void cells(Stand s, Cells cells) {
        boolean person = s.who() != null && !s.gap();
        if (cells.forPeople()) {
            cells.add(s.postName())
                    .add(out.text(s.role().with()))
                    .add(s.shift() == null ? "–" : s.shift())
                    .add(name(s, out), s.gap() ? Tone.BAD : Tone.STRONG)
                    .add(person ? dash(s.who().phone()) : "–")
                    .add(next ? out.time(s.from()) : out.time(s.until()))
                    .add(there(s), s.checkedIn() != null ? Tone.GOOD : s.expected() ? Tone.WARNING : Tone.FAINT)
                    .add(s.next() == null ? "–" : name(s.next(), out), Tone.FAINT);
            return;
        }
        Stand.Next n = s.next();
        cells.add(s.post())
                .add(s.role().id())
                .add(s.seat())
                .add(s.slot() == null ? null : s.slot().toString())
                .add(state(s))
                .add(person ? s.who().id().value() : null)
                .add(name(s, out))
                .add(person ? s.who().phone() : null)
                .add(s.from() == null ? null : out.time(s.from()))
                .add(s.until() == null ? null : out.time(s.until()))
                .add(s.checkedIn() == null ? null : out.time(s.checkedIn()))
                .add(n == null || n.who() == null ? null : n.who().id().value())
                .add(n == null ? null : name(n, out))
                .add(n == null || n.who() == null ? null : n.who().phone())
                .add(n == null ? null : out.time(n.from()));
    }

    private String there(Stand s) {
        if (s.gap()) {
            return "–";
        }
        if (s.checkedIn() != null) {
            return out.text(WatchViewText.SINCE.with(out.time(s.checkedIn())));
        }
        boolean begun = s.from() != null && !s.from().isAfter(at);
        return s.expected() && begun && !next ? out.text(WatchViewText.NOT_YET.with()) : "–";
    }

    private static String dash(String text) {
        return text == null ? "–" : text;
    }

    /** {@code gap}, {@code away}, {@code there}, {@code missing}, {@code planned} or {@code body}. */
    static String state(Stand s) {
        if (s.gap()) {
            return s.away() ? "away" : "gap";
        }
        if (s.who() == null) {
            return "body";
        }
        return s.checkedIn() != null ? "there" : s.expected() ? "missing" : "planned";
    }

    static String name(Stand s, Out out) {
        if (s.away()) {
            return out.text(WatchViewText.NOBODY_AWAY.with(s.who().name()));
        }
        if (s.gap()) {
            return out.text(WatchViewText.NOBODY.with());
        }
        return s.who() != null ? s.who().name() : s.body();
    }

    static String name(Stand.Next n, Out out) {
        return n.gap()
                ? out.text(WatchViewText.NOBODY.with())
                : n.who() != null ? n.who().name() : n.body();
    }

    @Override
    public void json(Stand s, Json json) {
        json.field("post", s.post())
                .field("postName", s.postName())
                .field("role", s.role().id())
                .field("seat", s.seat())
                .field("slot", s.slot() == null ? null : s.slot().toString())
                .field("shift", s.shift())
                .field("kind", s.kind() == null ? null : s.kind().id())
                .field("state", state(s))
                .field("gap", s.gap());
        person(json, s.who());
        json.field("body", s.body())
                .field("from", s.from())
                .field("until", s.until())
                .field("checkedIn", s.checkedIn())
                .field("expected", s.expected());
        if (s.next() == null) {
            json.field("next", (String) null);
            return;
        }
        json.object("next")
                .field("slot", s.next().slot().toString())
                .field("shift", s.next().shift());
        person(json, s.next().who());
        json.field("body", s.next().body()).field("from", s.next().from()).end();
    }

    static void person(Json json, Stand.Person p) {
        json.field("member", p == null ? null : p.id().value())
                .field("name", p == null ? null : p.name())
                .field("phone", p == null ? null : p.phone());
    }
}
