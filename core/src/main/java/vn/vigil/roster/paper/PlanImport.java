package vn.vigil.roster.paper;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.people.Member;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.Shift;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.book.Watcher;
import vn.vigil.roster.plan.Cell;
import vn.vigil.roster.plan.Source;
import vn.vigil.text.Nearest;

/**
 * Makes seats and holders of rows, and collects every fault. A holder is an id or a full name; an empty one, or {@code -}, empties
 * the seat. Whether the plan is wise is for {@code roster check} to say. Pure.
 */
final class PlanImport {
    private final Path file;
    private final List<Message> faults = new ArrayList<>();

    PlanImport(Path file) {
        this.file = file;
    }

    /**
     * @param cells what is to change
     * @param unchanged rows that say what is so already
     * @param published how many of the changes are of published days
     */
    record Result(List<Cell> cells, int unchanged, int published) {}

    /**
     * @param now what has begun by then is put right one by one, with {@code roster correct}
     * @throws VigilException USAGE with every fault
     */
    Result judge(RosterFacts facts, List<PlanRows.Row> rows, Instant now) {
        Map<SlotKey, Slot> slots = new HashMap<>();
        for (Slot slot : facts.slots()) {
            slots.put(slot.key(), slot);
        }
        Map<SlotKey, Integer> seen = new LinkedHashMap<>();
        List<Cell> cells = new ArrayList<>();
        int unchanged = 0;
        int published = 0;
        for (PlanRows.Row row : rows) {
            int before = faults.size();
            if (row.tooMany()) {
                fault(row, "…", PaperText.TOO_MANY_CELLS.with());
            }
            if (row.day() == null) {
                fault(row, "date", PaperText.BAD_DAY.with(row.cells().getOrDefault("date", "")));
            }
            SlotKey key = key(facts, slots, row);
            Boolean locked = locked(row);
            Member member = member(facts, row);
            if (key != null) {
                Integer other = seen.putIfAbsent(key, row.line());
                if (other != null) {
                    fault(row, "seat", PaperText.SEAT_TWICE.with(key, other));
                }
                fit(facts, slots.get(key), member, row);
            }
            if (faults.size() > before || key == null) {
                continue;
            }
            Cell there = facts.cells().get(key);
            MemberId holder = member == null ? null : member.id();
            boolean lock = holder != null && !Boolean.FALSE.equals(locked);
            boolean same = Objects.equals(there == null ? null : there.member(), holder)
                    && (there == null || locked == null || there.locked() == lock);
            if (same) {
                unchanged++;
            } else if (!slots.get(key).span().from().isAfter(now)) {
                fault(row, "date", PaperText.HAS_BEGUN.with(key));
            } else {
                cells.add(new Cell(key, holder, Source.MANUAL, lock));
                published += facts.published(key.day()) == null ? 0 : 1;
            }
        }
        if (!faults.isEmpty()) {
            VigilException e = PlanRows.unfit(file);
            faults.forEach(e::why);
            throw e;
        }
        return new Result(cells, unchanged, published);
    }

    /** Null, and told why, when there is no such seat. */
    private SlotKey key(RosterFacts facts, Map<SlotKey, Slot> slots, PlanRows.Row row) {
        Shift shift = shift(facts, row);
        String roleWord = row.cells().getOrDefault("role", SeatRole.WATCHER.id());
        SeatRole role = SeatRole.of(roleWord.toLowerCase(Locale.ROOT));
        if (role == null) {
            fault(row, "role", PaperText.BAD_ROLE.with(roleWord));
        }
        String seatWord = row.cells().getOrDefault("seat", "1");
        boolean seat = seatWord.length() == 1 && seatWord.charAt(0) >= '1' && seatWord.charAt(0) <= '9';
        if (!seat) {
            fault(row, "seat", PaperText.BAD_SEAT.with(seatWord));
        }
        if (shift == null || role == null || !seat || row.day() == null) {
            return null;
        }
        SlotKey key = new SlotKey(row.day(), shift.id(), role, seatWord.charAt(0) - '0');
        if (slots.containsKey(key)) {
            return key;
        }
        boolean stood = false;
        for (SlotKey other : slots.keySet()) {
            stood |= other.day().equals(row.day()) && other.shift().equals(shift.id());
        }
        if (stood) {
            fault(row, "seat", PaperText.NO_SUCH_SEAT.with(shift.id(), shift.watchers(), shift.leads()));
        } else {
            fault(row, "date", PaperText.NOT_STOOD.with(shift.id(), row.day()));
        }
        return null;
    }

    private Shift shift(RosterFacts facts, PlanRows.Row row) {
        String id = row.cells().get("shift");
        if (id == null) {
            fault(row, "shift", PaperText.MISSING.with());
            return null;
        }
        Shift shift = facts.book().shift(id);
        if (shift == null) {
            List<String> known = new ArrayList<>();
            for (Shift one : facts.book().shifts()) {
                known.add(one.id());
            }
            String near = Nearest.of(id, known);
            fault(
                    row,
                    "shift",
                    near == null
                            ? PaperText.NO_SHIFT.with(id, String.join(" ", known))
                            : PaperText.NO_SHIFT_NEAR.with(id, near));
        }
        return shift;
    }

    /** Null for nobody. */
    private Member member(RosterFacts facts, PlanRows.Row row) {
        String text = row.cells().get("person");
        if (text == null || text.equals("-")) {
            return null;
        }
        List<Member> named = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (Member member : facts.members().values()) {
            if (member.id().value().equals(text)) {
                return member;
            }
            if (member.name().equalsIgnoreCase(text)) {
                named.add(member);
            }
            known.add(member.id().value());
            known.add(member.name());
        }
        if (named.size() == 1) {
            return named.get(0);
        }
        if (named.size() > 1) {
            fault(row, "person", PaperText.TWO_PERSONS.with(text));
            return null;
        }
        known.sort(null);
        String near = Nearest.of(text, known);
        fault(row, "person", near == null ? PaperText.NO_PERSON.with(text) : PaperText.NO_PERSON_NEAR.with(text, near));
        return null;
    }

    private void fit(RosterFacts facts, Slot slot, Member member, PlanRows.Row row) {
        if (member == null) {
            return;
        }
        Watcher watcher = facts.book().watcher(member.id());
        if (watcher == null
                || !watcher.fits(slot.key().role(), slot.post().id(), slot.key().day())) {
            fault(
                    row,
                    "person",
                    PaperText.NOT_FIT.with(
                            member.name(),
                            slot.key().role().with(),
                            slot.post().id(),
                            slot.key().day()));
        }
    }

    /** Null when the file does not say. */
    private Boolean locked(PlanRows.Row row) {
        String text = row.cells().get("locked");
        if (text == null) {
            return null;
        }
        if (!text.equals("yes") && !text.equals("no")) {
            fault(row, "locked", PaperText.BAD_LOCKED.with(text));
        }
        return text.equals("yes");
    }

    private void fault(PlanRows.Row row, String column, Message what) {
        faults.add(PlanRows.fault(row.line(), column, what));
    }
}
