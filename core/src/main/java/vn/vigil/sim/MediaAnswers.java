package vn.vigil.sim;

import org.w3c.dom.Element;

/** What a simulated camera's Media 1 and Media 2 services answer: one profile, {@value #PROFILE}. Thread-safe. */
final class MediaAnswers {
    static final String PROFILE = "main";
    private static final int KILOBITS = 400;

    private final Device device;

    MediaAnswers(Device device) {
        this.device = device;
    }

    String media1(Soap.Call call) throws Soap.Fault {
        String inner =
                switch (call.name()) {
                    case "GetServiceCapabilities" ->
                        "<trt:Capabilities SnapshotUri=\"true\" Rotation=\"false\">"
                                + "<trt:ProfileCapabilities MaximumNumberOfProfiles=\"1\"/>"
                                + "<trt:StreamingCapabilities RTPMulticast=\"false\" RTP_TCP=\"false\" RTP_RTSP_TCP=\"true\"/>"
                                + "</trt:Capabilities>";
                    case "GetProfiles" -> profile1("trt:Profiles");
                    case "GetProfile" -> known(call) + profile1("trt:Profile");
                    case "GetVideoSources" ->
                        "<trt:VideoSources token=\"VS_1\"><tt:Framerate>" + shape().framesPerSecond()
                                + "</tt:Framerate>" + resolution() + "</trt:VideoSources>";
                    case "GetVideoSourceConfigurations" ->
                        "<trt:Configurations token=\"VSC_1\">" + source() + "</trt:Configurations>";
                    case "GetVideoEncoderConfigurations" ->
                        "<trt:Configurations token=\"VEC_1\">" + encoder1() + "</trt:Configurations>";
                    case "GetStreamUri" ->
                        known(call) + "<trt:MediaUri>" + uri(device.rtsp(Device.LIVE)) + "</trt:MediaUri>";
                    case "GetSnapshotUri" ->
                        known(call) + "<trt:MediaUri>" + uri(device.http(Device.SNAPSHOT)) + "</trt:MediaUri>";
                    default -> null;
                };
        return inner == null
                ? null
                : "<trt:" + call.name() + "Response>" + inner + "</trt:" + call.name() + "Response>";
    }

    String media2(Soap.Call call) throws Soap.Fault {
        String inner =
                switch (call.name()) {
                    case "GetServiceCapabilities" ->
                        "<tr2:Capabilities SnapshotUri=\"true\">"
                                + "<tr2:ProfileCapabilities MaximumNumberOfProfiles=\"1\" ConfigurationsSupported=\"VideoSource VideoEncoder\"/>"
                                + "<tr2:StreamingCapabilities RTSPStreaming=\"true\" RTPMulticast=\"false\" RTP_RTSP_TCP=\"true\"/>"
                                + "</tr2:Capabilities>";
                    case "GetProfiles" -> profile2(call);
                    case "GetVideoSourceConfigurations" ->
                        "<tr2:Configurations token=\"VSC_1\">" + source() + "</tr2:Configurations>";
                    case "GetVideoEncoderConfigurations" ->
                        "<tr2:Configurations" + encoder2() + "</tr2:Configurations>";
                    case "GetStreamUri" -> known(call) + "<tr2:Uri>" + device.rtsp(Device.LIVE) + "</tr2:Uri>";
                    case "GetSnapshotUri" -> known(call) + "<tr2:Uri>" + device.http(Device.SNAPSHOT) + "</tr2:Uri>";
                    default -> null;
                };
        return inner == null
                ? null
                : "<tr2:" + call.name() + "Response>" + inner + "</tr2:" + call.name() + "Response>";
    }

    /** Refuses a profile that is not there; adds nothing to the answer. */
    private static String known(Soap.Call call) throws Soap.Fault {
        if (!PROFILE.equals(call.text("ProfileToken", ""))) {
            throw Soap.Fault.invalid("No such profile", "NoProfile");
        }
        return "";
    }

    private PictureSpec shape() {
        return device.spec().picture();
    }

    private String resolution() {
        return "<tt:Resolution><tt:Width>" + shape().width() + "</tt:Width><tt:Height>" + shape().height()
                + "</tt:Height></tt:Resolution>";
    }

    private static String uri(String address) {
        return "<tt:Uri>" + address + "</tt:Uri><tt:InvalidAfterConnect>false</tt:InvalidAfterConnect>"
                + "<tt:InvalidAfterReboot>false</tt:InvalidAfterReboot><tt:Timeout>PT0S</tt:Timeout>";
    }

    private String source() {
        return "<tt:Name>yard</tt:Name><tt:UseCount>1</tt:UseCount><tt:SourceToken>VS_1</tt:SourceToken>"
                + "<tt:Bounds x=\"0\" y=\"0\" width=\"" + shape().width() + "\" height=\"" + shape().height() + "\"/>";
    }

    private String profile1(String element) {
        return "<" + element + " token=\"" + PROFILE + "\" fixed=\"true\"><tt:Name>main</tt:Name>"
                + "<tt:VideoSourceConfiguration token=\"VSC_1\">" + source() + "</tt:VideoSourceConfiguration>"
                + "<tt:VideoEncoderConfiguration token=\"VEC_1\">" + encoder1() + "</tt:VideoEncoderConfiguration></"
                + element + ">";
    }

    private String encoder1() {
        return "<tt:Name>H.264</tt:Name><tt:UseCount>1</tt:UseCount><tt:Encoding>H264</tt:Encoding>" + resolution()
                + "<tt:Quality>5</tt:Quality><tt:RateControl><tt:FrameRateLimit>" + shape().framesPerSecond()
                + "</tt:FrameRateLimit><tt:EncodingInterval>1</tt:EncodingInterval><tt:BitrateLimit>" + KILOBITS
                + "</tt:BitrateLimit></tt:RateControl><tt:H264><tt:GovLength>" + shape().keyEvery()
                + "</tt:GovLength><tt:H264Profile>Baseline</tt:H264Profile></tt:H264><tt:Multicast><tt:Address>"
                + "<tt:Type>IPv4</tt:Type><tt:IPv4Address>0.0.0.0</tt:IPv4Address></tt:Address><tt:Port>0</tt:Port>"
                + "<tt:TTL>0</tt:TTL><tt:AutoStart>false</tt:AutoStart></tt:Multicast>"
                + "<tt:SessionTimeout>PT60S</tt:SessionTimeout>";
    }

    /** Media 2 names the configurations only when they are asked for by Type. */
    private String profile2(Soap.Call call) {
        Element type = Soap.find(call.call(), "Type");
        String configurations = type == null
                ? ""
                : "<tr2:Configurations><tr2:VideoSource token=\"VSC_1\">" + source()
                        + "</tr2:VideoSource><tr2:VideoEncoder" + encoder2()
                        + "</tr2:VideoEncoder></tr2:Configurations>";
        return "<tr2:Profiles token=\"" + PROFILE + "\" fixed=\"true\"><tr2:Name>main</tr2:Name>" + configurations
                + "</tr2:Profiles>";
    }

    private String encoder2() {
        return " token=\"VEC_1\" GovLength=\"" + shape().keyEvery() + "\" Profile=\"Baseline\"><tt:Name>H.264</tt:Name>"
                + "<tt:UseCount>1</tt:UseCount><tt:Encoding>H264</tt:Encoding>" + resolution()
                + "<tt:RateControl ConstantBitRate=\"false\"><tt:FrameRateLimit>" + shape().framesPerSecond()
                + "</tt:FrameRateLimit><tt:BitrateLimit>" + KILOBITS + "</tt:BitrateLimit></tt:RateControl>"
                + "<tt:Quality>5</tt:Quality>";
    }
}
