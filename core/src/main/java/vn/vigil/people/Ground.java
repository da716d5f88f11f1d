package vn.vigil.people;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.store.Work;
import vn.vigil.text.Nearest;

/** What the parts of {@link People} stand on. */
record Ground(Store store, Ledger ledger, Config config, World world, SqlPeopleStore sql) {
    /** Far longer than any name; what is longer is no line. */
    private static final int LINE = 200;

    Instant now() {
        return world.now().truncatedTo(ChronoUnit.MICROS);
    }

    long nowUs() {
        return micros(now());
    }

    ZoneId zone() {
        return config.zone();
    }

    LocalDate today() {
        return LocalDate.ofInstant(world.now(), zone());
    }

    Roll roll() {
        return new Roll(store.read(sql::members));
    }

    Roll roll(Tx tx) throws SQLException {
        return new Roll(sql.members(tx));
    }

    Acting acting(Tx tx) throws SQLException {
        return new Acting(sql.members(tx), SqlActingStore.absences(tx), SqlActingStore.delegations(tx), zone());
    }

    <T> T save(boolean dryRun, Work<T> work) {
        return dryRun ? store.rehearse(work) : store.write(work);
    }

    void enter(Tx tx, Actor actor, String act, String subject, Map<String, ?> details) throws SQLException {
        ledger.append(tx, new Entry(actor.who(), act, subject, details));
    }

    void enter(Tx tx, Actor actor, String act, MemberId id, Map<String, ?> details) throws SQLException {
        enter(tx, actor, act, "member/" + id.value(), details);
    }

    CaseId next(Tx tx, String series, String table) throws SQLException {
        int year = today().getYear();
        return new CaseId(series, year, SqlActingStore.next(tx, table, year));
    }

    /** Who is put on record: on a site without members the account. */
    static String by(Actor actor) {
        return actor.member() == null
                ? "os:" + actor.account()
                : actor.memberId().value();
    }

    /** One line in NFC, demanded. */
    static String reason(String reason) {
        String clean = line("--reason", reason);
        if (clean == null) {
            throw new VigilException(ErrorKind.USAGE, "VG-PEOPLE-NO-REASON", PeopleText.NO_REASON.with());
        }
        return clean;
    }

    /** One line in NFC; null when nothing was written. */
    static String line(String field, String written) {
        String text = NewMember.clean(written);
        if (text != null && !isLine(text)) {
            throw new VigilException(
                    ErrorKind.USAGE, "VG-PEOPLE-TEXT", PeopleText.FIELD_FAULT.with(field, PeopleText.BAD_TEXT.with()));
        }
        return text;
    }

    /** No control characters, no halves of characters, not too long. */
    static boolean isLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (Character.isISOControl(c) || Character.isSurrogate(c) && !pair) {
                return false;
            }
            i += pair ? 1 : 0;
        }
        return text.length() <= LINE;
    }

    static VigilException notFound(String id, Message what, CaseId asked, List<String> known, Message list) {
        VigilException e = new VigilException(ErrorKind.NOT_FOUND, id, what);
        String near = Nearest.of(asked.toString(), known);
        if (near != null) {
            e.why(PeopleText.DID_YOU_MEAN.with(near));
        }
        return e.next(list);
    }

    static long micros(Instant t) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, t);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
