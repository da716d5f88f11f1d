package vn.vigil.upkeep;

import java.time.Instant;
import java.time.LocalDate;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;

/**
 * A position surveyed for a new or moved camera, as last corrected.
 *
 * @param photo or null
 * @param day when it was surveyed, in the site's zone
 * @param camera the camera it concerns; null: a new one
 * @param estimatedCost đồng, or null when nobody said
 * @param enteredBy member id
 * @param proposedAt when it was marked for the next meeting; null: not yet
 * @param proposedBy member id, or null
 */
public record Survey(
        CaseId id,
        String place,
        String reason,
        Priority priority,
        Photo photo,
        MemberId surveyedBy,
        LocalDate day,
        CameraId camera,
        Long estimatedCost,
        Instant enteredAt,
        String enteredBy,
        Instant proposedAt,
        String proposedBy) {
    public SurveyState state() {
        return proposedAt == null ? SurveyState.SURVEYED : SurveyState.PROPOSED;
    }
}
