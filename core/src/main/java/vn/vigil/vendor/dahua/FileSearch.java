package vn.vigil.vendor.dahua;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;

/**
 * The search for recorded files ({@code mediaFileFind.cgi}): a handle is made, a condition set, pages are read, the handle is
 * given back, whatever happens between, since a device has few. For one thread.
 */
final class FileSearch {
    private static final DahuaException.Step STEP = DahuaException.Step.SEARCH;
    private static final String CALL = "mediaFileFind.cgi?action=";
    private static final int PAGE = 100;
    private static final int MAX_FLAGS = 16;

    /** How far back a channel is looked for when the span asked for cannot tell how channels are counted. */
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    /** No zone is further from UTC; a UTC time further from the wall time than this is nonsense. */
    private static final Duration WIDEST_ZONE = Duration.ofHours(15);

    private final World world;
    private final Cgi cgi;
    private final DahuaOptions options;
    private final DahuaZone zone;
    private final Deadline deadline;

    FileSearch(World world, Cgi cgi, DahuaOptions options, DahuaZone zone, Deadline deadline) {
        this.world = world;
        this.cgi = cgi;
        this.options = options;
        this.zone = zone;
        this.deadline = deadline;
    }

    /**
     * @param channel as the device's RTSP counts
     * @param counted how {@code condition.Channel} counts
     */
    List<Segment> search(int channel, TimeSpan span, Dialect.Channels counted) throws DahuaException {
        Set<Segment> found = new LinkedHashSet<>();
        int asked = counted.number(channel);
        int told = -1;
        for (Item item : items(asked, span, options.maxItems())) {
            Segment segment = item.segment();
            boolean strange = item.channel() >= 0 && (told >= 0 ? item.channel() != told : !isNear(item, asked));
            if (strange) {
                throw DahuaException.of(STEP, DahuaException.Cause.PROTOCOL, "files of another channel");
            }
            told = Math.max(told, item.channel());
            if (segment.start().isBefore(span.to()) && segment.end().isAfter(span.from())) {
                found.add(segment);
            }
        }
        List<Segment> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(Segment::start).thenComparing(Segment::end));
        return sorted;
    }

    /** Items may count otherwise than the condition, by one. */
    private static boolean isNear(Item item, int asked) {
        return item.channel() < 0 || Math.abs(item.channel() - asked) <= 1;
    }

    /**
     * Finds out how channels are counted. Channel 0 exists only where they are counted from zero, the number of the last
     * channel only where they are counted from one; whatever lies between exists in both and proves nothing, not even when
     * the items repeat it.
     *
     * @param channels how many the device has, 0: not known
     */
    Dialect.Channels count(int channels, TimeSpan span) throws DahuaException {
        TimeSpan wide = new TimeSpan(span.from().minus(LOOK_BACK), span.to());
        for (TimeSpan one : List.of(span, wide)) {
            List<Item> first = items(0, one, 1);
            if (!first.isEmpty() && first.get(0).channel() <= 0) {
                return Dialect.Channels.FROM_ZERO;
            }
            // With one channel only 1 can be told from 0; items that count from zero under a one prove it without a
            // number.
            int number = Math.max(1, channels);
            List<Item> last = items(number, one, 1);
            boolean fits = !last.isEmpty() && last.get(0).channel() <= number && isNear(last.get(0), number);
            if (fits && (channels > 0 || last.get(0).channel() == 0)) {
                return Dialect.Channels.FROM_ONE;
            }
        }
        return Dialect.Channels.UNKNOWN;
    }

    /** @param channel in the items' own counting, −1 when not told */
    private record Item(int channel, Segment segment) {}

    /** @param most when 1, one is enough; else more is too much */
    private List<Item> items(int channel, TimeSpan span, int most) throws DahuaException {
        String handle = cgi.ask(STEP, CALL + "factory.create", deadline).get("result");
        if (!isHandle(handle)) {
            throw DahuaException.of(STEP, DahuaException.Cause.PROTOCOL, "no handle for a search");
        }
        try {
            return find(handle, channel, span) ? pages(handle, most) : List.of();
        } finally {
            giveBack(handle);
        }
    }

    private static boolean isHandle(String text) {
        return text.length() <= 20 && text.matches("[0-9A-Za-z]+");
    }

    /** @return false when nothing is recorded, which many devices tell by an error */
    private boolean find(String handle, int channel, TimeSpan span) throws DahuaException {
        String query = CALL + "findFile&object=" + handle
                + "&condition.Channel=" + channel
                + "&condition.StartTime=" + LocalTime.QUERY.format(zone.wall(LocalTime.floor(span.from())))
                + "&condition.EndTime=" + LocalTime.QUERY.format(zone.wall(LocalTime.ceiling(span.to())))
                + "&condition.Types[0]=dav";
        try {
            cgi.ask(STEP, query, deadline);
            return true;
        } catch (DahuaException e) {
            if (e.reason() == DahuaException.Cause.FAULT) {
                return false;
            }
            throw e;
        }
    }

    private List<Item> pages(String handle, int most) throws DahuaException {
        List<Item> items = new ArrayList<>();
        Set<Item> seen = new LinkedHashSet<>();
        String query = CALL + "findNextFile&object=" + handle + "&count=" + Math.min(PAGE, most);
        while (true) {
            Answer page;
            try {
                page = cgi.ask(STEP, query, deadline);
            } catch (DahuaException e) {
                if (e.reason() == DahuaException.Cause.FAULT) {
                    return items; // behind the last page some say found=0, others Error
                }
                throw e;
            }
            int found = page.number("found", -1);
            if (found < 0 && page.values().isEmpty()) {
                throw DahuaException.of(STEP, DahuaException.Cause.PROTOCOL, "a page without a count");
            }
            if (found == 0) {
                return items;
            }
            int before = seen.size();
            for (String entry : page.entries("items")) {
                Item item = item(page, entry);
                if (item != null && seen.add(item)) {
                    items.add(item);
                }
            }
            if (most == 1 && !items.isEmpty()) {
                return items;
            }
            if (items.size() > most) {
                throw DahuaException.of(STEP, DahuaException.Cause.TOO_LARGE, "more than " + most + " files");
            }
            if (seen.size() == before) {
                return items; // a device that repeats its page for ever
            }
        }
    }

    /** @return null for what is no file of the main stream with a beginning and an end */
    private Item item(Answer page, String entry) {
        String stream = page.get(entry + ".VideoStream");
        if (!stream.isEmpty() && !stream.equalsIgnoreCase("Main")) {
            return null;
        }
        Instant start = time(page, entry + ".StartTime");
        Instant end = time(page, entry + ".EndTime");
        if (start == null || end == null || !start.isBefore(end)) {
            return null;
        }
        String path = page.get(entry + ".FilePath");
        if (!FilePath.isSound(path)) {
            path = "";
        }
        List<String> flags = new ArrayList<>();
        for (int i = 0; i < MAX_FLAGS; i++) {
            String flag = page.get(entry + ".Flags[" + i + "]");
            if (!flag.isEmpty()) {
                flags.add(flag);
            }
        }
        int channel = page.number(entry + ".Channel", -1);
        return new Item(channel, new Segment(start, end, path, page.bytes(entry + ".Length"), flags));
    }

    /** Newer firmware adds the UTC time, which knows no doubt in the hour that autumn brings twice. */
    private Instant time(Answer page, String key) {
        LocalDateTime wall = LocalTime.parse(page.get(key));
        Instant time = wall == null ? null : zone.camera(wall);
        LocalDateTime real = LocalTime.parse(page.get(key + "RealUTC"));
        if (time == null || real == null) {
            return time;
        }
        Instant utc = real.toInstant(ZoneOffset.UTC);
        return Duration.between(wall.toInstant(ZoneOffset.UTC), utc).abs().compareTo(WIDEST_ZONE) <= 0 ? utc : time;
    }

    /** Two names for each of the two calls are in use; the second is tried where the first is not known. */
    private void giveBack(String handle) {
        Deadline own = Deadline.in(world, options.callDeadline());
        for (String call : List.of("close", "destroy")) {
            if (!say(call, handle, own)) {
                say("factory." + call, handle, own);
            }
        }
    }

    /** @return false when the device does not take the call */
    private boolean say(String call, String handle, Deadline own) {
        if (cgi.spent()) {
            return true; // nothing may be sent any more
        }
        try {
            cgi.ask(STEP, CALL + call + "&object=" + handle, own);
            return true;
        } catch (DahuaException e) {
            // What was found, or failed, before counts; a handle that stays open ends with the device's own patience.
            return e.reason() != DahuaException.Cause.FAULT && e.reason() != DahuaException.Cause.UNSUPPORTED;
        }
    }
}
