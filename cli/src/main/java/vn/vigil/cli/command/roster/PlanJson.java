package vn.vigil.cli.command.roster;

import java.util.List;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.cli.view.Json;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.Account;
import vn.vigil.roster.plan.Capacity;
import vn.vigil.roster.plan.CellChange;
import vn.vigil.roster.plan.Measure;
import vn.vigil.roster.plan.Objection;
import vn.vigil.roster.plan.Publication;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** Parts of documents about rosters that several have. */
final class PlanJson {
    private PlanJson() {}

    static String id(MemberId member) {
        return member == null ? null : member.value();
    }

    static void slot(SlotKey key, Json json) {
        json.field("slot", key.toString())
                .field("day", key.day().toString())
                .field("shift", key.shift())
                .field("role", key.role().id())
                .field("seat", key.seat());
    }

    static void slots(String name, List<SlotKey> keys, Json json) {
        json.array(name);
        for (SlotKey key : keys) {
            json.value(key.toString());
        }
        json.end();
    }

    static void changes(String name, List<CellChange> changes, Json json) {
        json.array(name);
        for (CellChange c : changes) {
            json.object()
                    .field("slot", c.slot().toString())
                    .field("before", id(c.before()))
                    .field("after", id(c.after()))
                    .field("published", c.published())
                    .end();
        }
        json.end();
    }

    static void capacity(Capacity c, Lang lang, Json json) {
        json.object("capacity")
                .field("seats", c.seats())
                .field("neededMinutes", c.neededMinutes())
                .field("people", c.people())
                .field("availableMinutes", c.availableMinutes())
                .field("wantedPeople", c.wantedPeople())
                .field("freeSeats", c.freeSeats())
                .field("enough", c.enough())
                .field("sentence", Texts.render(c.line(), lang))
                .end();
    }

    static void objections(List<Objection> objections, Lang lang, Json json) {
        json.array("objections");
        for (Objection o : objections) {
            json.object()
                    .field("obstacle", o.obstacle().id())
                    .field("hard", o.hard())
                    .field("weight", o.weight())
                    .field("day", o.day().toString())
                    .field("sentence", Texts.render(o.sentence(), lang))
                    .field("article", o.article())
                    .end();
        }
        json.end();
    }

    static void sentences(String name, List<Message> sentences, Lang lang, Json json) {
        json.array(name);
        for (Message m : sentences) {
            json.value(Texts.render(m, lang));
        }
        json.end();
    }

    /** Hours in minutes, the rest in duties; three decimals. */
    static void account(Account a, Json json) {
        json.field("member", a.member().id().value())
                .field("name", a.member().name())
                .field("availableDays", round(a.availableDays()));
        for (Measure m : Measure.values()) {
            Account.Entry e = a.of(m);
            json.object(m == Measure.HOURS ? "minutes" : m.id())
                    .field("done", round(e.done()))
                    .field("target", round(e.target()))
                    .field("carry", round(e.carry()))
                    .field("balance", round(e.balance()))
                    .end();
        }
    }

    static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    static void publication(String name, Publication p, Json json) {
        json.object(name);
        publication(p, json);
        json.end();
    }

    static void publication(Publication p, Json json) {
        json.field("id", p.id())
                .field("revision", p.revision())
                .field("from", p.from().toString())
                .field("to", p.to().toString())
                .field("digest", p.digest())
                .field("documentNumber", p.documentNumber())
                .field("reason", p.reason())
                .field("publishedAt", p.at())
                .field("publishedBy", p.by());
    }
}
