package vn.vigil.document;

import vn.vigil.base.Message;
import vn.vigil.base.Severity;

/**
 * One departure from the form of papers.
 *
 * @param severity CRITICAL when the decree says otherwise, WARNING when a person should look
 * @param point what was looked at
 * @param place the words it is about, or empty for the whole paper
 * @param what the finding
 * @param source where the rule stands: {@code "NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II.1"}
 */
public record FormFinding(Severity severity, FormPoint point, String place, Message what, String source) {}
