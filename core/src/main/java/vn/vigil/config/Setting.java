package vn.vigil.config;

import vn.vigil.base.MessageKey;

/** Every setting there is. Its meaning stands in the catalogue {@code setting}. */
public enum Setting implements MessageKey {
    /** Language of sentences; unset, the user's own locale decides. */
    LANG("lang", Kind.LANG, null),
    /** Zone in which local times are read and printed. */
    ZONE("zone", Kind.ZONE, "Asia/Ho_Chi_Minh"),
    /** {@code sqlite} for the file in the home, or {@code jdbc:postgresql://HOST[:PORT]/DATABASE[?…]}. */
    STORE_URL("store.url", Kind.STORE, "sqlite"),
    STORE_USER("store.user", Kind.TEXT, null),
    STORE_PASSWORD_FILE("store.password-file", Kind.PATH, null),
    /** Opens the vault by a passphrase instead of the key file. */
    SECRET_PASSPHRASE_FILE("secret.passphrase-file", Kind.PATH, null),
    /** Timestamp authority (RFC 3161); none when unset. */
    TSA_URL("tsa.url", Kind.URL, null),
    /** When the staff is busy with the day job (clause 3a), in the words that {@code roster member hours} takes. */
    OFFICE_HOURS("office-hours", Kind.TEXT, "Mon-Fri 07:30-11:30 13:00-17:00"),
    /** How long one camera may take to answer a check. */
    CAMERA_TIMEOUT("camera.timeout", Kind.DURATION, "10s"),
    /** May the Basic scheme be answered over plain connections, where a camera offers nothing else? */
    CAMERA_BASIC_ALLOWED("camera.basic-allowed", Kind.BOOLEAN, "false"),
    /** So many bad looks among the last so many settle an outage. */
    CAMERA_CONFIRM_DOWN("camera.confirm-down", Kind.TEXT, "1/1"),
    /** The same for a fault of picture, clock or transport. */
    CAMERA_CONFIRM_DEGRADED("camera.confirm-degraded", Kind.TEXT, "2/3"),
    /** So many good looks in a row end a fault. */
    CAMERA_CONFIRM_RECOVERY("camera.confirm-recovery", Kind.TEXT, "3"),
    /** Most sessions that checks hold at once with one host: recorders have few to give. */
    CAMERA_SESSIONS_PER_HOST("camera.sessions-per-host", Kind.COUNT, "8"),
    /** How often a check asks what a camera's recorder holds. */
    CAMERA_ASK_RECORDER("camera.ask-recorder", Kind.DURATION, "6h"),
    /** So long at most one look vouches for a camera's state. */
    CAMERA_LOOK_HOLDS("camera.look-holds", Kind.DURATION, "15m"),
    /** So long every single look is kept; hours and days are kept longer. */
    CAMERA_KEEP_LOOKS("camera.keep-looks", Kind.DURATION, "7d"),
    /** So often an alert that nobody has acknowledged is sent again. */
    ALERT_REPEAT("alert.repeat", Kind.DURATION, "1h"),
    /** So long an alert waits for an answer before it goes one level up. */
    ALERT_ESCALATE_AFTER("alert.escalate-after", Kind.DURATION, "30m"),
    /** A message that waits longer than this is an alert of its own. */
    ALERT_MAIL_AGE("alert.mail-age", Kind.DURATION, "30m"),
    /** Kinds of duty whose holders say that they came; what is not among them counts as kept when it was planned. */
    ROSTER_CHECKIN("roster.checkin", Kind.TEXT, "on-site by-telephone"),
    /** Nearer than this to its beginning only a leader changes a duty. */
    ROSTER_SWAP_CUTOFF("roster.swap-cutoff", Kind.DURATION, "12h"),
    /** What taking over a watch asks for: {@code pin} (or paper), or {@code key}. */
    HANDOVER_PROOF("handover.proof", Kind.TEXT, "pin"),
    /** So often each essential camera is checked by the person on watch. */
    ROUND_EVERY("round.every", Kind.DURATION, "4h"),
    /** The site's own kinds of incidents, beside those of the regulation. */
    INCIDENT_KINDS("incident.kinds", Kind.PATH, null),
    /** So much footage before an incident is held. */
    INCIDENT_HOLD_BEFORE("incident.hold-before", Kind.DURATION, "10m"),
    /** So much footage after it is held. */
    INCIDENT_HOLD_AFTER("incident.hold-after", Kind.DURATION, "20m"),
    /** The day on which the regulation came into force: before it nothing is due. */
    REGULATION_FROM("regulation.from", Kind.DAY, "2022-08-08"),
    /** When the core team meets each quarter: {@code first-monday} or {@code first-working-day} (A3). */
    MEETING_CORE_DAY("meeting.core-day", Kind.CORE_DAY, "first-monday"),
    /** Who keeps the minutes when nobody else is named. */
    MEETING_SECRETARY("meeting.secretary", Kind.TEXT, null),
    /** Fewer than this share of those who belong there is remarked, in percent (A12). */
    MEETING_QUORUM("meeting.quorum", Kind.COUNT, "50"),
    /** The least share of the checked time with a picture, in percent. */
    REPORT_AVAILABILITY("report.availability", Kind.COUNT, "99"),
    /** The same for cameras at essential places. */
    REPORT_AVAILABILITY_ESSENTIAL("report.availability-essential", Kind.COUNT, "99"),
    /** So soon after it was noticed something is to be done about an incident. */
    REPORT_FIRST_ACTION("report.first-action", Kind.DURATION, "15m"),
    /** The least share of incidents of which that holds, in percent. */
    REPORT_FIRST_ACTION_SHARE("report.first-action-share", Kind.COUNT, "90"),
    /** The least share of due actions done by their day, in percent. */
    REPORT_ACTIONS_IN_TIME("report.actions-in-time", Kind.COUNT, "90"),
    /** Minutes are issued so many days after their meeting. */
    REPORT_MINUTES_DAYS("report.minutes-days", Kind.COUNT, "7"),
    /** How many people work here; unset, no share of the staff is told. */
    REPORT_HEADCOUNT("report.headcount", Kind.COUNT, null),
    /** Whether quarters and years are cut by the State's rule for periodic reports (A18). */
    REPORT_STATE_PERIODS("report.state-periods", Kind.BOOLEAN, "false"),
    /** Who compiles reports: a member's id; unset, the committee's deputy head (clause 6.2a). */
    REPORT_COMPILER("report.compiler", Kind.TEXT, null),
    /** The legal bases of papers: a text file, a line each: first day, tab, last day or nothing, tab, the basis. */
    REPORT_BASES("report.bases", Kind.PATH, null),
    /** Whether duties that the regulation does not date are listed. */
    DUTY_RECOMMENDED("duty.recommended", Kind.BOOLEAN, "true"),
    /** The month in which next year's budget is proposed, 1 to 12. */
    DUTY_BUDGET_MONTH("duty.budget-month", Kind.COUNT, "10"),
    /** Where finished packages go; unset, the home's own folder. */
    EXTRACT_DIR("extract.dir", Kind.PATH, null),
    /** The longest live recording one approval may cover. */
    EXTRACT_MAX_LIVE("extract.max-live", Kind.DURATION, "1h"),
    /** How an approval may be given: {@code paper} or by key, or by {@code key} only. */
    EXTRACT_APPROVAL("extract.approval", Kind.TEXT, "paper"),
    /** So soon after an emergency request its paper must be there. */
    EXTRACT_REGULARISE("extract.regularise-within", Kind.DURATION, "24h"),
    /** PKCS#11 library by which tokens are spoken to that hold people's keys; named in each call when unset. */
    TOKEN_MODULE("token.module", Kind.PATH, null),
    /** Mail server; no mail is sent when unset. */
    MAIL_HOST("mail.host", Kind.TEXT, null),
    /** Unset, the usual port of {@link #MAIL_TLS}. */
    MAIL_PORT("mail.port", Kind.PORT, null),
    MAIL_TLS("mail.tls", Kind.MAIL_TLS, "starttls"),
    /** Public key of a mail server whose certificate no public authority issued. */
    MAIL_PIN("mail.pin", Kind.PIN, null),
    MAIL_FROM("mail.from", Kind.TEXT, null),
    MAIL_USER("mail.user", Kind.TEXT, null),
    MAIL_PASSWORD_FILE("mail.password-file", Kind.PATH, null),
    WEBHOOK_URL("webhook.url", Kind.URL, null),
    WEBHOOK_PIN("webhook.pin", Kind.PIN, null),
    /** Key of the signature over what is posted. */
    WEBHOOK_SECRET_FILE("webhook.secret-file", Kind.PATH, null),
    /** Program run for each message to the command channel. */
    NOTIFY_COMMAND("notify.command", Kind.PATH, null);

    /** What a value must look like. */
    enum Kind {
        TEXT,
        LANG,
        ZONE,
        STORE,
        PATH,
        URL,
        DURATION,
        BOOLEAN,
        PORT,
        COUNT,
        DAY,
        CORE_DAY,
        MAIL_TLS,
        PIN
    }

    private final String key;
    private final Kind kind;
    private final String byDefault;

    Setting(String key, Kind kind, String byDefault) {
        this.key = key;
        this.kind = kind;
        this.byDefault = byDefault;
    }

    /** The name in settings files, {@code store.url}. */
    public String key() {
        return key;
    }

    /** The environment variable, {@code VIGIL_STORE_URL}. */
    public String variable() {
        return "VIGIL_"
                + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The value when nobody sets one; null when there is none. */
    public String byDefault() {
        return byDefault;
    }

    Kind kind() {
        return kind;
    }

    @Override
    public String catalogue() {
        return "setting";
    }
}
