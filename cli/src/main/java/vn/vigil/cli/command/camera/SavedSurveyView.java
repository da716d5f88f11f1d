package vn.vigil.cli.command.camera;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.upkeep.SavedSurvey;
import vn.vigil.upkeep.Survey;

/** What became of a change to a survey. */
record SavedSurveyView(boolean dryRun, UpkeepViewText changed, UpkeepViewText would) implements View<SavedSurvey> {
    @Override
    public void text(SavedSurvey saved, Out out) {
        Survey s = saved.survey();
        out.line(
                (saved.unchanged() ? UpkeepViewText.UNCHANGED : dryRun ? would : changed).with(s.id(), s.place()),
                Tone.STRONG);
        if (!saved.unchanged()) {
            WorkView.pair(out, UpkeepViewText.SURVEY, s.id());
            WorkView.pair(out, UpkeepViewText.STATE, out.text(WorkWords.state(s)));
            WorkView.pair(out, UpkeepViewText.PRIORITY, out.text(WorkWords.priority(s.priority())));
            WorkView.pair(out, UpkeepViewText.PLACE, s.place());
            WorkView.pair(out, UpkeepViewText.WHY, s.reason());
            WorkView.pair(out, UpkeepViewText.CONCERNS, s.camera());
            WorkView.pair(out, UpkeepViewText.ESTIMATED_COST, WorkWords.money(s.estimatedCost(), out));
            WorkView.photo(s.photo(), out);
            WorkView.pair(out, UpkeepViewText.SURVEYED_BY, s.surveyedBy());
            WorkView.pair(out, UpkeepViewText.SURVEYED_ON, s.day());
        }
    }

    @Override
    public void json(SavedSurvey saved, Json json) {
        json.field("outcome", saved.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
        json.object("survey");
        fields(saved.survey(), json);
        json.end();
    }

    /** The fields of a survey's JSON object. */
    static void fields(Survey s, Json json) {
        json.field("id", s.id().toString())
                .field("state", s.state().word())
                .field("priority", s.priority().word())
                .field("place", s.place())
                .field("why", s.reason());
        WorkView.text(json, "camera", s.camera());
        WorkView.whole(json, "estimatedCost", s.estimatedCost());
        WorkView.photo(s.photo(), json);
        json.field("surveyedBy", s.surveyedBy().value())
                .field("surveyedOn", s.day().toString())
                .field("enteredAt", s.enteredAt())
                .field("enteredBy", s.enteredBy())
                .field("proposedAt", s.proposedAt())
                .field("proposedBy", s.proposedBy());
    }
}
