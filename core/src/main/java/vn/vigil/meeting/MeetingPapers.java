package vn.vigil.meeting;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.document.Paper;
import vn.vigil.document.Templates;
import vn.vigil.people.Actor;
import vn.vigil.people.Body;
import vn.vigil.people.Member;
import vn.vigil.people.Power;
import vn.vigil.people.SignatureBlock;
import vn.vigil.people.SiteProfile;
import vn.vigil.register.Entry;
import vn.vigil.register.NewEntry;
import vn.vigil.register.Register;
import vn.vigil.register.SavedEntry;
import vn.vigil.register.Series;
import vn.vigil.text.Dong;
import vn.vigil.text.Lang;

/**
 * The papers about meetings: invitation (Mẫu 1.7), agenda, minutes (Mẫu 1.9), notice of conclusions, request for coordination, submission
 * (Mẫu 1.4), commendation. A paper without a number is a draft with blanks. Not safe for several threads.
 */
public final class MeetingPapers {
    private final Journal journal;
    private final Meetings meetings;
    private final Supplier<Register> register;
    private final Templates templates;
    private final MinutesData facts;

    MeetingPapers(Journal journal, Meetings meetings, Supplier<Register> register, Path own) {
        this.journal = journal;
        this.meetings = meetings;
        this.register = register;
        this.templates = new Templates(own);
        this.facts = new MinutesData(journal, meetings);
    }

    /** The invitation, by its number once it has one. */
    public Paper invitation(Meeting meeting, Lang lang) {
        MinutesWords words = words(lang);
        Map<String, Object> data = head(meeting.kind().body(), "GM", "invite/" + meeting.id(), lang);
        data.put("abstract", about(meeting, words));
        data.put("invited", offices(meeting, words));
        data.put("guests", meeting.guests());
        data.put(
                "chair",
                meeting.chair() == null ? "" : meetings.name(meeting.chair().value()));
        data.put("when", words.moment(meeting.start()));
        data.put("where", meeting.place().isEmpty() ? "…" : meeting.place());
        data.put("topics", titles(meeting, lang));
        data.put("reason", meeting.reason());
        data.put("recipients", recipients(words, MinutesText.TO_INVITED));
        data.put("signatures", List.of(signature(meeting.kind().body(), words)));
        return templates.fill("meeting-invitation", lang, data);
    }

    private List<String> offices(Meeting meeting, MinutesWords words) {
        List<String> all = new ArrayList<>();
        for (MemberId id : meetings.expected(meeting)) {
            Member member = journal.people().byId(id);
            all.add(words.say(MinutesText.PERSON.with(member.name(), facts.office(member, meeting, words))));
        }
        return all;
    }

    private List<String> titles(Meeting meeting, Lang lang) {
        List<String> titles = new ArrayList<>();
        meetings.agenda(meeting.id(), lang).forEach(item -> titles.add(item.title()));
        return titles;
    }

    /** The agenda with what the records say. */
    public Paper agenda(Meeting meeting, Lang lang) {
        MinutesWords words = words(lang);
        Map<String, Object> data = head(meeting.kind().body(), null, null, lang);
        data.put("abstract", about(meeting, words));
        data.put("when", words.moment(meeting.start()));
        data.put("where", meeting.place().isEmpty() ? "…" : meeting.place());
        List<Map<String, Object>> items = new ArrayList<>();
        for (Meeting.AgendaItem item : meetings.agenda(meeting.id(), lang)) {
            items.add(Map.of("number", item.number(), "title", item.title(), "lines", item.lines()));
        }
        data.put("items", items);
        return templates.fill("meeting-agenda", lang, data);
    }

    /** @param foot lines about ledger and reports; empty before approval */
    Paper minutes(Meeting meeting, Lang lang, List<String> foot) {
        MinutesWords words = words(lang);
        String symbol = symbol("BB", meeting.kind().body());
        Map<String, Object> data = head(meeting.kind().body(), null, null, lang);
        data.put("number", meeting.number() == null ? "/" + symbol : meeting.number());
        data.put("date", meeting.issued() == null ? "" : meeting.issued().toString());
        data.put("abstract", about(meeting, words));
        Instant opened = meeting.opening() == null ? null : meeting.opening().at();
        data.put("opened", opened == null ? "…" : words.moment(opened));
        data.put("where", meeting.place().isEmpty() ? "…" : meeting.place());
        data.put("chair", meeting.chair() == null ? "…" : facts.person(meeting.chair(), meeting, words));
        data.put("basis", facts.basis(meeting, words));
        data.put("secretary", meeting.secretary() == null ? "…" : facts.person(meeting.secretary(), meeting, words));
        facts.attendance(meeting, words, data);
        data.put("items", facts.items(meeting, words));
        data.put("actions", facts.actions(meeting, words));
        data.put("conclusions", facts.decided(meeting, words));
        data.put("next", meeting.next() == null ? "" : words.formal(meeting.next()));
        data.put("closed", meeting.closed() == null ? "…" : words.moment(meeting.closed()));
        data.put("foot", foot);
        data.put("recipients", recipients(words, MinutesText.TO_MEMBERS));
        data.put(
                "secretaryName",
                meeting.secretary() == null
                        ? ""
                        : meetings.name(meeting.secretary().value()));
        data.put(
                "chairName",
                meeting.chair() == null ? "" : meetings.name(meeting.chair().value()));
        data.put("chairTitle", facts.chairTitle(meeting, words));
        return templates.fill("meeting-minutes", lang, data);
    }

    /**
     * What was put right in signed minutes, to be signed like them.
     *
     * @throws VigilException REFUSED when nothing was
     */
    public Paper errata(Meeting meeting, Lang lang) {
        if (meeting.errata().isEmpty()) {
            throw Journal.refused("VG-MEETING-NO-ERRATUM", MeetingText.NO_ERRATA.with(meeting.id()));
        }
        MinutesWords words = words(lang);
        Map<String, Object> data = head(meeting.kind().body(), null, null, lang);
        data.put("number", "/" + symbol("BB", meeting.kind().body()));
        String cited = meeting.number() == null
                ? meeting.id().toString()
                : words.say(MinutesText.CITED.with(meeting.number(), words.formal(meeting.issued())));
        data.put("abstract", words.say(MinutesText.ERRATA_OF.with(within(about(meeting, words)))));
        data.put("cited", cited);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Meeting.Erratum e : meeting.errata()) {
            rows.add(Map.of("number", e.number(), "was", e.was(), "reads", e.is(), "reason", e.reason()));
        }
        data.put("errata", rows);
        data.put("recipients", recipients(words, MinutesText.TO_MEMBERS));
        data.put("secretaryName", meetings.name(meeting.secretary().value()));
        data.put("chairName", meetings.name(meeting.chair().value()));
        data.put("chairTitle", facts.chairTitle(meeting, words));
        return templates.fill("meeting-erratum", lang, data);
    }

    /** What was concluded, for those who were not there. */
    public Paper conclusions(Meeting meeting, Lang lang) {
        if (!meeting.state().held()) {
            throw Journal.refused("VG-MEETING-NOT-HELD", MeetingText.NOT_HELD.with(meeting.id()));
        }
        MinutesWords words = words(lang);
        Map<String, Object> data = head(meeting.kind().body(), "TB", "conclusions/" + meeting.id(), lang);
        data.put("abstract", words.say(MinutesText.CONCLUSIONS_OF.with(within(about(meeting, words)))));
        data.put("opened", words.moment(meeting.opening().at()));
        data.put("chair", facts.person(meeting.chair(), meeting, words));
        data.put("conclusions", facts.decided(meeting, words));
        data.put("actions", facts.actions(meeting, words));
        data.put("next", meeting.next() == null ? "" : words.formal(meeting.next()));
        data.put("recipients", recipients(words, MinutesText.TO_BOARD, MinutesText.TO_MEMBERS));
        data.put("signatures", List.of(signature(meeting.kind().body(), words)));
        return templates.fill("meeting-conclusions", lang, data);
    }

    /**
     * The letter that asks a division to coordinate (clause 3c: never an order).
     *
     * @throws VigilException REFUSED for an action that asks no division
     */
    public Paper coordination(Action action, Lang lang) {
        if (action.division().isEmpty()) {
            throw Journal.refused("VG-MEETING-NO-DIVISION", MeetingText.NO_DIVISION.with(action.id()));
        }
        MinutesWords words = words(lang);
        Map<String, Object> data = head(Body.CORE_TEAM, null, "coordination/" + action.id(), lang);
        data.put("number", number("coordination/" + action.id(), "/" + Series.CORE_TEAM));
        data.put("abstract", words.say(MinutesText.COORDINATION_ABOUT.with(action.words())));
        data.put("to", List.of(action.division()));
        data.put("text", action.words());
        data.put("due", words.formal(action.due()));
        data.put("owner", meetings.name(action.owner().value()));
        data.put("recipients", recipients(words, MinutesText.AS_ABOVE));
        data.put("signatures", List.of(signature(Body.CORE_TEAM, words)));
        return templates.fill("meeting-coordination", lang, data);
    }

    /** The submission of a proposal; of a commendation, in the form of Decree 98/2023. */
    public Paper submission(Proposal proposal, Lang lang) {
        MinutesWords words = words(lang);
        boolean reward = proposal.kind() == ProposalKind.COMMENDATION;
        Body body = reward ? Body.STEERING_COMMITTEE : Body.CORE_TEAM;
        Map<String, Object> data = head(body, "TTr", proposal.id().toString(), lang);
        data.put("abstract", proposal.title());
        List<String> to = new ArrayList<>();
        if (proposal.to().equals(Proposals.BOARD)) {
            to.add(words.say(MinutesText.THE_BOARD.with()));
        }
        if (!reward) {
            to.add(words.say(MinutesText.THE_COMMITTEE.with()));
        }
        data.put("to", to);
        data.put("text", proposal.words());
        data.put("people", proposal.people());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Proposal.Line line : proposal.estimate()) {
            rows.add(Map.of(
                    "number",
                    rows.size() + 1,
                    "name",
                    line.name(),
                    "unit",
                    line.unit(),
                    "quantity",
                    line.quantity(),
                    "price",
                    money(line.price(), lang),
                    "amount",
                    money(line.amount(), lang)));
        }
        data.put("estimate", rows);
        data.put("total", money(proposal.total(), lang));
        data.put("inWords", Dong.words(proposal.total(), lang));
        List<String> attached = new ArrayList<>();
        proposal.attached().forEach(a -> attached.add(a.substring(0, a.lastIndexOf("  "))));
        if (proposal.survey() != null) {
            attached.add(words.say(MinutesText.SURVEY_SHEET.with(proposal.survey())));
        }
        data.put("attached", attached);
        data.put(
                "petition",
                proposal.petition() == null ? "" : proposal.petition().toString());
        data.put("recipients", recipients(words, MinutesText.AS_ABOVE));
        data.put("signatures", List.of(signature(body, words)));
        return templates.fill(reward ? "meeting-commendation" : "meeting-submission", lang, data);
    }

    private static String money(long amount, Lang lang) {
        String printed = Dong.print(amount, lang);
        return printed.substring(0, printed.length() - 2);
    }

    /**
     * Numbers a paper that stands by itself: an invitation, conclusions, a request, a submission.
     *
     * @param key {@code invite/MTG-…}, {@code conclusions/MTG-…}, {@code coordination/ACT-…}, or the proposal's id
     * @param number as the Văn thư gave it; null: the next own one
     * @param day null: today
     * @throws VigilException DENIED; REFUSED when nobody may sign that day; CONFLICT; USAGE
     */
    public SavedEntry number(Actor actor, String key, String number, LocalDate day) {
        Entry there = register.get().entry(key);
        boolean same = there != null
                && (number == null || number.strip().equals(there.number()))
                && (day == null || day.equals(there.date()));
        if (same) {
            return new SavedEntry(there, false);
        }
        journal.people().require(actor, Power.KEEP_REGISTER);
        LocalDate when = day == null ? journal.today() : day;
        MinutesWords words = words(Lang.VI);
        String last = key.substring(key.indexOf('/') + 1);
        CaseId id = CaseId.parse(last);
        Body body = Body.CORE_TEAM;
        String kind = null;
        String title;
        Proposal proposal = null;
        if (id.series().equals(Meetings.SERIES)) {
            Meeting meeting = meetings.get(id);
            body = meeting.kind().body();
            boolean invites = key.startsWith("invite/");
            kind = invites ? "GM" : "TB";
            title = words.say((invites ? MinutesText.REGISTER_INVITES : MinutesText.REGISTER_CONCLUDES)
                    .with(within(about(meeting, words))));
        } else if (id.series().equals(Proposals.SERIES)) {
            proposal = meetings.proposals().get(id);
            body = proposal.kind() == ProposalKind.COMMENDATION ? Body.STEERING_COMMITTEE : Body.CORE_TEAM;
            kind = "TTr";
            title = words.say(MinutesText.REGISTER_SUBMITS.with(proposal.title()));
        } else {
            title = words.say(MinutesText.COORDINATION_ABOUT.with(
                    meetings.actions().get(id).words()));
        }
        SignatureBlock signer = journal.people().signature(body, journal.now());
        NewEntry asked = new NewEntry(key, when, title, signer.name(), List.of(words.say(MinutesText.AS_ABOVE.with())));
        String series = body == Body.CORE_TEAM ? Series.CORE_TEAM : Series.STEERING_COMMITTEE;
        Series own = new Series(kind, series);
        Proposal submits = proposal;
        return journal.store().write(tx -> {
            SavedEntry saved = number == null
                    ? register.get().take(tx, actor, own, asked)
                    : register.get().outside(tx, actor, number, asked);
            if (submits != null && saved.changed()) {
                meetings.proposals()
                        .submitted(tx, actor, submits.id(), saved.entry().number(), when);
            }
            return saved;
        });
    }

    /** As it stands within a sentence. */
    static String within(String title) {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    /** {@code cuộc họp Tổ nòng cốt quý IV năm 2026}. */
    String about(Meeting meeting, MinutesWords words) {
        String kind = words.say(meeting.kind().with());
        return meeting.quarter() == null
                ? words.say(MinutesText.ABOUT_DAY.with(kind, words.formal(meeting.day())))
                : meeting.kind() == MeetingKind.YEAR_END
                        ? words.say(MinutesText.ABOUT_YEAR.with(
                                kind, Integer.toString(meeting.quarter().year())))
                        : words.say(MinutesText.ABOUT_QUARTER.with(kind, words.quarter(meeting.quarter())));
    }

    private MinutesWords words(Lang lang) {
        return new MinutesWords(lang, journal.config().zone());
    }

    private Map<String, Object> head(Body body, String kind, String key, Lang lang) {
        SiteProfile site = journal.people().site(journal.now());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("superior", site.printedBody().toUpperCase(Locale.ROOT));
        MinutesText name = body == Body.CORE_TEAM ? MinutesText.TEAM_UPPER : MinutesText.COMMITTEE_UPPER;
        data.put("body", words(lang).say(name.with()));
        MinutesText called = body == Body.CORE_TEAM ? MinutesText.TEAM : MinutesText.COMMITTEE;
        data.put("team", words(lang).say(called.with()));
        data.put("place", site.confirmed() ? site.place() : "…");
        data.put("number", kind == null ? "" : number(key, "/" + symbol(kind, body)));
        Entry entry = key == null ? null : register.get().entry(key);
        data.put("date", entry == null ? "" : entry.date().toString());
        return data;
    }

    private static String symbol(String kind, Body body) {
        return kind + "-" + (body == Body.CORE_TEAM ? Series.CORE_TEAM : Series.STEERING_COMMITTEE);
    }

    private String number(String key, String blank) {
        Entry entry = register.get().entry(key);
        return entry == null ? blank : entry.number();
    }

    private List<String> recipients(MinutesWords words, MinutesText... to) {
        List<String> all = new ArrayList<>();
        for (MinutesText one : to) {
            all.add(words.say(one.with()));
        }
        all.add(words.say(MinutesText.KEPT.with()));
        return all;
    }

    /** Who signs today; blank where nobody may. */
    private Map<String, Object> signature(Body body, MinutesWords words) {
        try {
            SignatureBlock block = journal.people().signature(body, journal.now());
            return Map.of("title", String.join("\n", block.lines()), "note", "", "name", block.name());
        } catch (VigilException e) {
            return Map.of("title", words.say(MinutesText.SIGN_HERE.with()), "note", "", "name", "");
        }
    }
}
