package vn.vigil.camera;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Message;

/**
 * One thing that an audit found.
 *
 * @param reason what; names its point, its verdict and what to do
 * @param values what stands in its sentence: text of a device among them is not neutralised
 */
public record AuditFinding(AuditReason reason, List<String> values) {
    public AuditFinding {
        values = List.copyOf(values);
    }

    static AuditFinding of(AuditReason reason, Object... values) {
        List<String> texts = new ArrayList<>(values.length);
        for (Object value : values) {
            texts.add(String.valueOf(value));
        }
        return new AuditFinding(reason, texts);
    }

    public AuditPoint point() {
        return reason.point();
    }

    public AuditVerdict verdict() {
        return reason.verdict();
    }

    /** What was found, in the reader's words. */
    public Message found() {
        return reason.with(values.toArray());
    }

    /** What to do, in the reader's words; empty where all is well. */
    public Message todo() {
        return reason.todo().with();
    }
}
