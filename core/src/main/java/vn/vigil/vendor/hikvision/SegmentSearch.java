package vn.vigil.vendor.hikvision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.vendor.hikvision.Dialect.SearchForm;
import vn.vigil.vendor.hikvision.HikvisionException.Cause;
import vn.vigil.xml.Xml;

/** Searches a device for recordings, in the form it takes, page by page. Times are as the device writes them. For one thread. */
final class SegmentSearch {
    private static final String PATH = "/ISAPI/ContentMgmt/search";
    /** 64 is safe on all devices reported, 100 is not (HikLoad). */
    private static final int PAGE = 40;

    private static final int MOST_PAGES = 500;
    private static final int MOST_HITS = 10_000;

    /**
     * One match, no larger than it must be: a hostile device sends large ones.
     *
     * @param from the digits written, read as UTC, as {@code to}
     * @param written both as they stood there
     * @param uri its address; empty when it is longer than any that is used
     */
    record Hit(Instant from, Instant to, String written, String uri, String codec, boolean locked) {}

    /** The form that took the search; UNKNOWN while nothing was found in any, which proves none. */
    record Found(SearchForm form, List<Hit> hits) {}

    private record Page(List<Hit> hits, int items, int foreign, boolean more) {}

    private final World world;
    private final IsapiChannel channel;

    SegmentSearch(World world, IsapiChannel channel) {
        this.world = world;
        this.channel = channel;
    }

    /**
     * All that overlaps a span, in order of its beginning.
     *
     * @param known the form that the device is known to take; others are tried when it refuses
     * @param from written time, as {@code to}
     */
    Found search(SearchForm known, int track, Instant from, Instant to, Deadline deadline) throws HikvisionException {
        List<SearchForm> forms =
                new ArrayList<>(List.of(SearchForm.TRACK_ID_LIST, SearchForm.TRACK_LIST, SearchForm.BARE));
        if (forms.remove(known)) {
            forms.add(0, known);
        }
        HikvisionException first = null;
        List<SearchForm> taken = new ArrayList<>();
        for (SearchForm form : forms) {
            try {
                List<Hit> hits = pages(form, track, from, to, deadline);
                if (!hits.isEmpty() || form == known) {
                    return new Found(form, hits);
                }
                // A device that overlooks the track it was asked for in the wrong word finds nothing.
                taken.add(form);
            } catch (HikvisionException e) {
                if (e.reason() != Cause.FAULT && e.reason() != Cause.UNSUPPORTED) {
                    throw e;
                }
                first = first == null ? e : first;
            }
        }
        if (taken.isEmpty()) {
            throw first;
        }
        return new Found(taken.size() == 1 ? taken.get(0) : SearchForm.UNKNOWN, List.of());
    }

    private List<Hit> pages(SearchForm form, int track, Instant from, Instant to, Deadline deadline)
            throws HikvisionException {
        Map<String, Hit> seen = new LinkedHashMap<>();
        String id = id();
        Instant start = from;
        int position = 0;
        boolean restarting = false;
        for (int asked = 0; asked < MOST_PAGES && seen.size() < MOST_HITS; asked++) {
            Page page = read(channel.post(PATH, body(form, id, track, start, to, position), deadline), track);
            if (page.foreign() > 0 && page.hits().isEmpty()) {
                throw HikvisionException.fault(Cause.FAULT, 200, "matches of other tracks only");
            }
            int fresh = 0;
            for (Hit hit : page.hits()) {
                fresh += seen.putIfAbsent(hit.from() + "/" + hit.to(), hit) == null ? 1 : 0;
            }
            if (!page.more()) {
                return seen.values().stream()
                        .filter(hit -> hit.to().isAfter(from) && hit.from().isBefore(to))
                        .sorted(Comparator.comparing(Hit::from))
                        .toList();
            }
            if (fresh > 0 && !restarting) {
                position += page.items();
                continue;
            }
            // The page came again: this device ignores the position, so the span moves on instead (HikLoad).
            if (fresh == 0 && (restarting || seen.isEmpty())) {
                throw HikvisionException.of(Cause.PROTOCOL, "a search that promises more and gives nothing new");
            }
            restarting = true;
            position = 0;
            id = id();
            for (Hit hit : seen.values()) {
                start = hit.from().isAfter(start) ? hit.from() : start;
            }
        }
        throw HikvisionException.of(
                Cause.TOO_LARGE, "a search with more matches than " + MOST_HITS + " or pages than " + MOST_PAGES);
    }

    private String id() {
        byte[] random = new byte[16];
        world.random().nextBytes(random);
        return UUID.nameUUIDFromBytes(random).toString().toUpperCase(Locale.ROOT);
    }

    private static String body(SearchForm form, String id, int track, Instant from, Instant to, int position) {
        boolean bare = form == SearchForm.BARE;
        String list = form == SearchForm.TRACK_ID_LIST ? "trackIDList" : "trackList";
        String head = bare
                ? "<CMSearchDescription version=\"1.0\">"
                : "<?xml version=\"1.0\" encoding=\"utf-8\"?><CMSearchDescription>";
        String wanted =
                "<metadataList><metadataDescriptor>//recordType.meta.std-cgi.com</metadataDescriptor></metadataList>";
        return head
                + "<searchID>" + (bare ? "{" + id + "}" : id) + "</searchID>"
                + "<" + list + "><trackID>" + track + "</trackID></" + list + ">"
                + "<timeSpanList><timeSpan><startTime>" + IsapiTime.search(from) + "</startTime><endTime>"
                + IsapiTime.search(to) + "</endTime></timeSpan></timeSpanList>"
                // So spelt by the devices; the right spelling is ignored.
                + "<maxResults>" + PAGE + "</maxResults><searchResultPostion>" + position + "</searchResultPostion>"
                + (bare ? "" : wanted)
                + "</CMSearchDescription>";
    }

    private static Page read(Xml answer, int track) throws HikvisionException {
        if (!answer.name().equals("CMSearchResult")) {
            throw HikvisionException.fault(Cause.FAULT, 200, "an answer that is no CMSearchResult");
        }
        String status = answer.word("responseStatusStrg");
        if (answer.word("responseStatus").equals("false")) {
            throw HikvisionException.fault(Cause.FAULT, 200, status);
        }
        List<Hit> hits = new ArrayList<>();
        int foreign = 0;
        Xml list = answer.at("matchList");
        List<Xml> items = list == null ? List.of() : list.all("searchMatchItem");
        for (Xml item : items) {
            Instant from = IsapiTime.digits(item.word("timeSpan", "startTime"));
            Instant to = IsapiTime.digits(item.word("timeSpan", "endTime"));
            String of = item.word("trackID");
            if (!of.isEmpty() && !of.equals(Integer.toString(track))) {
                foreign++;
            } else if (from != null && to != null && from.isBefore(to)) {
                Xml media = item.at("mediaSegmentDescriptor");
                Xml uri = media == null ? null : media.at("playbackURI");
                hits.add(new Hit(
                        from,
                        to,
                        item.word("timeSpan", "startTime") + "/" + item.word("timeSpan", "endTime"),
                        uri == null || uri.text().length() > PlaybackUri.MOST ? "" : uri.text(),
                        item.word("mediaSegmentDescriptor", "codecType"),
                        item.word("mediaSegmentDescriptor", "lockStatus").equals("lock")));
            }
        }
        return new Page(hits, items.size(), foreign, status.strip().equalsIgnoreCase("MORE"));
    }
}
