package vn.vigil.vendor.hikvision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.TimeSpan;
import vn.vigil.vendor.hikvision.HikvisionException.Cause;

/** Searching recordings: the exchange of the vendor's guide, and the traps of the field reports named at each. */
class SegmentSearchTest extends AgainstScriptedDevice {
    private static final Instant FROM = Instant.parse("2021-08-16T00:00:00Z");
    private static final TimeSpan SPAN = new TimeSpan(FROM, Instant.parse("2021-08-18T23:59:59Z"));

    /** As it stands in the vendor's integration guide. */
    private static final String CAPTURED = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<CMSearchResult version=\"2.0\" xmlns=\"http://www.isapi.org/ver20/XMLSchema\">"
            + "<searchID>{88C2CD4D-D3FA-4AD4-BD80-555C18205DCC}</searchID><responseStatus>true</responseStatus>"
            + "<responseStatusStrg>OK</responseStatusStrg><numOfMatches>1</numOfMatches><matchList><searchMatchItem>"
            + "<sourceID>{0000000000-0000-0000-0000-000000000000}</sourceID><trackID>101</trackID>"
            + "<timeSpan><startTime>2021-08-18T15:18:15Z</startTime><endTime>2021-08-18T15:19:08Z</endTime></timeSpan>"
            + "<mediaSegmentDescriptor><contentType>video</contentType><codecType>H.264-BP</codecType>"
            + "<playbackURI>rtsp://10.14.97.40/Streaming/tracks/101/?starttime=20210818T151815Z&amp;"
            + "endtime=20210818T151908Z&amp;name=00000004667000100&amp;size=1400788</playbackURI>"
            + "<lockStatus>unlock</lockStatus></mediaSegmentDescriptor><metadataMatches><metadataDescriptor>"
            + "recordType.meta.hikvision.com/timing</metadataDescriptor></metadataMatches></searchMatchItem></matchList>"
            + "</CMSearchResult>";

    private static final String NONE = page("NO MATCHES", "");
    private static final String REFUSED = refusal("400 Bad Request", 6, "Invalid XML Content", "badXmlContent");

    private void known(TimeFamily times, Dialect.SearchForm form) {
        options = options.withDialect(Dialect.UNKNOWN.with(times).with(form));
    }

    private HikvisionDevice inUtc(String... answers) throws Exception {
        known(TimeFamily.UTC, Dialect.SearchForm.TRACK_ID_LIST);
        return device(answers);
    }

    private static String page(String status, String items) {
        return ok("<CMSearchResult><responseStatus>true</responseStatus><responseStatusStrg>" + status
                + "</responseStatusStrg><matchList>\n" + items + "</matchList></CMSearchResult>");
    }

    /** Matches of a minute each, on the minutes from one to before another. */
    private static String items(int from, int to) {
        StringBuilder all = new StringBuilder();
        for (int i = from; i < to; i++) {
            all.append(item(101, FROM.plusSeconds(60L * i), FROM.plusSeconds(60L * i + 60)));
        }
        return all.toString();
    }

    private static String item(int track, Instant from, Instant to) {
        return "<searchMatchItem><trackID>" + track + "</trackID><timeSpan><startTime>" + from + "</startTime><endTime>"
                + to + "</endTime></timeSpan><mediaSegmentDescriptor><playbackURI>rtsp://0.0.0.0:5554/Streaming/tracks/"
                + track + "/?starttime=20210818T151815Z&amp;endtime=20210818T151908Z</playbackURI>"
                + "</mediaSegmentDescriptor></searchMatchItem>";
    }

    @Test
    void theCapturedSearchOfTheVendorsGuideIsRead() throws Exception {
        List<Segment> found = inUtc(ok(CAPTURED)).search(101, SPAN);
        assertEquals(1, found.size());
        Segment one = found.get(0);
        assertEquals(Instant.parse("2021-08-18T15:18:15Z"), one.span().from());
        assertEquals(Instant.parse("2021-08-18T15:19:08Z"), one.span().to());
        assertEquals("2021-08-18T15:18:15Z/2021-08-18T15:19:08Z", one.written());
        assertEquals("00000004667000100", one.name());
        assertEquals(1_400_788, one.bytes());
        assertEquals("H.264-BP", one.codec());
        assertFalse(one.locked());
        assertTrue(requests().get(0).startsWith("POST /ISAPI/ContentMgmt/search HTTP/1.1\r\n"));
        assertTrue(body(0).contains("<trackIDList><trackID>101</trackID></trackIDList>"));
        assertTrue(
                body(0).contains("<startTime>2021-08-16T00:00:00Z</startTime><endTime>2021-08-18T23:59:59Z</endTime>"));
    }

    @Test
    void theHostOfAPlaybackAddressIsTheInventorysAndTheRestIsTheDevices() throws Exception {
        String query = "/Streaming/tracks/101/?starttime=20210818T151815Z&endtime=20210818T151908Z";
        Segment one = inUtc(ok(CAPTURED)).search(101, SPAN).get(0);
        assertEquals(
                "rtsp://127.0.0.1:554" + query + "&name=00000004667000100&size=1400788",
                one.playback().toString());
        assertTrue(one.original().startsWith("rtsp://10.14.97.40/"));
        server.close();
        assertEquals(
                "rtsp://127.0.0.1:5554" + query,
                inUtc(page("OK", items(0, 1)))
                        .search(101, SPAN)
                        .get(0)
                        .playback()
                        .toString());
        server.close();
        options = options.withRtspPort(10554);
        assertEquals(
                "rtsp://127.0.0.1:10554" + query,
                inUtc(page("OK", items(0, 1)))
                        .search(101, SPAN)
                        .get(0)
                        .playback()
                        .toString());
    }

    @Test
    void anAddressThatMustNotBeUsedIsReplacedByOneFromTheTimes() throws Exception {
        for (String bad : List.of(
                "http://10.1.1.1/x?size=5",
                "file:///etc/passwd",
                "rtsp://admin:12345@10.1.1.1/",
                "",
                "rtsp://h/@evil",
                "rtsp://h/?a=&#13;&#10;b",
                "rtsp://h/" + "a".repeat(2000))) {
            String item =
                    items(0, 1).replaceAll("<playbackURI>.*</playbackURI>", "<playbackURI>" + bad + "</playbackURI>");
            HikvisionDevice device = inUtc(page("OK", item));
            Segment one = device.search(101, SPAN).get(0);
            assertEquals("", one.original(), bad);
            assertEquals(0, one.bytes());
            assertEquals(
                    "rtsp://127.0.0.1:554/Streaming/tracks/101/?starttime=20210816T000000Z&endtime=20210816T000100Z",
                    one.playback().toString());
            fails(
                    Cause.PROTOCOL,
                    () -> device.download(
                            one,
                            b -> {},
                            1,
                            vn.vigil.base.Deadline.in(vn.vigil.base.World.real(), java.time.Duration.ofSeconds(1))));
            server.close();
        }
    }

    @Test
    void searchResultPostionIsMisspeltOnPurpose() throws Exception {
        inUtc(NONE).search(101, SPAN);
        assertTrue(body(0).contains("<searchResultPostion>0</searchResultPostion>"));
        assertFalse(body(0).contains("Position"));
    }

    @Test
    void aDeviceThatWantsTrackListGetsItAndIsRemembered() throws Exception {
        known(TimeFamily.UTC, Dialect.SearchForm.UNKNOWN);
        HikvisionDevice device = device(REFUSED, page("OK", items(0, 1)), page("OK", items(0, 2)));
        assertEquals(1, device.search(101, SPAN).size());
        assertEquals(2, device.search(101, SPAN).size());
        assertTrue(body(2).contains("<trackList><trackID>101</trackID></trackList>"));
        assertEquals(3, requests().size(), "what was refused is not tried again");
        assertEquals(
                "search=track-list times=utc download=unknown", device.dialect().toText());
    }

    @Test
    void theBareFormOfDs7616nxi() throws Exception {
        known(TimeFamily.UTC, Dialect.SearchForm.UNKNOWN);
        HikvisionDevice device = device(REFUSED, REFUSED, page("OK", items(0, 1)));
        assertEquals(1, device.search(101, SPAN).size());
        assertTrue(body(2).matches(
                        "<CMSearchDescription version=\"1.0\"><searchID>\\{[0-9A-F-]{36}}</searchID><trackList>.*"));
        assertFalse(body(2).contains("metadataList") || body(2).contains("xmlns") || body(2).contains("<?xml"));
        assertEquals(Dialect.SearchForm.BARE, device.dialect().search());
    }

    @Test
    void nothingFoundProvesNoFormButARememberedOne() throws Exception {
        known(TimeFamily.UTC, Dialect.SearchForm.UNKNOWN);
        HikvisionDevice device = device(NONE, NONE, page("OK", items(0, 1)));
        assertEquals(1, device.search(101, SPAN).size(), "the first two forms were overlooked, not answered");
        server.close();
        known(TimeFamily.UTC, Dialect.SearchForm.UNKNOWN);
        device = device(NONE, NONE, NONE);
        assertEquals(List.of(), device.search(101, SPAN));
        assertEquals(Dialect.SearchForm.UNKNOWN, device.dialect().search());
        server.close();
        assertEquals(List.of(), inUtc(NONE).search(101, SPAN));
        assertEquals(1, requests().size());
    }

    @Test
    void aDeviceThatKnowsNoFormIsToldByItsFirstWord() throws Exception {
        known(TimeFamily.UTC, Dialect.SearchForm.UNKNOWN);
        HikvisionDevice device = device(REFUSED, REFUSED, REFUSED);
        assertEquals(
                "6 Invalid XML Content badXmlContent",
                fails(Cause.FAULT, () -> device.search(101, SPAN)).faultText());
    }

    @Test
    void matchesOfOtherTracksAreNotOurs() throws Exception {
        known(TimeFamily.UTC, Dialect.SearchForm.UNKNOWN);
        String foreign = item(201, FROM, FROM.plusSeconds(60));
        HikvisionDevice device = device(page("OK", foreign), page("OK", foreign + items(0, 1)));
        assertEquals(1, device.search(101, SPAN).size());
        assertEquals(Dialect.SearchForm.TRACK_LIST, device.dialect().search());
    }

    @Test
    void pagesGoOnWhileThereIsMoreByPositionUnderOneId() throws Exception {
        HikvisionDevice device =
                inUtc(page("MORE", items(0, 40)), page("MORE", items(40, 79)), page("OK", items(79, 100)));
        List<Segment> found = device.search(101, SPAN);
        assertEquals(100, found.size());
        assertEquals(FROM.plusSeconds(99 * 60), found.get(99).span().from());
        assertTrue(body(1).contains("<searchResultPostion>40</"));
        assertTrue(body(2).contains("<searchResultPostion>79</"));
        assertTrue(body(0).contains("<maxResults>40</maxResults>"));
        assertEquals(id(0), id(2));
    }

    private String id(int request) {
        return body(request).replaceAll(".*<searchID>(.*)</searchID>.*", "$1");
    }

    @Test
    void aDeviceThatRepeatsItsPageIsAskedFromTheLastStartAndNothingComesTwice() throws Exception {
        HikvisionDevice device = inUtc(
                page("MORE", items(0, 40)),
                page("MORE", items(0, 40)),
                page("MORE", items(39, 79)),
                page("OK", items(78, 90)));
        assertEquals(90, device.search(101, SPAN).size());
        assertTrue(body(2).contains("<startTime>2021-08-16T00:39:00Z</startTime>"));
        assertTrue(body(2).contains("<searchResultPostion>0</"));
        assertTrue(body(3).contains("<startTime>2021-08-16T01:18:00Z</startTime>"));
        assertFalse(id(0).equals(id(2)));
    }

    @Test
    void aDeviceThatPromisesMoreForEverIsStoppedAndNothingIsReturnedByHalves() throws Exception {
        HikvisionDevice device = inUtc(page("MORE", items(0, 2)), page("MORE", items(0, 2)), page("MORE", items(0, 2)));
        fails(Cause.PROTOCOL, () -> device.search(101, SPAN));
        server.close();
        HikvisionDevice other = inUtc(page("MORE", ""));
        fails(Cause.PROTOCOL, () -> other.search(101, SPAN));
    }

    @Test
    void anEmptyMatchListIsNoMatch() throws Exception {
        assertEquals(List.of(), inUtc(page("OK", "")).search(101, SPAN));
    }

    @Test
    void namespacesDoNotMatter() throws Exception {
        for (String namespace : List.of(
                " xmlns=\"http://www.hikvision.com/ver20/XMLSchema\"",
                " xmlns=\"http://www.std-cgi.com/ver20/XMLSchema\"",
                " xmlns=\"urn:psialliance-org\"",
                "")) {
            String answer = CAPTURED.replace(" xmlns=\"http://www.isapi.org/ver20/XMLSchema\"", namespace);
            assertEquals(1, inUtc(ok(answer)).search(101, SPAN).size(), namespace);
            server.close();
        }
        String prefixed = CAPTURED.replaceAll("<(/?)([a-zA-Z])", "<$1h:$2");
        assertEquals(1, inUtc(ok(prefixed)).search(101, SPAN).size());
    }

    @Test
    void bareAmpersandsAreForgiven() throws Exception {
        assertEquals(
                1, inUtc(ok(CAPTURED.replace("&amp;", "&"))).search(101, SPAN).size());
    }

    @Test
    void matchesOutsideTheSpanAndWithoutASensibleTimeAreLeftOut() throws Exception {
        String odd = item(101, FROM.minusSeconds(60), FROM)
                + item(101, FROM.plusSeconds(9), FROM.plusSeconds(9))
                + items(0, 1).replace("T00:00:00Z", "T25:00:00Z");
        assertEquals(1, inUtc(page("OK", odd + items(3, 4))).search(101, SPAN).size());
    }

    @Test
    void withoutKnowingTheTimesNothingIsSearchedOrPlayed() throws Exception {
        HikvisionDevice device = device();
        fails(Cause.TIMES_UNKNOWN, () -> device.search(101, SPAN));
        fails(Cause.TIMES_UNKNOWN, () -> device.playbackUrl(101, SPAN));
        assertEquals(List.of(), requests());
    }
}
