package vn.vigil.camera;

import java.time.Instant;
import java.time.ZoneId;

/** Puts the forms of inventory files to an inventory that is still empty. */
final class ImportFiles {
    static final FieldReader READER =
            new FieldReader(Instant.parse("2026-03-02T07:05:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"), false);

    private ImportFiles() {}

    static FormJudge.Judged judged(CameraForm form) {
        return FormJudge.judge(form, FormJudge.blank(form.id()), false, READER);
    }
}
