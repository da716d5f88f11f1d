package vn.vigil.onvif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.TimeSpan;

/** From events of track state, or else from a recording's ends, to the spans that hold footage. Pure. */
final class CoverageFold {
    /**
     * From {@code time} on, the track holds data or not.
     *
     * @param startState told about the beginning of the search, not something that happened then
     */
    record Event(Instant time, String track, boolean present, boolean startState) {}

    private CoverageFold() {}

    /**
     * @param events any order; empty when the device told none
     * @param recording what the device says of the recording, or null when it does not list it
     */
    static Coverage fold(List<Event> events, Recording recording, TimeSpan asked) {
        Set<String> video = videoTracks(recording);
        List<Event> used = new ArrayList<>();
        for (Event e : events) {
            if (video.isEmpty() || e.track().isEmpty() || video.contains(e.track())) {
                used.add(e);
            }
        }
        Instant from = asked.from();
        Instant to = asked.to();
        if (recording != null
                && recording.earliest() != null
                && recording.earliest().isAfter(from)) {
            from = recording.earliest();
        }
        if (recording != null
                && recording.latest() != null
                && recording.latest().isBefore(to)) {
            to = recording.latest();
        }
        if (used.isEmpty()) {
            boolean known = recording != null && recording.earliest() != null;
            List<TimeSpan> whole = known && from.isBefore(to) ? List.of(new TimeSpan(from, to)) : List.of();
            return new Coverage(whole, Coverage.Source.EXTENT);
        }
        List<TimeSpan> spans = new ArrayList<>();
        for (TimeSpan span : spans(used, asked)) {
            // What lies before the first or behind the last footage is an event whose footage is gone, or still to
            // come.
            Instant a = span.from().isBefore(from) ? from : span.from();
            Instant b = span.to().isAfter(to) ? to : span.to();
            if (a.isBefore(b)) {
                spans.add(new TimeSpan(a, b));
            }
        }
        return new Coverage(spans, Coverage.Source.EVENTS);
    }

    private static Set<String> videoTracks(Recording recording) {
        Set<String> video = new HashSet<>();
        if (recording != null) {
            for (Recording.Track track : recording.tracks()) {
                if (track.type().equalsIgnoreCase("Video")) {
                    video.add(track.token());
                }
            }
        }
        return video;
    }

    /** Spans in which at least one track holds data. */
    private static List<TimeSpan> spans(List<Event> events, TimeSpan asked) {
        List<Event> ordered = new ArrayList<>(events);
        ordered.sort(Comparator.comparing(
                        (Event e) -> e.startState() || e.time().isBefore(asked.from()) ? asked.from() : e.time())
                .thenComparing(Event::time)
                .thenComparing(e -> !e.startState()));
        Map<String, Boolean> present = new HashMap<>();
        for (Event e : ordered) {
            // Data that ends without having begun was there before.
            present.putIfAbsent(
                    e.track(), !e.present() && !e.startState() && e.time().isAfter(asked.from()));
        }
        List<TimeSpan> spans = new ArrayList<>();
        Instant since = present.containsValue(true) ? asked.from() : null;
        for (Event e : ordered) {
            Instant at = e.startState() || e.time().isBefore(asked.from()) ? asked.from() : e.time();
            if (!at.isBefore(asked.to())) {
                break;
            }
            present.put(e.track(), e.present());
            boolean any = present.containsValue(true);
            if (any && since == null) {
                since = at;
            } else if (!any && since != null) {
                if (since.isBefore(at)) {
                    spans.add(new TimeSpan(since, at));
                }
                since = null;
            }
        }
        if (since != null) {
            spans.add(new TimeSpan(since, asked.to()));
        }
        return spans;
    }
}
