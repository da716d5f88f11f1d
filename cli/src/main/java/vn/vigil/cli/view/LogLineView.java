package vn.vigil.cli.view;

import java.util.Map;
import vn.vigil.base.MemberId;
import vn.vigil.base.MessageKey;
import vn.vigil.extract.LogLine;
import vn.vigil.people.Member;
import vn.vigil.people.People;

/** Shows ledger entries of a case as a story: when, who, what, on what. */
public final class LogLineView implements RowView<LogLine> {
    private static final int SHORT = 12;

    private final Out out;
    private final People people;

    /**
     * @param out tells the zone for local times
     * @param people tells names
     */
    public LogLineView(Out out, People people) {
        this.out = out;
        this.people = people;
    }

    @Override
    public String[] columns() {
        return new String[] {"seq", "at", "who", "act", "details"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            ExtractLabel.LOG_SEQ,
            ExtractLabel.LOG_AT,
            ExtractLabel.LOG_WHO,
            ExtractLabel.LOG_ACT,
            ExtractLabel.LOG_DETAILS
        };
    }

    @Override
    public void cells(LogLine line, Cells cells) {
        cells.add(line.seq());
        cells.add(out.time(line.at()));
        cells.add(who(line));
        cells.add(act(line));
        StringBuilder details = new StringBuilder();
        for (Map.Entry<String, Object> e : line.details().entrySet()) {
            String value = String.valueOf(e.getValue());
            boolean hash = cells.forPeople() && value.matches("[0-9a-f]{64}");
            details.append(details.length() == 0 ? "" : "; ")
                    .append(e.getKey())
                    .append('=')
                    .append(hash ? value.substring(0, SHORT) + "…" : value);
        }
        cells.add(details.toString());
    }

    private String who(LogLine line) {
        Member member = line.person() == null ? null : people.byId(new MemberId(line.person()));
        String name = member != null ? member.name() : line.account();
        return line.proof() == null || member == null ? name : name + " (" + line.proof() + ")";
    }

    private String act(LogLine line) {
        ActLabel label = label(line.act());
        String act = label == null ? line.act() : out.text(label.with());
        return switch (line.phase()) {
            case "intent" -> out.text(ExtractLabel.LOG_BEGUN.with(act));
            case "outcome" ->
                "failed".equals(line.details().get("result")) ? out.text(ExtractLabel.LOG_FAILED.with(act)) : act;
            default -> act;
        };
    }

    /** Null when the act has no name of its own. */
    private static ActLabel label(String act) {
        String id = act.replace('.', '-');
        for (ActLabel label : ActLabel.values()) {
            if (label.id().equals(id)) {
                return label;
            }
        }
        return null;
    }

    @Override
    public void json(LogLine line, Json json) {
        json.field("seq", line.seq())
                .field("at", line.at())
                .field("subject", line.subject())
                .field("act", line.act())
                .field("phase", line.phase())
                .field("person", line.person())
                .field("account", line.account())
                .field("proof", line.proof())
                .object("details");
        line.details().forEach((name, value) -> {
            if (value instanceof Long number) {
                json.field(name, number);
            } else if (value instanceof Boolean truth) {
                json.field(name, truth);
            } else {
                json.field(name, value == null ? null : value.toString());
            }
        });
        json.end();
    }
}
