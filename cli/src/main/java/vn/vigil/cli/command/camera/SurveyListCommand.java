package vn.vigil.cli.command.camera;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.upkeep.Priority;
import vn.vigil.upkeep.Survey;
import vn.vigil.upkeep.SurveyState;

/** {@code vigil camera survey list}: the surveyed positions, those that need a camera most first. */
@Command(name = "list")
public final class SurveyListCommand extends ListCommand {
    @Option(names = "--state", paramLabel = "STATE")
    private SurveyState state;

    @Override
    protected ExitCode run() {
        List<Survey> surveys = vigil().upkeep().surveys(state);
        if (surveys.isEmpty()) {
            note(UpkeepViewText.NO_SURVEYS.with());
        }
        out().list("camera.survey.list", "surveys", surveys, new SurveyRow(out()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    private record SurveyRow(Out out) implements RowView<Survey> {
        @Override
        public String[] columns() {
            return new String[] {
                "id",
                "state",
                "priority",
                "place",
                "why",
                "camera",
                "estimatedCost",
                "photo",
                "surveyedBy",
                "surveyedOn",
                "proposedAt"
            };
        }

        @Override
        public MessageKey[] headings() {
            return new MessageKey[] {
                UpkeepViewText.SURVEY,
                UpkeepViewText.STATE,
                UpkeepViewText.PRIORITY,
                UpkeepViewText.PLACE,
                UpkeepViewText.WHY,
                UpkeepViewText.CONCERNS,
                UpkeepViewText.ESTIMATED_COST,
                UpkeepViewText.SURVEYED_BY,
                UpkeepViewText.SURVEYED_ON
            };
        }

        @Override
        public void cells(Survey s, Cells cells) {
            cells.add(s.id().toString());
            if (cells.forPeople()) {
                cells.add(out.text(WorkWords.state(s)))
                        .add(
                                out.text(WorkWords.priority(s.priority())),
                                s.priority() == Priority.HIGH ? Tone.WARNING : Tone.PLAIN);
            } else {
                cells.add(s.state().word()).add(s.priority().word());
            }
            cells.add(s.place())
                    .add(s.reason())
                    .add(s.camera() == null ? null : s.camera().value());
            if (cells.forPeople()) {
                cells.add(WorkWords.money(s.estimatedCost(), out));
            } else {
                cells.add(s.estimatedCost() == null ? null : s.estimatedCost().toString())
                        .add(s.photo() == null ? null : s.photo().reference());
            }
            cells.add(s.surveyedBy().value()).add(s.day().toString());
            if (!cells.forPeople()) {
                cells.add(s.proposedAt() == null ? null : out.time(s.proposedAt()));
            }
        }

        @Override
        public void json(Survey s, Json json) {
            SavedSurveyView.fields(s, json);
        }
    }
}
