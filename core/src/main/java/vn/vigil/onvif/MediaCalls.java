package vn.vigil.onvif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.vigil.base.Codec;
import vn.vigil.xml.Xml;

/** Bodies and answers of Media 1 and Media 2. Pure. */
final class MediaCalls {
    private static final String UNICAST_RTSP = "<StreamSetup><Stream xmlns=\"" + OnvifNames.SCHEMA
            + "\">RTP-Unicast</Stream><Transport xmlns=\"" + OnvifNames.SCHEMA
            + "\"><Protocol>RTSP</Protocol></Transport></StreamSetup>";

    private MediaCalls() {}

    /** Media 2 tells only names unless it is asked for the parts. */
    static String profilesBody(boolean media2) {
        return media2 ? "<Type>All</Type>" : "";
    }

    static MediaProfiles profiles(Xml answer, boolean media2) {
        List<Xml> told = answer.all("Profiles");
        List<MediaProfile> list = new ArrayList<>();
        for (Xml profile : told) {
            String token = profile.attribute("token");
            // A token that is cut is no token any more.
            if (list.size() < MediaProfiles.LIMIT && !token.isEmpty() && token.length() <= 256) {
                list.add(media2 ? media2(token, profile) : media1(token, profile));
            }
        }
        return new MediaProfiles(list, told.size());
    }

    private static MediaProfile media2(String token, Xml profile) {
        Xml encoder = profile.at("Configurations", "VideoEncoder");
        int interval = encoder == null ? 0 : number(encoder.attribute("GovLength"));
        return profile(token, profile, encoder, interval, true);
    }

    private static MediaProfile media1(String token, Xml profile) {
        Xml encoder = profile.at("VideoEncoderConfiguration");
        return profile(token, profile, encoder, encoder == null ? 0 : encoder.count("H264", "GovLength"), false);
    }

    private static MediaProfile profile(String token, Xml profile, Xml encoder, int interval, boolean media2) {
        String name = profile.word("Name");
        if (encoder == null) {
            return new MediaProfile(token, name, null, 0, 0, 0, 0, 0, media2);
        }
        Codec codec =
                switch (encoder.word("Encoding").toUpperCase(Locale.ROOT)) {
                    case "H264" -> Codec.H264;
                    case "H265" -> Codec.H265;
                    case "" -> null;
                    default -> Codec.OTHER;
                };
        return new MediaProfile(
                token,
                name,
                codec,
                encoder.count("Resolution", "Width"),
                encoder.count("Resolution", "Height"),
                Math.max(0, encoder.number("RateControl", "FrameRateLimit")),
                encoder.count("RateControl", "BitrateLimit"),
                interval,
                media2);
    }

    private static int number(String digits) {
        try {
            return Math.max(0, Integer.parseInt(digits.trim()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** @param protocol of Media 2: {@code RTSP} (RTP over the RTSP connection) or {@code RtspUnicast} */
    static String streamBody(MediaProfile profile, String protocol) {
        return (profile.media2() ? "<Protocol>" + protocol + "</Protocol>" : UNICAST_RTSP) + profileToken(profile);
    }

    static String profileToken(MediaProfile profile) {
        return "<ProfileToken>" + Soap.escape(profile.token()) + "</ProfileToken>";
    }

    static String replayBody(String recordingToken) {
        return UNICAST_RTSP + "<RecordingToken>" + Soap.escape(recordingToken) + "</RecordingToken>";
    }

    /** Media 1 wraps the address once more than Media 2 and Replay do. */
    static String uri(Xml answer) {
        Xml wrapped = answer.at("MediaUri", "Uri");
        return ServiceTable.text(wrapped == null ? answer.at("Uri") : wrapped);
    }
}
