package vn.vigil.cli.command.roster;

import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.view.Out;
import vn.vigil.roster.watch.Stand;
import vn.vigil.text.Nearest;

/** Fills a line of the user's own form, such as {@code {name} {phone}}. */
final class StandTemplate {
    private static final String[] NAMES = {
        "post",
        "postName",
        "slot",
        "shift",
        "role",
        "seat",
        "state",
        "id",
        "name",
        "phone",
        "from",
        "until",
        "checkedIn",
        "next",
        "nextPhone",
        "nextFrom"
    };

    /** The names of the fields, for people. */
    static final String FIELDS = "{" + String.join("} {", NAMES) + "}";

    private StandTemplate() {}

    static String fill(String form, Stand stand, Out out) {
        StringBuilder line = new StringBuilder();
        int at = 0;
        while (at < form.length()) {
            int open = form.indexOf('{', at);
            int close = open < 0 ? -1 : form.indexOf('}', open);
            if (close < 0) {
                return line.append(form, at, form.length()).toString();
            }
            line.append(form, at, open).append(field(form.substring(open + 1, close), stand, out));
            at = close + 1;
        }
        return line.toString();
    }

    private static String field(String name, Stand s, Out out) {
        Stand.Next next = s.next();
        String value =
                switch (name) {
                    case "post" -> s.post();
                    case "postName" -> s.postName();
                    case "slot" -> s.slot() == null ? "" : s.slot().toString();
                    case "shift" -> s.shift();
                    case "role" -> s.role().id();
                    case "seat" -> Integer.toString(s.seat());
                    case "state" -> StandRow.state(s);
                    case "id" -> s.gap() || s.who() == null ? "" : s.who().id().value();
                    case "name" -> StandRow.name(s, out);
                    case "phone" -> s.gap() || s.who() == null ? "" : s.who().phone();
                    case "from" -> s.from() == null ? "" : out.time(s.from());
                    case "until" -> s.until() == null ? "" : out.time(s.until());
                    case "checkedIn" -> s.checkedIn() == null ? "" : out.time(s.checkedIn());
                    case "next" -> next == null ? "" : StandRow.name(next, out);
                    case "nextPhone" ->
                        next == null || next.who() == null ? "" : next.who().phone();
                    case "nextFrom" -> next == null ? "" : out.time(next.from());
                    default -> throw unknown(name);
                };
        return value == null ? "" : value;
    }

    private static VigilException unknown(String name) {
        VigilException e = new VigilException(ErrorKind.USAGE, "VG-WATCH-FIELD", WatchViewText.NO_FIELD.with(name));
        String near = Nearest.of(name, java.util.List.of(NAMES));
        if (near != null) {
            e.why(WatchViewText.DID_YOU_MEAN.with(near));
        }
        return e.next(WatchViewText.FORMAT_FIELDS.with(FIELDS));
    }
}
