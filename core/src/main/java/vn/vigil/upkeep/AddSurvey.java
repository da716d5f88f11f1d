package vn.vigil.upkeep;

import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.Message;

/**
 * What is told of a surveyed position, or put right about one; in a correction null leaves a field as it is.
 *
 * @param priority null: medium
 * @param photo a path or words; or null
 * @param surveyedBy id or name of a member; null: who acts
 * @param day when; null: today
 * @param camera of the inventory (the caller has looked) that it concerns; null: a new one
 * @param estimatedCost an amount as {@link vn.vigil.text.Dong} reads it, or null
 * @param misread what of the input could not be read, told together with the other faults
 */
public record AddSurvey(
        String place,
        String reason,
        Priority priority,
        String photo,
        String surveyedBy,
        LocalDate day,
        CameraId camera,
        String estimatedCost,
        List<Message> misread) {
    public AddSurvey {
        misread = List.copyOf(misread);
    }
}
