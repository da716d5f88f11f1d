package vn.vigil.camera.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import vn.vigil.base.Message;
import vn.vigil.base.Severity;
import vn.vigil.text.Lang;
import vn.vigil.text.Neutral;
import vn.vigil.text.Texts;
import vn.vigil.text.TimeText;

/**
 * Writes the letters: subject and body in the reader's language. Every line is neutralised as a whole, so that a camera's name
 * can forge neither a header nor a line. Pure.
 */
final class Letters {
    /** So many cameras are named in a letter; a storm of 500 fits one screen of a telephone. */
    static final int NAMED = 20;

    private final ZoneId zone;
    private final Function<String, Message> findings;

    /** @param findings the sentence for a finding's word; null for a word it does not know */
    Letters(ZoneId zone, Function<String, Message> findings) {
        this.zone = zone;
        this.findings = findings;
    }

    /** One letter; {@link #subject} and {@link #body}. */
    record Letter(String subject, String body) {}

    Letter write(Notice notice, Lang lang, Instant now, Duration repeat) {
        return new Letter(subject(notice, lang), body(notice, lang, now, repeat));
    }

    private String subject(Notice notice, Lang lang) {
        Alert a = notice.alert();
        AlertText key =
                switch (notice.what()) {
                    case OPENED -> AlertText.SUBJECT_OPENED;
                    case WORSENED -> AlertText.SUBJECT_WORSENED;
                    case GREW -> AlertText.SUBJECT_GREW;
                    case REPEATED -> AlertText.SUBJECT_REPEATED;
                    case ESCALATED -> AlertText.SUBJECT_ESCALATED;
                    case RECOVERED -> AlertText.SUBJECT_RECOVERED;
                    case NOT_RUN -> AlertText.SUBJECT_NOT_RUN;
                    case RESENT -> AlertText.SUBJECT_RESENT;
                    case TEST -> AlertText.SUBJECT_TEST;
                };
        Message message =
                switch (notice.what()) {
                    case RECOVERED, NOT_RUN ->
                        key.with(what(a), length(a.since(), a.closing().at()));
                    case TEST -> key.with();
                    default -> key.with(what(a), state(a.severity()));
                };
        return line(message, lang);
    }

    private String body(Notice notice, Lang lang, Instant now, Duration repeat) {
        Alert a = notice.alert();
        StringBuilder out = new StringBuilder();
        if (a.kind() == Alert.Kind.NOT_RUN) {
            add(
                    out,
                    lang,
                    AlertText.NOT_RUN.with(time(a.since()), time(a.closing().at())));
            add(out, lang, AlertText.LINE_ALERT.with(a.id()));
            return add(out, lang, AlertText.NOT_RUN_NEXT.with()).toString();
        }
        reason(out, notice, lang, repeat);
        add(out, lang, AlertText.LINE_ALERT.with(a.id()));
        if (a.closing() != null) {
            ended(out, a, lang);
            return out.toString();
        }
        add(out, lang, AlertText.LINE_STATE.with(state(a.severity())));
        add(out, lang, AlertText.LINE_SINCE.with(time(a.since()), length(a.since(), now)));
        List<AlertCamera> bad = a.bad();
        if (a.kind() == Alert.Kind.CAMERA && bad.size() == 1) {
            add(out, lang, AlertText.LINE_FINDINGS.with(words(bad.get(0), lang)));
            if (bad.get(0).essential()) {
                add(out, lang, AlertText.ESSENTIAL_ONE.with());
            }
        } else {
            list(out, a, bad, lang);
        }
        next(out, a, bad, lang);
        return out.toString();
    }

    /** Why this comes, where it is not simply new. */
    private void reason(StringBuilder out, Notice notice, Lang lang, Duration repeat) {
        Alert a = notice.alert();
        Alert.Told told = a.told();
        switch (notice.what()) {
            case WORSENED -> add(out, lang, AlertText.WHY_WORSENED.with());
            case GREW -> add(out, lang, AlertText.WHY_GREW.with(a.bad().size(), notice.before()));
            case REPEATED -> add(out, lang, AlertText.WHY_REPEATED.with(TimeText.print(repeat)));
            case ESCALATED ->
                add(
                        out,
                        lang,
                        AlertText.WHY_ESCALATED.with(
                                length(a.openedAt(), told.levelAt()),
                                (told.level() == 2 ? AlertText.LEVEL_2 : AlertText.LEVEL_3).with()));
            case RESENT -> add(out, lang, AlertText.WHY_RESENT.with());
            case OPENED, RECOVERED, NOT_RUN, TEST -> {}
        }
    }

    private void ended(StringBuilder out, Alert a, Lang lang) {
        Alert.Closing closing = a.closing();
        Instant end = closing.at();
        if (closing.mergedInto() != null) {
            add(out, lang, AlertText.GOES_ON_AS.with(closing.mergedInto()));
        } else if (closing.by() != null) {
            add(out, lang, AlertText.CLOSED_BY.with(closing.by(), time(end), closing.reason()));
        } else if (a.cameras().size() == 1) {
            add(out, lang, AlertText.RECOVERED_ONE.with(time(end), time(a.since()), length(a.since(), end)));
        } else {
            add(
                    out,
                    lang,
                    AlertText.RECOVERED_ALL.with(
                            a.cameras().size(), time(end), time(a.since()), length(a.since(), end)));
        }
    }

    private void list(StringBuilder out, Alert a, List<AlertCamera> bad, Lang lang) {
        int essential = 0;
        for (AlertCamera c : bad) {
            essential += c.essential() ? 1 : 0;
        }
        add(out, lang, AlertText.LIST_HEADING.with(bad.size()));
        if (essential > 0) {
            add(out, lang, AlertText.ESSENTIAL_SOME.with(essential));
        }
        for (int i = 0; i < Math.min(NAMED, bad.size()); i++) {
            AlertCamera c = bad.get(i);
            AlertText form = c.essential() ? AlertText.LIST_ESSENTIAL : AlertText.LIST_CAMERA;
            add(out, lang, form.with(named(c), words(c, lang)));
        }
        if (bad.size() > NAMED) {
            add(out, lang, AlertText.LIST_MORE.with(bad.size() - NAMED, a.id()));
        }
    }

    private void next(StringBuilder out, Alert a, List<AlertCamera> bad, Lang lang) {
        add(out, lang, AlertText.NEXT_HEADING.with());
        switch (a.kind()) {
            case UPLINK -> add(out, lang, AlertText.NEXT_UPLINK.with(a.name()));
            case HOST -> add(out, lang, AlertText.NEXT_HOST.with(a.name()));
            case NETWORK -> add(out, lang, AlertText.NEXT_NETWORK.with());
            case CAMERA, MAIL_STUCK, NOT_RUN -> {}
        }
        if (!bad.isEmpty()) {
            add(out, lang, AlertText.NEXT_DOCTOR.with(bad.get(0).camera()));
        }
        add(out, lang, AlertText.NEXT_ACK.with(a.id()));
    }

    /** What an alert is about, as a noun. */
    static Message what(Alert a) {
        return switch (a.kind()) {
            case CAMERA -> AlertText.WHAT_CAMERA.with(a.cameras().isEmpty() ? a.name() : named(camera(a)));
            case UPLINK -> AlertText.WHAT_UPLINK.with(count(a), a.name());
            case HOST -> AlertText.WHAT_HOST.with(count(a), a.name());
            case NETWORK -> AlertText.WHAT_NETWORK.with(count(a));
            case MAIL_STUCK -> AlertText.WHAT_MAIL_STUCK.with();
            case NOT_RUN -> AlertText.WHAT_NOT_RUN.with();
        };
    }

    private static AlertCamera camera(Alert a) {
        for (AlertCamera c : a.cameras()) {
            if (c.camera().value().equals(a.name())) {
                return c;
            }
        }
        return a.cameras().get(0);
    }

    /** How many are bad; of an alert that is over, how many were. */
    private static int count(Alert a) {
        int bad = a.bad().size();
        return bad == 0 ? a.cameras().size() : bad;
    }

    private static String named(AlertCamera c) {
        String id = c.camera().value();
        return c.name().equals(id) ? id : id + " (" + c.name() + ")";
    }

    static Message state(Severity severity) {
        return (severity == Severity.CRITICAL ? AlertText.STATE_DOWN : AlertText.STATE_DEGRADED).with();
    }

    /** The findings in the reader's words, separated by semicolons. */
    private String words(AlertCamera c, Lang lang) {
        StringBuilder all = new StringBuilder();
        for (String word : c.findings()) {
            Message sentence = findings.apply(word);
            all.append(all.length() == 0 ? "" : "; ").append(sentence == null ? word : Texts.render(sentence, lang));
        }
        return all.length() == 0 ? Texts.render(state(c.severity()), lang) : all.toString();
    }

    /** A letter by which the way of letters is tried. */
    static Letter test(String by, Instant now, ZoneId zone, Lang lang) {
        StringBuilder out = new StringBuilder();
        add(out, lang, AlertText.TEST.with(by, TimeText.print(now.truncatedTo(ChronoUnit.SECONDS), zone)));
        add(out, lang, AlertText.TEST_NOTHING_WRONG.with());
        return new Letter(line(AlertText.SUBJECT_TEST.with(), lang), out.toString());
    }

    private String time(Instant t) {
        return TimeText.print(t.truncatedTo(ChronoUnit.SECONDS), zone);
    }

    static String length(Instant from, Instant to) {
        return TimeText.print(Duration.between(from, to));
    }

    private static StringBuilder add(StringBuilder out, Lang lang, Message message) {
        return out.append(line(message, lang)).append('\n');
    }

    private static String line(Message message, Lang lang) {
        return Neutral.line(Texts.render(message, lang));
    }
}
