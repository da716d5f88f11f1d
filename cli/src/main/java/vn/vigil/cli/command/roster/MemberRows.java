package vn.vigil.cli.command.roster;

import java.time.LocalDate;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.people.Holding;
import vn.vigil.people.Member;
import vn.vigil.people.Office;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/**
 * Members in a list, or one by itself.
 *
 * @param today whose offices are shown
 */
record MemberRows(LocalDate today, Lang lang) implements RowView<Member> {
    @Override
    public String[] columns() {
        return new String[] {"id", "name", "offices", "login", "from", "until", "kind"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            RosterText.ID,
            RosterText.NAME,
            RosterText.OFFICES,
            RosterText.LOGIN,
            RosterText.FROM,
            RosterText.UNTIL,
            RosterText.KIND
        };
    }

    @Override
    public void cells(Member m, Cells cells) {
        cells.add(m.id().value())
                .add(m.name())
                .add(offices(m, cells.forPeople()))
                .add(dash(m.osLogin()))
                .add(m.from().toString())
                .add(m.until() == null ? "-" : m.until().toString())
                .add(
                        cells.forPeople()
                                ? Texts.pattern(KindWords.of(m.kind()), lang)
                                : m.kind().word());
    }

    private String offices(Member m, boolean people) {
        StringBuilder out = new StringBuilder();
        for (Office office : m.offices(today)) {
            out.append(out.length() == 0 ? "" : people ? ", " : ",");
            out.append(people ? Texts.pattern(office, lang) : office.id());
        }
        return out.length() == 0 ? "-" : out.toString();
    }

    @Override
    public void json(Member m, Json json) {
        json.field("id", m.id().value())
                .field("name", m.name())
                .field("phone", m.phone())
                .field("email", m.email())
                .field("language", m.lang() == null ? null : m.lang().tag())
                .field("login", m.osLogin())
                .field("from", m.from().toString())
                .field("until", m.until() == null ? null : m.until().toString())
                .field("certificateSha256", m.certificateSha256())
                .field("kind", m.kind().word())
                .field("consent", m.consentDay() == null ? null : m.consentDay().toString())
                .field("officeHours", m.hours())
                .array("offices");
        for (Holding h : m.holdings()) {
            json.object()
                    .field("office", h.office().id())
                    .field("from", h.from().toString())
                    .field("until", h.until() == null ? null : h.until().toString())
                    .field("title", h.title())
                    .end();
        }
        json.end();
    }

    void pairs(Member m, Out out) {
        pair(out, RosterText.ID, m.id().value());
        pair(out, RosterText.NAME, m.name());
        pair(out, RosterText.OFFICES, offices(m, true));
        pair(out, RosterText.LOGIN, dash(m.osLogin()));
        pair(out, RosterText.PHONE, dash(m.phone()));
        pair(out, RosterText.EMAIL, dash(m.email()));
        pair(out, RosterText.LANGUAGE, m.lang() == null ? "-" : m.lang().tag());
        pair(out, RosterText.FROM, m.from().toString());
        pair(out, RosterText.UNTIL, m.until() == null ? "-" : m.until().toString());
        pair(out, RosterText.CERTIFICATE, dash(m.certificateSha256()));
        pair(out, RosterText.KIND, Texts.pattern(KindWords.of(m.kind()), lang));
        pair(
                out,
                RosterText.CONSENT,
                m.consentDay() == null ? "-" : m.consentDay().toString());
        pair(out, RosterText.HOURS, m.hours() == null ? Texts.pattern(RosterText.BY_SITE, lang) : m.hours());
    }

    private static void pair(Out out, RosterText name, String value) {
        out.pair(out.text(name.with()), 14, value);
    }

    private static String dash(String text) {
        return text == null ? "-" : text;
    }
}
