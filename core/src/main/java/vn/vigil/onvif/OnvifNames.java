package vn.vigil.onvif;

import java.util.Map;
import vn.vigil.xml.XmlNames;

/** Namespaces and fixed words of the ONVIF services that vigil speaks (WSDL and schema files of the ONVIF specifications). */
public final class OnvifNames {
    /** SOAP 1.2 envelope, which ONVIF Core demands. */
    public static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

    /** SOAP 1.1 envelope: some devices answer with it. */
    public static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";

    /** Device management, prefix {@code tds}. */
    public static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";

    /** Media 1, prefix {@code trt}. */
    public static final String MEDIA1 = "http://www.onvif.org/ver10/media/wsdl";

    /** Media 2, prefix {@code tr2}: the only one in which H.265 can be seen. */
    public static final String MEDIA2 = "http://www.onvif.org/ver20/media/wsdl";

    /** Recording search, prefix {@code tse}. */
    public static final String SEARCH = "http://www.onvif.org/ver10/search/wsdl";

    /** Replay, prefix {@code trp}. */
    public static final String REPLAY = "http://www.onvif.org/ver10/replay/wsdl";

    /** The common schema, prefix {@code tt}. */
    public static final String SCHEMA = "http://www.onvif.org/ver10/schema";

    /** Fault subcodes, prefix {@code ter}. */
    public static final String ERROR = "http://www.onvif.org/ver10/error";

    /** Event topics, prefix {@code tns1}. */
    public static final String TOPICS = "http://www.onvif.org/ver10/topics";

    /** WS-BaseNotification, prefix {@code wsnt}. */
    public static final String NOTIFICATION = "http://docs.oasis-open.org/wsn/b-2";

    /** WS-Security header, prefix {@code wsse}. */
    public static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

    /** WS-Security utility, prefix {@code wsu}. */
    public static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    /** The one password form ONVIF allows beside HTTP Digest. */
    public static final String PASSWORD_DIGEST =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";

    /** How a nonce is written. */
    public static final String BASE64_BINARY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";

    /** The dialect of a {@code wsnt:TopicExpression} that ONVIF devices must know. */
    public static final String CONCRETE_SET = "http://www.onvif.org/ver10/tev/topicExpression/ConcreteSet";

    /** Topic that tells when the data of a recorded track begins and ends; data item {@link #IS_DATA_PRESENT}. */
    public static final String TRACK_STATE = "tns1:RecordingHistory/Track/State";

    public static final String IS_DATA_PRESENT = "IsDataPresent";

    /** Where a device service lies when only the host is known (ONVIF Core, "Device service"). */
    public static final String DEVICE_PATH = "/onvif/device_service";

    /** Content type of a SOAP 1.2 request, without the optional action. */
    public static final String CONTENT_TYPE = "application/soap+xml; charset=utf-8";

    /**
     * How ONVIF's answers are read. ONVIF spreads one message over several of its namespaces and devices mix them up, so any of
     * these counts; devices leave prefixes undeclared too (mvantellingen/python-zeep#1205): such a prefix means what it means
     * by custom.
     */
    public static final XmlNames XML = new XmlNames(
            Map.ofEntries(
                    Map.entry("s", SOAP_12),
                    Map.entry("env", SOAP_12),
                    Map.entry("soap", SOAP_12),
                    Map.entry("SOAP-ENV", SOAP_12),
                    Map.entry("tds", DEVICE),
                    Map.entry("trt", MEDIA1),
                    Map.entry("tr2", MEDIA2),
                    Map.entry("tse", SEARCH),
                    Map.entry("trp", REPLAY),
                    Map.entry("tt", SCHEMA),
                    Map.entry("wsnt", NOTIFICATION)),
            "http://www.onvif.org/",
            SOAP_12,
            SOAP_11,
            NOTIFICATION);

    private OnvifNames() {}
}
