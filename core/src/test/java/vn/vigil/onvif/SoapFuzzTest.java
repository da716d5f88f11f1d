package vn.vigil.onvif;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.vigil.net.Endpoint;
import vn.vigil.net.NetException;
import vn.vigil.xml.Xml;
import vn.vigil.xml.XmlException;

/** Damaged answers end in one of the two declared ways, or are read; nothing else is ever thrown. */
class SoapFuzzTest {
    private static final String[] SEEDS = {
        "GetSystemDateAndTime",
        "GetServices",
        "Media2.GetProfiles",
        "Media1.GetProfiles",
        "GetRecordingSearchResults",
        "GetEventSearchResults",
        "Media2.GetStreamUri"
    };
    private static final String[] SNIPPETS = {
        "<", ">", "&", "&amp;", "&#0;", "&#x110000;", "&#xD800;", "]]>", "<![CDATA[", "<!--", "-->", "<!DOCTYPE x>",
                "<?x ?>", "xmlns:a=''",
        " xmlns=\"urn:x\"", "\0", "\ufeff", "</", "/>", "a:b:c", ":", "=\"", "'", "9999999999", "-", "rtsp://", "%", "@"
    };

    @Test
    void nothingButTheDeclaredFailures() throws Exception {
        assertTrue(run(2_000, 7) > 50, "some are still read");
    }

    /** How many damaged answers could be read. */
    static int run(int rounds, long seed) throws Exception {
        Random random = new Random(seed);
        List<byte[]> seeds = new ArrayList<>();
        for (String name : SEEDS) {
            seeds.add(resource(name));
        }
        int read = 0;
        for (int i = 0; i < rounds; i++) {
            byte[] damaged = damage(seeds.get(random.nextInt(seeds.size())), random);
            try {
                Soap.Reply reply = Soap.read(damaged);
                if (reply.element() != null) {
                    use(reply.element());
                    read++;
                }
            } catch (Soap.NotSoap | XmlException e) {
                // declared
            }
        }
        return read;
    }

    private static void use(Xml element) {
        ClockMeasure.told(element);
        Xml date = element.at("SystemDateAndTime");
        if (date != null) {
            ClockMeasure.told(date);
        }
        MediaCalls.profiles(element, true);
        MediaCalls.profiles(element, false);
        OnvifTime.parse(element.word("ResultList", "Result", "Time"));
        try {
            DeviceAddress.rtsp(MediaCalls.uri(element), new Endpoint("h", 80, false), 0);
        } catch (NetException e) {
            // declared
        }
    }

    private static byte[] damage(byte[] whole, Random random) {
        StringBuilder text = new StringBuilder(new String(whole, StandardCharsets.ISO_8859_1));
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.insert(at, SNIPPETS[random.nextInt(SNIPPETS.length)]);
                case 2 -> text.delete(at, Math.min(end, Math.max(at, text.length() - 8)));
                case 3 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                default -> text.setLength(Math.max(8, at));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SoapFuzzTest.class.getResourceAsStream("replies/" + name + ".xml")) {
            return in.readAllBytes();
        }
    }
}
