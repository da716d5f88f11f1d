package vn.vigil.cli;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.cli.command.CommandBase;

/**
 * Every verb: the words the user types and the class that serves them, in the order that help lists them. Only the class that
 * the arguments name is ever loaded, hence names and not class literals. A test makes each of them.
 */
public final class Commands {
    private static final String PACKAGE = "vn.vigil.cli.command.";

    /** Words, class. One line a verb. */
    private static final String[] TABLE = {
        "init", "site.InitCommand",
        "import", "site.ImportCommand",
        "roster setup", "roster.SetupCommand",
        "roster generate", "roster.RosterGenerateCommand",
        "roster simulate", "roster.RosterSimulateCommand",
        "roster list", "roster.RosterListCommand",
        "roster show", "roster.RosterShowCommand",
        "roster check", "roster.RosterCheckCommand",
        "roster explain", "roster.RosterExplainCommand",
        "roster fairness", "roster.RosterFairnessCommand",
        "roster publish", "roster.RosterPublishCommand",
        "roster diff", "roster.RosterDiffCommand",
        "roster print", "roster.paper.RosterPrintCommand",
        "roster export", "roster.paper.RosterExportCommand",
        "roster notice", "roster.paper.RosterNoticeCommand",
        "roster import", "roster.paper.RosterImportCommand",
        "roster assign", "roster.RosterAssignCommand",
        "roster clear", "roster.RosterClearCommand",
        "roster lock", "roster.RosterLockCommand",
        "roster unlock", "roster.RosterUnlockCommand",
        "roster correct", "roster.RosterCorrectCommand",
        "roster now", "roster.NowCommand",
        "roster next", "roster.NextCommand",
        "roster who", "roster.WhoCommand",
        "roster checkin", "roster.CheckinCommand",
        "roster checkout", "roster.CheckoutCommand",
        "roster absent", "roster.AbsentCommand",
        "roster sick", "roster.SickCommand",
        "roster take", "roster.TakeCommand",
        "roster swap request", "roster.SwapRequestCommand",
        "roster swap accept", "roster.SwapAcceptCommand",
        "roster swap approve", "roster.SwapApproveCommand",
        "roster swap cancel", "roster.SwapCancelCommand",
        "roster swap list", "roster.SwapListCommand",
        "roster override add", "roster.OverrideAddCommand",
        "roster override list", "roster.OverrideListCommand",
        "roster override withdraw", "roster.OverrideWithdrawCommand",
        "roster handover open", "roster.HandoverOpenCommand",
        "roster handover note", "roster.HandoverNoteCommand",
        "roster handover accept", "roster.HandoverAcceptCommand",
        "roster handover close", "roster.HandoverCloseCommand",
        "roster handover show", "roster.HandoverShowCommand",
        "roster handover list", "roster.HandoverListCommand",
        "roster round", "roster.RoundCommand",
        "roster rounds list", "roster.RoundsListCommand",
        "roster rounds due", "roster.RoundsDueCommand",
        "roster remind", "roster.RemindCommand",
        "roster log", "roster.LogCommand",
        "roster attendance list", "roster.AttendanceListCommand",
        "roster attendance correct", "roster.AttendanceCorrectCommand",
        "roster coverage", "roster.CoverageCommand",
        "roster member add", "roster.MemberAddCommand",
        "roster member list", "roster.MemberListCommand",
        "roster member correct", "roster.MemberCorrectCommand",
        "roster member show", "roster.MemberShowCommand",
        "roster member appoint", "roster.MemberAppointCommand",
        "roster member relieve", "roster.MemberRelieveCommand",
        "roster member end", "roster.MemberEndCommand",
        "roster member enrol", "roster.MemberEnrolCommand",
        "roster member hours", "roster.MemberHoursCommand",
        "roster member import", "roster.MemberImportCommand",
        "roster member export", "roster.MemberExportCommand",
        "roster member pin set", "roster.PinSetCommand",
        "roster member pin reset", "roster.PinResetCommand",
        "roster member pin confirm", "roster.PinConfirmCommand",
        "roster absence add", "roster.AbsenceAddCommand",
        "roster absence list", "roster.AbsenceListCommand",
        "roster absence correct", "roster.AbsenceCorrectCommand",
        "roster absence end", "roster.AbsenceEndCommand",
        "roster delegate add", "roster.DelegateAddCommand",
        "roster delegate list", "roster.DelegateListCommand",
        "roster delegate correct", "roster.DelegateCorrectCommand",
        "roster delegate end", "roster.DelegateEndCommand",
        "roster body add", "roster.BodyAddCommand",
        "roster body list", "roster.BodyListCommand",
        "roster body correct", "roster.BodyCorrectCommand",
        "roster body end", "roster.BodyEndCommand",
        "roster post add", "roster.PostAddCommand",
        "roster post list", "roster.PostListCommand",
        "roster post edit", "roster.PostEditCommand",
        "roster post end", "roster.PostEndCommand",
        "roster post export", "roster.PostExportCommand",
        "roster post import", "roster.PostImportCommand",
        "roster shift add", "roster.ShiftAddCommand",
        "roster shift list", "roster.ShiftListCommand",
        "roster shift edit", "roster.ShiftEditCommand",
        "roster shift end", "roster.ShiftEndCommand",
        "roster shift export", "roster.ShiftExportCommand",
        "roster shift import", "roster.ShiftImportCommand",
        "roster pattern add", "roster.PatternAddCommand",
        "roster pattern list", "roster.PatternListCommand",
        "roster pattern show", "roster.PatternShowCommand",
        "roster pattern remove", "roster.PatternRemoveCommand",
        "roster pattern export", "roster.PatternExportCommand",
        "roster pattern import", "roster.PatternImportCommand",
        "roster watcher set", "roster.WatcherSetCommand",
        "roster watcher list", "roster.WatcherListCommand",
        "roster leave add", "roster.LeaveAddCommand",
        "roster leave list", "roster.LeaveListCommand",
        "roster leave withdraw", "roster.LeaveWithdrawCommand",
        "roster leave export", "roster.LeaveExportCommand",
        "roster leave import", "roster.LeaveImportCommand",
        "roster request add", "roster.RequestAddCommand",
        "roster request list", "roster.RequestListCommand",
        "roster request withdraw", "roster.RequestWithdrawCommand",
        "roster request export", "roster.RequestExportCommand",
        "roster request import", "roster.RequestImportCommand",
        "roster rule use", "roster.RuleUseCommand",
        "roster rule set", "roster.RuleSetCommand",
        "roster rule list", "roster.RuleListCommand",
        "roster rule export", "roster.RuleExportCommand",
        "roster holiday list", "roster.HolidayListCommand",
        "roster holiday add", "roster.HolidayAddCommand",
        "roster holiday remove", "roster.HolidayRemoveCommand",
        "roster holiday import", "roster.HolidayImportCommand",
        "roster holiday export", "roster.HolidayExportCommand",
        "roster holiday months", "roster.HolidayMonthsCommand",
        "roster holiday lunar", "roster.HolidayLunarCommand",
        "roster solve", "roster.RosterSolveCommand",
        "camera add", "camera.CameraAddCommand",
        "camera list", "camera.CameraListCommand",
        "camera import", "camera.CameraImportCommand",
        "camera discover", "camera.CameraDiscoverCommand",
        "camera edit", "camera.CameraEditCommand",
        "camera remove", "camera.CameraRemoveCommand",
        "camera show", "camera.CameraShowCommand",
        "camera credential set", "camera.CredentialSetCommand",
        "camera credential forget", "camera.CredentialForgetCommand",
        "camera credential test", "camera.CredentialTestCommand",
        "camera credential rotate", "camera.CredentialRotateCommand",
        "camera credential release", "camera.CredentialReleaseCommand",
        "camera check", "camera.CameraCheckCommand",
        "camera alert list", "alert.AlertListCommand",
        "camera alert show", "alert.AlertShowCommand",
        "camera alert ack", "alert.AlertAckCommand",
        "camera alert close", "alert.AlertCloseCommand",
        "camera alert resend", "alert.AlertResendCommand",
        "camera alert test", "alert.AlertTestCommand",
        "camera audit", "camera.CameraAuditCommand",
        "camera snapshot", "camera.CameraSnapshotCommand",
        "camera baseline show", "camera.BaselineShowCommand",
        "camera baseline set", "camera.BaselineSetCommand",
        "camera baseline accept", "camera.BaselineAcceptCommand",
        "camera simulate", "camera.CameraSimulateCommand",
        "camera maintain plan", "camera.MaintainPlanCommand",
        "camera maintain done", "camera.MaintainDoneCommand",
        "camera maintain cancel", "camera.MaintainCancelCommand",
        "camera maintain correct", "camera.MaintainCorrectCommand",
        "camera maintain list", "camera.MaintainListCommand",
        "camera maintain show", "camera.MaintainShowCommand",
        "camera maintain cost", "camera.MaintainCostCommand",
        "camera survey add", "camera.SurveyAddCommand",
        "camera survey propose", "camera.SurveyProposeCommand",
        "camera survey correct", "camera.SurveyCorrectCommand",
        "camera survey list", "camera.SurveyListCommand",
        "camera doctor", "camera.CameraDoctorCommand",
        "camera clock", "camera.CameraClockCommand",
        "camera recordings", "camera.CameraRecordingsCommand",
        "camera ready", "camera.CameraReadyCommand",
        "camera history", "camera.CameraHistoryCommand",
        "incident open", "incident.IncidentOpenCommand",
        "incident list", "incident.IncidentListCommand",
        "incident show", "incident.IncidentShowCommand",
        "incident note", "incident.IncidentNoteCommand",
        "incident link", "incident.IncidentLinkCommand",
        "incident assign", "incident.IncidentAssignCommand",
        "incident task add", "incident.TaskAddCommand",
        "incident task done", "incident.TaskDoneCommand",
        "incident task drop", "incident.TaskDropCommand",
        "incident task list", "incident.TaskListCommand",
        "incident dispatch", "incident.IncidentDispatchCommand",
        "incident notify", "incident.IncidentNotifyCommand",
        "incident hold", "incident.IncidentHoldCommand",
        "incident close", "incident.IncidentCloseCommand",
        "incident correct", "incident.IncidentCorrectCommand",
        "incident verify", "incident.IncidentVerifyCommand",
        "incident export", "incident.IncidentExportCommand",
        "incident tip add", "incident.TipAddCommand",
        "incident tip more", "incident.TipMoreCommand",
        "incident tip list", "incident.TipListCommand",
        "incident tip show", "incident.TipShowCommand",
        "incident tip source", "incident.TipSourceCommand",
        "incident tip close", "incident.TipCloseCommand",
        "extract call", "extract.ExtractCallCommand",
        "extract can", "extract.ExtractCanCommand",
        "extract request", "extract.ExtractRequestCommand",
        "extract approve", "extract.ExtractApproveCommand",
        "extract refuse", "extract.ExtractRefuseCommand",
        "extract withdraw", "extract.ExtractWithdrawCommand",
        "extract regularise", "extract.ExtractRegulariseCommand",
        "extract run", "extract.ExtractRunCommand",
        "extract upgrade", "extract.ExtractUpgradeCommand",
        "extract countersign", "extract.ExtractCountersignCommand",
        "extract deliver", "extract.ExtractDeliverCommand",
        "extract receipt", "extract.ExtractReceiptCommand",
        "extract outcome", "extract.ExtractOutcomeCommand",
        "extract log", "extract.ExtractLogCommand",
        "extract check", "extract.ExtractCheckCommand",
        "extract list", "extract.ExtractListCommand",
        "extract show", "extract.ExtractShowCommand",
        "extract verify", "extract.ExtractVerifyCommand",
        "extract open", "extract.ExtractOpenCommand",
        "extract hold", "extract.HoldCommand",
        "extract hold list", "extract.HoldListCommand",
        "extract hold show", "extract.HoldShowCommand",
        "extract hold retry", "extract.HoldRetryCommand",
        "extract hold verify", "extract.HoldVerifyCommand",
        "extract release", "extract.ReleaseCommand",
        "extract archive", "extract.ArchiveCommand",
        "extract view", "extract.ExtractViewCommand",
        "extract redact", "extract.ExtractRedactCommand",
        "extract key init", "extract.KeyInitCommand",
        "extract key request", "extract.KeyRequestCommand",
        "extract key install", "extract.KeyInstallCommand",
        "extract key list", "extract.KeyListCommand",
        "extract key revoke", "extract.KeyRevokeCommand",
        "extract key confirm", "extract.KeyConfirmCommand",
        "meeting due", "meeting.DueCommand",
        "meeting plan", "meeting.PlanCommand",
        "meeting invite", "meeting.InviteCommand",
        "meeting postpone", "meeting.PostponeCommand",
        "meeting cancel", "meeting.CancelCommand",
        "meeting prepare", "meeting.PrepareCommand",
        "meeting open", "meeting.OpenCommand",
        "meeting attend", "meeting.AttendCommand",
        "meeting item", "meeting.ItemCommand",
        "meeting note", "meeting.NoteCommand",
        "meeting decide", "meeting.DecideCommand",
        "meeting close", "meeting.CloseCommand",
        "meeting minutes", "meeting.MinutesCommand",
        "meeting approve", "meeting.ApproveCommand",
        "meeting sign", "meeting.SignCommand",
        "meeting issue", "meeting.IssueCommand",
        "meeting erratum", "meeting.ErratumCommand",
        "meeting diff", "meeting.DiffCommand",
        "meeting list", "meeting.ListMeetingsCommand",
        "meeting show", "meeting.ShowCommand",
        "meeting verify", "meeting.VerifyCommand",
        "meeting export", "meeting.ExportCommand",
        "meeting actions", "meeting.ActionsCommand",
        "meeting action add", "meeting.ActionAddCommand",
        "meeting action note", "meeting.ActionNoteCommand",
        "meeting action done", "meeting.ActionDoneCommand",
        "meeting action drop", "meeting.ActionDropCommand",
        "meeting action move", "meeting.ActionMoveCommand",
        "meeting action assign", "meeting.ActionAssignCommand",
        "meeting action show", "meeting.ActionShowCommand",
        "meeting action export", "meeting.ActionExportCommand",
        "meeting proposal add", "meeting.ProposalAddCommand",
        "meeting proposal list", "meeting.ProposalListCommand",
        "meeting proposal show", "meeting.ProposalShowCommand",
        "meeting proposal answer", "meeting.ProposalAnswerCommand",
        "meeting proposal told", "meeting.ProposalToldCommand",
        "meeting proposal export", "meeting.ProposalExportCommand",
        "meeting petition add", "meeting.PetitionAddCommand",
        "meeting petition list", "meeting.PetitionListCommand",
        "meeting petition answer", "meeting.PetitionAnswerCommand",
        "meeting petition told", "meeting.PetitionToldCommand",
        "meeting petition source", "meeting.PetitionSourceCommand",
        "meeting supervise add", "meeting.SuperviseAddCommand",
        "meeting supervise list", "meeting.SuperviseListCommand",
        "report quarter", "report.QuarterCommand",
        "report interim", "report.InterimCommand",
        "report year", "report.YearReportCommand",
        "report custom", "report.CustomCommand",
        "report brief", "report.BriefCommand",
        "report explain", "report.ExplainCommand",
        "report due", "report.DueCommand",
        "report sign", "report.ReportSignCommand",
        "report issue", "report.ReportIssueCommand",
        "report verify", "report.ReportVerifyCommand",
        "report remark add", "report.RemarkAddCommand",
        "report remark list", "report.RemarkListCommand",
        "report remark withdraw", "report.RemarkWithdrawCommand",
        "report notice", "report.NoticeCommand",
        "report police", "report.PoliceCommand",
        "report plan", "report.ProgrammeCommand",
        "report submission", "report.SubmissionCommand",
        "report commend", "report.CommendCommand",
        "report register", "report.RegisterCommand",
        "report activity add", "report.ActivityAddCommand",
        "report activity list", "report.ActivityListCommand",
        "report activity correct", "report.ActivityCorrectCommand",
        "report pledge add", "report.PledgeAddCommand",
        "report pledge list", "report.PledgeListCommand",
        "report pledge withdraw", "report.PledgeWithdrawCommand",
        "report pledge form", "report.PledgeFormCommand",
        "report criteria import", "report.CriteriaImportCommand",
        "report criteria score", "report.CriteriaScoreCommand",
        "report criteria show", "report.CriteriaShowCommand",
        "report criteria export", "report.CriteriaExportCommand",
        "report status", "report.ReportStatusCommand",
        "report check", "report.ReportCheckCommand",
        "report render", "report.ReportRenderCommand",
        "config show", "site.ConfigShowCommand",
        "year open", "report.YearOpenCommand",
        "ledger verify", "ledger.LedgerVerifyCommand",
        "ledger list", "ledger.LedgerListCommand",
        "ledger checkpoint", "ledger.LedgerCheckpointCommand",
        "ledger export", "ledger.LedgerExportCommand",
        "ledger proof", "ledger.LedgerProofCommand",
        "help exit-codes", "help.ExitCodesCommand",
        "help environment", "help.EnvironmentCommand",
        "help time", "help.TimeCommand",
        "help clauses", "help.ClausesCommand",
        "demo", "demo.DemoCommand",
        "version", "site.VersionCommand",
    };

    private Commands() {}

    /** Every verb's words: {@code "camera add"}. */
    public static List<String> verbs() {
        List<String> verbs = new ArrayList<>(TABLE.length / 2);
        for (int i = 0; i < TABLE.length; i += 2) {
            verbs.add(TABLE[i]);
        }
        return verbs;
    }

    /** Whether these words are a verb. */
    static boolean isVerb(String words) {
        return at(words) >= 0;
    }

    /** Whether these words are a noun, or a group of verbs below one. */
    static boolean isGroup(String words) {
        for (int i = 0; i < TABLE.length; i += 2) {
            if (TABLE[i].length() > words.length()
                    && TABLE[i].startsWith(words)
                    && TABLE[i].charAt(words.length()) == ' ') {
                return true;
            }
        }
        return false;
    }

    /** The words that may follow these; {@code ""} for the first. */
    public static List<String> below(String group) {
        List<String> words = new ArrayList<>();
        int skip = group.isEmpty() ? 0 : group.length() + 1;
        for (int i = 0; i < TABLE.length; i += 2) {
            if (group.isEmpty() || TABLE[i].startsWith(group + " ")) {
                int end = TABLE[i].indexOf(' ', skip);
                String word = TABLE[i].substring(skip, end < 0 ? TABLE[i].length() : end);
                if (!words.contains(word)) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    /** A fresh command for a verb's words. */
    public static CommandBase create(String words) {
        String name = PACKAGE + TABLE[at(words) + 1];
        try {
            return (CommandBase) Class.forName(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no command class " + name, e);
        }
    }

    private static int at(String words) {
        for (int i = 0; i < TABLE.length; i += 2) {
            if (TABLE[i].equals(words)) {
                return i;
            }
        }
        return -1;
    }
}
