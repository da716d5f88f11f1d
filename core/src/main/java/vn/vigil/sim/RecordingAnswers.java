package vn.vigil.sim;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.w3c.dom.Element;

/**
 * The services of ONVIF Profile G on a simulated camera: recording control as far as it can be read, search, replay. All
 * times are the camera's own. Thread-safe.
 */
final class RecordingAnswers {
    private static final int MOST_SEARCHES = 32;

    private final Device device;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, Search> searches = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Search> eldest) {
            return size() > MOST_SEARCHES;
        }
    };

    RecordingAnswers(Device device) {
        this.device = device;
    }

    /** A search in progress: what it found, and how much of that was fetched. */
    private static final class Search {
        final boolean events;
        final List<String> found;
        int fetched;

        Search(boolean events, List<String> found) {
            this.events = events;
            this.found = found;
        }
    }

    String recording(Soap.Call call) {
        return switch (call.name()) {
            case "GetServiceCapabilities" ->
                "<trc:GetServiceCapabilitiesResponse><trc:Capabilities DynamicRecordings=\"false\""
                        + " DynamicTracks=\"false\" MaxRecordings=\"1\" Encoding=\"H264\"/></trc:GetServiceCapabilitiesResponse>";
            case "GetRecordings" -> "<trc:GetRecordingsResponse>" + recordingItem() + "</trc:GetRecordingsResponse>";
            case "GetRecordingJobs" -> "<trc:GetRecordingJobsResponse/>";
            default -> null;
        };
    }

    private String recordingItem() {
        if (device.recording().isEmpty()) {
            return "";
        }
        return "<trc:RecordingItem><tt:RecordingToken>" + Device.RECORDING + "</tt:RecordingToken><tt:Configuration>"
                + "<tt:Source>" + sourceInformation() + "</tt:Source><tt:Content>yard</tt:Content>"
                + "<tt:MaximumRetentionTime>PT0S</tt:MaximumRetentionTime></tt:Configuration><tt:Tracks><tt:Track>"
                + "<tt:TrackToken>" + Device.TRACK
                + "</tt:TrackToken><tt:Configuration><tt:TrackType>Video</tt:TrackType>"
                + "<tt:Description>video</tt:Description></tt:Configuration></tt:Track></tt:Tracks></trc:RecordingItem>";
    }

    private String sourceInformation() {
        String id = device.spec().id().value();
        return "<tt:SourceId>urn:vigil:simulated:" + id + "</tt:SourceId><tt:Name>" + id + "</tt:Name>"
                + "<tt:Location>yard</tt:Location><tt:Description>simulated</tt:Description><tt:Address>"
                + device.http(OnvifServices.devicePath()) + "</tt:Address>";
    }

    String replay(Soap.Call call) throws Soap.Fault {
        return switch (call.name()) {
            case "GetServiceCapabilities" ->
                "<trp:GetServiceCapabilitiesResponse><trp:Capabilities ReversePlayback=\"false\""
                        + " SessionTimeoutRange=\"60 60\" RTP_RTSP_TCP=\"true\"/></trp:GetServiceCapabilitiesResponse>";
            case "GetReplayConfiguration" ->
                "<trp:GetReplayConfigurationResponse><trp:Configuration>"
                        + "<tt:SessionTimeout>PT60S</tt:SessionTimeout></trp:Configuration></trp:GetReplayConfigurationResponse>";
            case "GetReplayUri" -> {
                known(call);
                yield "<trp:GetReplayUriResponse><trp:Uri>" + device.rtsp(Device.REPLAY)
                        + "</trp:Uri></trp:GetReplayUriResponse>";
            }
            default -> null;
        };
    }

    private void known(Soap.Call call) throws Soap.Fault {
        if (device.recording().isEmpty() || !Device.RECORDING.equals(call.text("RecordingToken", ""))) {
            throw Soap.Fault.invalid("No such recording", "NoRecording");
        }
    }

    String search(Soap.Call call) throws Soap.Fault {
        String inner =
                switch (call.name()) {
                    case "GetServiceCapabilities" ->
                        "<tse:Capabilities MetadataSearch=\"false\" GeneralStartEvents=\"false\"/>";
                    case "GetRecordingSummary" -> summary();
                    case "GetRecordingInformation" -> {
                        known(call);
                        yield "<tse:RecordingInformation>" + information() + "</tse:RecordingInformation>";
                    }
                    case "FindRecordings" ->
                        "<tse:SearchToken>"
                                + begin(false, device.recording().isEmpty() ? List.of() : List.of(information()))
                                + "</tse:SearchToken>";
                    case "FindEvents" -> "<tse:SearchToken>" + begin(true, events(call)) + "</tse:SearchToken>";
                    case "GetRecordingSearchResults" -> results(call, false, "tt:RecordingInformation");
                    case "GetEventSearchResults" -> results(call, true, "tt:Result");
                    case "GetSearchState" -> "<tse:State>" + state(search(call, null)) + "</tse:State>";
                    case "EndSearch" -> {
                        search(call, null);
                        synchronized (searches) {
                            searches.remove(call.text("SearchToken", ""));
                        }
                        yield "<tse:Endpoint>" + device.clock() + "</tse:Endpoint>";
                    }
                    default -> null;
                };
        return inner == null
                ? null
                : "<tse:" + call.name() + "Response>" + inner + "</tse:" + call.name() + "Response>";
    }

    private String summary() {
        Recording recording = device.recording();
        Instant from = recording.isEmpty() ? device.clock() : device.cameraTime(recording.from());
        Instant to = recording.isEmpty() ? device.clock() : device.cameraTime(recording.to());
        return "<tse:Summary><tt:DataFrom>" + from + "</tt:DataFrom><tt:DataUntil>" + to
                + "</tt:DataUntil><tt:NumberRecordings>" + (recording.isEmpty() ? 0 : 1)
                + "</tt:NumberRecordings></tse:Summary>";
    }

    private String information() {
        Recording recording = device.recording();
        Instant from = device.cameraTime(recording.from());
        Instant to = device.cameraTime(recording.to());
        boolean goesOn = device.spec().recorded().to().isAfter(device.world().now());
        return "<tt:RecordingToken>" + Device.RECORDING + "</tt:RecordingToken><tt:Source>" + sourceInformation()
                + "</tt:Source><tt:EarliestRecording>" + from + "</tt:EarliestRecording><tt:LatestRecording>" + to
                + "</tt:LatestRecording><tt:Content>yard</tt:Content><tt:Track><tt:TrackToken>" + Device.TRACK
                + "</tt:TrackToken><tt:TrackType>Video</tt:TrackType><tt:Description>video</tt:Description><tt:DataFrom>"
                + from + "</tt:DataFrom><tt:DataTo>" + to + "</tt:DataTo></tt:Track><tt:RecordingStatus>"
                + (goesOn ? "Recording" : "Stopped") + "</tt:RecordingStatus>";
    }

    private String begin(boolean events, List<String> found) {
        String token = "SEARCH_" + numbers.incrementAndGet();
        synchronized (searches) {
            searches.put(token, new Search(events, found));
        }
        return token;
    }

    private Search search(Soap.Call call, Boolean events) throws Soap.Fault {
        synchronized (searches) {
            Search search = searches.get(call.text("SearchToken", ""));
            if (search == null || events != null && search.events != events) {
                throw Soap.Fault.invalid("No such search", "InvalidToken");
            }
            return search;
        }
    }

    private static String state(Search search) {
        return search.fetched < search.found.size() ? "Searching" : "Completed";
    }

    private String results(Soap.Call call, boolean events, String element) throws Soap.Fault {
        Search search = search(call, events);
        int most;
        try {
            most = Math.max(1, Integer.parseInt(call.text("MaxResults", "100")));
        } catch (NumberFormatException e) {
            throw Soap.Fault.invalid("MaxResults", "InvalidArgVal");
        }
        StringBuilder list = new StringBuilder();
        synchronized (searches) {
            int until = Math.min(search.found.size(), search.fetched + most);
            for (String found : search.found.subList(search.fetched, until)) {
                list.append('<').append(element).append('>').append(found);
                list.append("</").append(element).append('>');
            }
            search.fetched = until;
            return "<tse:ResultList><tt:SearchState>" + state(search) + "</tt:SearchState>" + list
                    + "</tse:ResultList>";
        }
    }

    /** One event where footage begins and one where it ends, between the two points asked for; backwards when they are. */
    private List<String> events(Soap.Call call) throws Soap.Fault {
        Instant start = point(call, "StartPoint", Instant.EPOCH);
        Instant end = point(call, "EndPoint", device.clock());
        Instant low = start.isBefore(end) ? start : end;
        Instant high = start.isBefore(end) ? end : start;
        List<String> found = new ArrayList<>();
        boolean present = false;
        for (Recording.Segment segment : device.recording().segments()) {
            Instant from = time(segment.first());
            Instant to = time(segment.end());
            present |= !from.isAfter(start) && start.isBefore(to);
            if (!from.isBefore(low) && !from.isAfter(high)) {
                found.add(event(from, true, false));
            }
            if (!to.isBefore(low) && !to.isAfter(high)) {
                found.add(event(to, false, false));
            }
        }
        if (start.isAfter(end)) {
            Collections.reverse(found);
        }
        if (!device.recording().isEmpty()
                && call.text("IncludeStartState", "false").equals("true")) {
            found.add(0, event(start, present, true));
        }
        return found;
    }

    private Instant time(long picture) {
        return device.cameraTime(Recording.instant(device.spec().picture(), picture));
    }

    private static Instant point(Soap.Call call, String name, Instant otherwise) throws Soap.Fault {
        Element found = Soap.find(call.call(), name);
        try {
            return found == null
                    ? otherwise
                    : Instant.parse(found.getTextContent().trim());
        } catch (DateTimeException e) {
            throw Soap.Fault.invalid(name, "InvalidArgVal");
        }
    }

    private static String event(Instant at, boolean present, boolean startState) {
        return "<tt:RecordingToken>" + Device.RECORDING + "</tt:RecordingToken><tt:TrackToken>" + Device.TRACK
                + "</tt:TrackToken><tt:Time>" + at + "</tt:Time><tt:Event>"
                + "<wsnt:Topic Dialect=\"http://www.onvif.org/ver10/tev/topicExpression/ConcreteSet\">"
                + "tns1:RecordingHistory/Track/State</wsnt:Topic><wsnt:Message><tt:Message UtcTime=\"" + at
                + "\"><tt:Source>"
                + "<tt:SimpleItem Name=\"RecordingToken\" Value=\"" + Device.RECORDING
                + "\"/><tt:SimpleItem Name=\"Track\""
                + " Value=\"" + Device.TRACK + "\"/></tt:Source><tt:Data><tt:SimpleItem Name=\"IsDataPresent\" Value=\""
                + present + "\"/></tt:Data></tt:Message></wsnt:Message></tt:Event><tt:StartStateEvent>" + startState
                + "</tt:StartStateEvent>";
    }
}
