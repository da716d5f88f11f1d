package vn.vigil.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Option;
import vn.vigil.app.Vigil;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.cli.terminal.Colour;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.ProgressBar;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.cli.terminal.Streams;
import vn.vigil.cli.view.Format;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.config.PrivateFiles;
import vn.vigil.config.Setting;
import vn.vigil.people.Actor;
import vn.vigil.text.Lang;
import vn.vigil.text.Neutral;
import vn.vigil.text.Texts;
import vn.vigil.text.TimeText;

/**
 * What every verb has: the global flags, the opened site, the output, questions and progress.
 *
 * <h2>How to add a verb</h2>
 *
 * <ol>
 *   <li>One class in {@code vn.vigil.cli.command.<feature>}, {@code @Command} of picocli, fields with {@code @Option} and
 *       {@code @Parameters} (give each a {@code paramLabel}; no {@code description}: sentences stand in the catalogues). In
 *       {@link #run()}: build one request record, call one facade of {@link #vigil()}, show the result with
 *       {@link Out#show} or {@link Out#list}, return the exit code. Failures are {@code VigilException}s; nobody prints them
 *       but {@code Main}.
 *   <li>One line in {@code vn.vigil.cli.Commands}: the words the user types and the class.
 *   <li>Help in both languages, {@code vn/vigil/cli/help/<noun>.en.properties} and {@code .vi.properties}; a verb without a
 *       noun has a file of its own. For {@code vigil camera add}: {@code camera.add} (one line), {@code camera.add.description},
 *       {@code camera.add.--url} for each option by its long name, {@code camera.add.CAMERA} for each parameter by its label,
 *       {@code camera.add.example.1} and so on. Every group of verbs has its one line too: {@code camera},
 *       {@code roster.member}.
 *   <li>{@code scripts/generate}, which writes manual pages, completion and reference anew; the census test tells what is
 *       missing.
 * </ol>
 *
 * A verb that judges (exit codes of Nagios) overrides {@link #check()}; a list extends {@link ListCommand}; a verb that can end
 * with codes of its own names them in {@link #exits()}; one that requires no argument says so in {@link #plain()} and starts
 * quicker.
 */
public abstract class CommandBase {
    private static final int JSON = 1;
    private static final int QUIET = 1 << 1;
    private static final int VERBOSE = 1 << 2;
    private static final int DRY_RUN = 1 << 3;
    private static final int YES = 1 << 4;
    private static final int NO_INPUT = 1 << 5;
    private static final int HOME = 1 << 6;
    private static final int CONFIG = 1 << 7;
    private static final int AS = 1 << 8;
    private static final int LANGUAGE = 1 << 9;
    private static final int VALUED = HOME | CONFIG | AS | LANGUAGE;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--lang", paramLabel = "LANG")
    private Lang lang;

    @Option(names = "--as", paramLabel = "PERSON")
    private String as;

    @Option(names = "--home", paramLabel = "DIR")
    private Path home;

    @Option(names = "--config", paramLabel = "FILE")
    private Path config;

    @Option(names = {"-q", "--quiet"})
    private boolean quiet;

    @Option(names = {"-v", "--verbose"})
    private boolean verbose;

    @Option(names = {"-n", "--dry-run"})
    private boolean dryRun;

    @Option(names = {"-y", "--yes"})
    private boolean yes;

    @Option(names = "--no-input")
    private boolean noInput;

    @Option(names = "--color", paramLabel = "WHEN")
    private Colour colour = Colour.AUTO;

    private World world;
    private Streams streams;
    private Lang spoken;
    private Vigil vigil;
    private Out out;
    private Prompt prompt;
    private ProgressBar progress;

    /** Does the work. Called once, on one thread. */
    protected abstract ExitCode run() throws Exception;

    /** The codes this verb can end with besides {@link #COMMON_EXITS}, for its help. */
    public List<ExitCode> exits() {
        return List.of();
    }

    /** What any verb can end with. */
    public static final List<ExitCode> COMMON_EXITS =
            List.of(ExitCode.OK, ExitCode.FAILED, ExitCode.USAGE, ExitCode.BUG, ExitCode.INTERRUPTED);

    /** Whether this verb judges, so that its exit codes are those of Nagios. */
    public boolean check() {
        return false;
    }

    /** The words after {@code --format} that this verb knows; empty when it has no such option. */
    protected Format format() {
        return null;
    }

    /**
     * Whether the verb can run without any argument of its own, so that {@link #take} may stand in for the parser. Only a verb
     * that requires nothing may say so.
     */
    protected boolean plain() {
        return false;
    }

    /**
     * Takes arguments that are nothing but flags every verb has, each at most once, as picocli would take them, which is then
     * not loaded: its start costs more than a list does. Called by {@code Arguments}.
     *
     * @return false when something else is among them; nothing is taken then
     */
    public final boolean take(List<String> args) {
        if (!plain()) {
            return false;
        }
        int given = 0;
        for (int i = 0; i < args.size(); i++) {
            int bit = bit(args.get(i));
            if (bit == 0 || (given & bit) != 0 || (bit & VALUED) != 0 && !isValue(bit, args, ++i)) {
                return false;
            }
            given |= bit;
        }
        json = (given & JSON) != 0;
        quiet = (given & QUIET) != 0;
        verbose = (given & VERBOSE) != 0;
        dryRun = (given & DRY_RUN) != 0;
        yes = (given & YES) != 0;
        noInput = (given & NO_INPUT) != 0;
        for (int i = 0; i < args.size(); i++) {
            switch (bit(args.get(i))) {
                case HOME -> home = Path.of(args.get(++i));
                case CONFIG -> config = Path.of(args.get(++i));
                case AS -> as = args.get(++i);
                case LANGUAGE -> lang = args.get(++i).equals("vi") ? Lang.VI : Lang.EN;
                default -> {}
            }
        }
        return true;
    }

    private static boolean isValue(int bit, List<String> args, int at) {
        if (at == args.size() || args.get(at).isEmpty() || args.get(at).charAt(0) == '-') {
            return false;
        }
        return bit != LANGUAGE || args.get(at).equals("vi") || args.get(at).equals("en");
    }

    private static int bit(String arg) {
        return switch (arg) {
            case "--json" -> JSON;
            case "-q", "--quiet" -> QUIET;
            case "-v", "--verbose" -> VERBOSE;
            case "-n", "--dry-run" -> DRY_RUN;
            case "-y", "--yes" -> YES;
            case "--no-input" -> NO_INPUT;
            case "--home" -> HOME;
            case "--config" -> CONFIG;
            case "--as" -> AS;
            case "--lang" -> LANGUAGE;
            default -> 0;
        };
    }

    /** Hands in the surroundings; called by {@code Main} between parsing and running. */
    public final void surround(World theWorld, Streams theStreams) {
        world = theWorld;
        streams = theStreams;
    }

    /** Runs the verb and hands the rest of its output over. Called by {@code Main}. */
    public final ExitCode execute() throws Exception {
        try {
            ExitCode code = run();
            if (out != null) {
                out.flush();
            }
            return code;
        } finally {
            if (progress != null) {
                progress.close();
            }
            if (prompt != null) {
                prompt.close();
            }
            if (vigil != null) {
                vigil.close();
            }
        }
    }

    protected final World world() {
        return world;
    }

    protected final Streams streams() {
        return streams;
    }

    /** The site, opened on first use. */
    protected final Vigil vigil() {
        if (vigil == null) {
            vigil = Vigil.open(world, new Vigil.Options(home, config, lang, as, dryRun));
        }
        return vigil;
    }

    /** Who acts. */
    protected final Actor actor() {
        return vigil().actor();
    }

    protected final boolean json() {
        return json;
    }

    protected final boolean quiet() {
        return quiet;
    }

    protected final boolean verbose() {
        return verbose;
    }

    /** Whether to stop before the first change. */
    protected final boolean dryRun() {
        return dryRun;
    }

    /** Whether the user agreed beforehand. */
    protected final boolean yes() {
        return yes;
    }

    /** Whether questions may be asked: a terminal is there and {@code --no-input} is not. */
    protected final boolean interactive() {
        return !noInput && streams.inTerminal() && (streams.errTerminal() || streams.outTerminal());
    }

    /** Whether what is missing may be asked for: also not when the answer goes to a program. */
    public final boolean mayAsk() {
        return interactive() && !json;
    }

    /** Who asks for what is missing. */
    public final Prompt asker() {
        return prompt();
    }

    /** The language it is asked in. */
    public final Lang spoken() {
        return lang();
    }

    /** Where the command shows what an answer came to. */
    public final Out answers() {
        return new Out(
                new Complaints(streams),
                Format.TABLE,
                lang(),
                vigil().config().zoneId(),
                true,
                colour.on(true, world.environment()));
    }

    /** Standard error as a stream: what is said between questions is no result. */
    private static final class Complaints extends OutputStream {
        private final Streams to;

        Complaints(Streams to) {
            this.to = to;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            to.err(new String(bytes, from, length, StandardCharsets.UTF_8));
        }
    }

    /** What {@code --lang} says; null when it was not given. */
    protected final Lang said() {
        return lang;
    }

    /** Flag, then environment, then settings, then the user's own locale when it is English, then Vietnamese. */
    protected final Lang lang() {
        if (spoken == null) {
            spoken = vigil().config().lang();
        }
        return spoken;
    }

    /** The sink of results. */
    protected final Out out() {
        if (progress != null) {
            progress.close();
        }
        if (out == null) {
            Format form = json ? Format.JSON : format();
            if (form == null) {
                form = streams.outTerminal() ? Format.TABLE : Format.PLAIN;
            }
            out = new Out(
                    streams.out(),
                    form,
                    lang(),
                    vigil().config().zoneId(),
                    streams.outTerminal(),
                    colour.on(streams.outTerminal(), world.environment()));
        }
        return out;
    }

    /** Shows what a change came to; with {@code --quiet} nothing, since it is no finding, but always the document of {@code --json}. */
    protected final <R> void tell(String schema, R result, View<R> view) {
        if (!quiet || json) {
            out().show(schema, result, view);
        }
    }

    /** Questions to the person at the terminal. */
    protected final Prompt prompt() {
        if (prompt == null) {
            prompt = new Prompt(streams, lang(), interactive(), yes);
        }
        return prompt;
    }

    /** Where long work tells how far it is: a line on a terminal's standard error, or nobody. */
    protected final Progress progress() {
        if (!streams.errTerminal() || quiet) {
            return Progress.NONE;
        }
        if (progress == null) {
            progress = new ProgressBar(world, streams, lang());
        }
        return progress;
    }

    /** A remark on standard error, for people; silent with {@code --quiet}. */
    protected final void note(Message message) {
        if (!quiet) {
            streams.err(Neutral.line(Texts.render(message, lang())) + "\n");
        }
    }

    /** A finding on standard error that does not belong to the result; told with {@code --quiet} too. */
    protected final void warn(Message message) {
        streams.err(Neutral.line(Texts.render(message, lang())) + "\n");
    }

    /**
     * Keeps the names of one kind for completion, which must not start a JVM. Whoever adds or removes one calls this afterwards
     * with all of them. Completion is a convenience: failing to keep it fails nothing.
     *
     * @param kind the parameter's label in small letters: {@code camera}, {@code person}
     * @param names things whose text is their name
     */
    protected final void keepNames(String kind, Iterable<?> names) {
        if (dryRun) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (Object name : names) {
            text.append(Neutral.line(name.toString())).append('\n');
        }
        try {
            Path folder = PrivateFiles.folder(vigil().home().cache().resolve("names"));
            PrivateFiles.replace(folder.resolve(kind), text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            // A read-only home, say.
        }
    }

    /** Reads a time option in the site's zone. */
    protected final Instant instant(String text) {
        return TimeText.instant(text, second(), vigil().zone(), dayFirst());
    }

    /** Reads a day: any time's day in the site's zone. */
    protected final LocalDate date(String text) {
        return LocalDate.ofInstant(instant(text), vigil().zone());
    }

    /** What a command that is proposed to the user must end with to mean the same site: {@code " --home DIR"}, or nothing. */
    protected final String homeFlag() {
        return home == null ? "" : " --home " + home;
    }

    /** Reads a length option. */
    protected final Duration duration(String text) {
        return TimeText.duration(text);
    }

    /** Reads {@code --from} with {@code --to} or {@code --for}; either of the latter is null. */
    protected final TimeSpan span(String from, String to, String length) {
        return TimeText.span(from, to, length, second(), vigil().zone(), dayFirst());
    }

    /** The present to the second: nobody who types {@code -20m} means a fraction, and it would be printed ever after. */
    private Instant second() {
        return world.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Day-first dates are read only where somebody said Vietnamese: by flag, environment or settings. */
    private boolean dayFirst() {
        return Lang.of(vigil().config().text(Setting.LANG)) == Lang.VI;
    }
}
