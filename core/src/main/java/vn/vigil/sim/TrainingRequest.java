package vn.vigil.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;

/**
 * A site to train on, as a person asks for it; {@link #site} makes it whole or says everything that is wrong with it.
 *
 * @param cameras how many, 1–{@value #MOST}; 0: as many as are named, or one
 * @param names ids of the first ones; the others are {@code gate-1}, {@code gate-2}, …
 * @param faults {@code ID:FAULT+FAULT}, in the words of {@link Fault#word()}
 * @param vendor whose own protocol all of them speak beside ONVIF
 * @param authentication which ways of logging in they know
 * @param login what they accept, or null: they ask for nothing
 * @param clockOffset how far their clocks run ahead; negative: behind
 * @param recorded how far back their recordings reach, which grow from now on; null: they record nothing
 * @param gaps holes in all recordings, in true time
 */
public record TrainingRequest(
        int cameras,
        List<String> names,
        List<String> faults,
        Vendor vendor,
        Authentication authentication,
        Login login,
        Duration clockOffset,
        Duration recorded,
        List<TimeSpan> gaps) {
    /** Two ports each; more than anybody can look at. */
    public static final int MOST = 100;

    /** How long the recordings go on growing. */
    private static final Duration GROWS = Duration.ofDays(366);

    /**
     * The site, beginning now.
     *
     * @throws VigilException USAGE, naming every fault of the request
     */
    public SiteSpec site(Instant now) {
        List<Message> wrong = new ArrayList<>();
        List<String> ids = ids(wrong);
        Map<String, Set<Fault>> faulty = faulty(ids, wrong);
        List<TimeSpan> holes = new ArrayList<>(gaps);
        holes.sort(Comparator.comparing(TimeSpan::from));
        for (int i = 1; i < holes.size(); i++) {
            if (holes.get(i).from().isBefore(holes.get(i - 1).to())) {
                wrong.add(SimText.GAPS_OVERLAP.with());
                break;
            }
        }
        if (!wrong.isEmpty()) {
            VigilException e = new VigilException(ErrorKind.USAGE, "VG-SIM-REQUEST", SimText.CANNOT_SERVE.with());
            wrong.forEach(e::why);
            throw e;
        }
        TimeSpan span = recorded == null
                ? null
                : new TimeSpan(now.minus(recorded).truncatedTo(ChronoUnit.SECONDS), now.plus(GROWS));
        List<CameraSpec> specs = new ArrayList<>();
        for (String id : ids) {
            specs.add(new CameraSpec(
                    new CameraId(id),
                    login,
                    authentication,
                    faulty.getOrDefault(id, Set.of()),
                    clockOffset,
                    span,
                    holes,
                    PictureSpec.STANDARD,
                    vendor));
        }
        return new SiteSpec(specs);
    }

    private List<String> ids(List<Message> wrong) {
        int count = cameras > 0 ? cameras : Math.max(1, names.size());
        if (cameras < 0 || count > MOST || count < names.size()) {
            wrong.add(SimText.BAD_COUNT.with(Math.max(1, names.size()), MOST));
        }
        List<String> ids = new ArrayList<>();
        for (String name : names) {
            if (!CameraId.isValid(name)) {
                wrong.add(SimText.BAD_ID.with(name));
            } else if (ids.contains(name)) {
                wrong.add(SimText.ID_TWICE.with(name));
            }
            ids.add(name);
        }
        for (int number = 1; ids.size() < Math.min(count, MOST); number++) {
            if (!ids.contains("gate-" + number)) {
                ids.add("gate-" + number);
            }
        }
        return ids;
    }

    private Map<String, Set<Fault>> faulty(List<String> ids, List<Message> wrong) {
        Map<String, Set<Fault>> faulty = new LinkedHashMap<>();
        for (String text : faults) {
            int colon = text.indexOf(':');
            String id = colon < 0 ? "" : text.substring(0, colon);
            if (!ids.contains(id)) {
                wrong.add(SimText.FAULT_OF_NONE.with(text, String.join(", ", ids)));
                continue;
            }
            for (String word : text.substring(colon + 1).split("[+]", -1)) {
                Fault fault = Fault.of(word);
                if (fault == null) {
                    wrong.add(SimText.BAD_FAULT.with(text, word, Fault.words()));
                } else {
                    faulty.computeIfAbsent(id, k -> EnumSet.noneOf(Fault.class)).add(fault);
                }
            }
        }
        return faulty;
    }
}
