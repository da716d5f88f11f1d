package vn.vigil.onvif;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.xml.Xml;

/**
 * Search sessions of one device (ONVIF Recording Search). Each is bounded in rounds and results and is always ended: by the
 * device when it says Completed, by us otherwise, since devices have few.
 */
final class RecordingSearch {
    private static final int MAX_RECORDINGS = 1_000;
    private static final int MAX_EVENTS = 20_000;
    private static final int MAX_TRACKS = 64;
    private static final int MAX_ROUNDS = 500;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String KEEP_ALIVE = "<KeepAliveTime>PT60S</KeepAliveTime>";

    private final World world;
    private final SoapChannel channel;
    private final String target;
    private final Duration wait;

    RecordingSearch(World world, SoapChannel channel, String target, OnvifOptions options) {
        this.world = world;
        this.channel = channel;
        this.target = target;
        // The device may hold its answer back that long: well below what we wait for a call, and whole seconds, since
        // not
        // every device reads fractions.
        this.wait = Duration.ofSeconds(
                Math.max(1, Math.min(5, options.callDeadline().toSeconds() / 3)));
    }

    RecordingSummary summary(Deadline deadline) throws OnvifException {
        Xml answer = channel.call(
                OnvifException.Step.RECORDINGS, target, OnvifNames.SEARCH, "GetRecordingSummary", "", deadline);
        Xml summary = answer.at("Summary");
        if (summary == null) {
            throw OnvifException.of(
                    OnvifException.Step.RECORDINGS, OnvifException.Cause.PROTOCOL, "a summary without content");
        }
        return new RecordingSummary(
                OnvifTime.parse(summary.word("DataFrom")),
                OnvifTime.parse(summary.word("DataUntil")),
                summary.count("NumberRecordings"));
    }

    List<Recording> recordings(Deadline deadline) throws OnvifException {
        List<Recording> found = new ArrayList<>();
        search(
                OnvifException.Step.RECORDINGS,
                "FindRecordings",
                "<Scope/>" + KEEP_ALIVE,
                "GetRecordingSearchResults",
                "RecordingInformation",
                MAX_RECORDINGS,
                one -> found.add(recording(one)),
                deadline);
        return found;
    }

    private static Recording recording(Xml info) {
        List<Recording.Track> tracks = new ArrayList<>();
        for (Xml track : info.all("Track")) {
            if (tracks.size() < MAX_TRACKS) {
                tracks.add(new Recording.Track(
                        track.word("TrackToken"),
                        track.word("TrackType"),
                        OnvifTime.parse(track.word("DataFrom")),
                        OnvifTime.parse(track.word("DataTo"))));
            }
        }
        String source = info.word("Source", "Name");
        return new Recording(
                info.word("RecordingToken"),
                source.isEmpty() ? info.word("Source", "SourceId") : source,
                OnvifTime.parse(info.word("EarliestRecording")),
                OnvifTime.parse(info.word("LatestRecording")),
                info.word("RecordingStatus"),
                tracks);
    }

    /** Events of track state in {@code span}, with the state at its beginning. */
    List<CoverageFold.Event> trackStates(String recordingToken, TimeSpan span, Deadline deadline)
            throws OnvifException {
        String body = "<StartPoint>" + OnvifTime.print(span.from()) + "</StartPoint><EndPoint>"
                + OnvifTime.print(span.to()) + "</EndPoint><Scope><IncludedRecordings xmlns=\"" + OnvifNames.SCHEMA
                + "\">" + Soap.escape(recordingToken) + "</IncludedRecordings></Scope><SearchFilter>"
                + "<TopicExpression xmlns=\"" + OnvifNames.NOTIFICATION + "\" xmlns:tns1=\"" + OnvifNames.TOPICS
                + "\" Dialect=\"" + OnvifNames.CONCRETE_SET + "\">" + OnvifNames.TRACK_STATE
                + "</TopicExpression></SearchFilter><IncludeStartState>true</IncludeStartState>" + KEEP_ALIVE;
        List<CoverageFold.Event> events = new ArrayList<>();
        search(
                OnvifException.Step.COVERAGE,
                "FindEvents",
                body,
                "GetEventSearchResults",
                "Result",
                MAX_EVENTS,
                result -> {
                    CoverageFold.Event event = event(result, recordingToken);
                    if (event != null) {
                        events.add(event);
                    }
                },
                deadline);
        return events;
    }

    /** Null for what is no track state, or of another recording: devices are known to ignore the filter. */
    private static CoverageFold.Event event(Xml result, String recordingToken) {
        Instant time = OnvifTime.parse(result.word("Time"));
        String recording = result.word("RecordingToken");
        Xml data = result.at("Event", "Message", "Message", "Data");
        if (time == null || data == null || !recording.isEmpty() && !recording.equals(recordingToken)) {
            return null;
        }
        for (Xml item : data.all("SimpleItem")) {
            if (item.attribute("Name").equals(OnvifNames.IS_DATA_PRESENT)) {
                String value = item.attribute("Value").trim();
                return new CoverageFold.Event(
                        time,
                        result.word("TrackToken"),
                        value.equals("true") || value.equals("1"),
                        result.word("StartStateEvent").equals("true"));
            }
        }
        return null;
    }

    private void search(
            OnvifException.Step step,
            String find,
            String findBody,
            String fetch,
            String resultName,
            int limit,
            Consumer<Xml> sink,
            Deadline deadline)
            throws OnvifException {
        Xml begun = channel.call(step, target, OnvifNames.SEARCH, find, findBody, deadline);
        String token = begun.word("SearchToken");
        if (token.isEmpty()) {
            throw OnvifException.of(step, OnvifException.Cause.PROTOCOL, "a search without token");
        }
        String tokenXml = "<SearchToken>" + Soap.escape(token) + "</SearchToken>";
        boolean ended = false;
        try {
            int results = 0;
            for (int round = 0; round < MAX_ROUNDS; round++) {
                Xml answer = channel.call(
                        step,
                        target,
                        OnvifNames.SEARCH,
                        fetch,
                        tokenXml + "<MinResults>1</MinResults><MaxResults>100</MaxResults><WaitTime>" + wait
                                + "</WaitTime>",
                        deadline);
                Xml list = answer.at("ResultList");
                List<Xml> some = list == null ? List.of() : list.all(resultName);
                for (Xml one : some) {
                    if (++results > limit) {
                        throw OnvifException.of(
                                step, OnvifException.Cause.TOO_LARGE, "more than " + limit + " search results");
                    }
                    sink.accept(one);
                }
                if (list != null && list.word("SearchState").equals("Completed")) {
                    ended = true;
                    return;
                }
                if (deadline.passed()) {
                    throw OnvifException.of(step, OnvifException.Cause.TIMEOUT, "the search did not complete");
                }
                if (some.isEmpty()) {
                    // A device that does not know WaitTime answers at once; it is not to be hammered.
                    world.sleep(PAUSE);
                }
            }
            throw OnvifException.of(
                    step, OnvifException.Cause.PROTOCOL, "a search not completed after " + MAX_ROUNDS + " rounds");
        } finally {
            if (!ended) {
                end(step, tokenXml);
            }
        }
    }

    /** Also after the step's deadline: an abandoned session costs the device more than one call costs us. */
    private void end(OnvifException.Step step, String tokenXml) {
        try {
            channel.call(
                    step, target, OnvifNames.SEARCH, "EndSearch", tokenXml, Deadline.in(world, Duration.ofSeconds(2)));
        } catch (OnvifException e) {
            // The session dies by its keep-alive time; the failure that led here is the one to tell.
        }
    }
}
