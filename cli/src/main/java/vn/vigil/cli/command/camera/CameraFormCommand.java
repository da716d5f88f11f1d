package vn.vigil.cli.command.camera;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CameraId;
import vn.vigil.camera.Camera;
import vn.vigil.camera.CameraField;
import vn.vigil.camera.CameraForm;
import vn.vigil.camera.Cameras;
import vn.vigil.cli.command.CommandBase;

/** A verb that takes what can be said of a camera: one flag for each {@link CameraField}. */
abstract class CameraFormCommand extends CommandBase {
    @Parameters(paramLabel = "CAMERA")
    private String camera;

    @Option(names = "--url", paramLabel = "URL")
    private String url;

    @Option(names = "--onvif", paramLabel = "HOST")
    private String onvif;

    @Option(names = "--name", paramLabel = "NAME")
    private String name;

    @Option(names = "--place", paramLabel = "PLACE")
    private String place;

    @Option(names = "--essential")
    private boolean essential;

    @Option(names = "--user", paramLabel = "USER")
    private String user;

    @Option(names = "--password-file", paramLabel = "FILE")
    private Path passwordFile;

    @Option(names = "--sub-url", paramLabel = "URL")
    private String subUrl;

    @Option(names = "--replay-url", paramLabel = "URL")
    private String replayUrl;

    @Option(names = "--rtsp-port", paramLabel = "PORT")
    private String rtspPort;

    @Option(names = "--driver", paramLabel = "DRIVER")
    private String driver;

    @Option(names = "--address", paramLabel = "HOST")
    private String address;

    @Option(names = "--channel", paramLabel = "NUMBER")
    private String channel;

    @Option(names = "--folder", paramLabel = "PATTERN")
    private String folder;

    @Option(names = "--basic-allowed")
    private boolean basicAllowed;

    @Option(names = "--tls-pin", paramLabel = "SHA256")
    private String tlsPin;

    @Option(names = "--group", paramLabel = "GROUPS")
    private String group;

    @Option(names = "--site", paramLabel = "SITE")
    private String site;

    @Option(names = "--purpose", paramLabel = "TEXT")
    private String purpose;

    @Option(names = "--retention", paramLabel = "DAYS")
    private String retention;

    @Option(names = "--installed", paramLabel = "DAY")
    private String installed;

    @Option(names = "--supplier", paramLabel = "NAME")
    private String supplier;

    @Option(names = "--warranty", paramLabel = "DAY")
    private String warranty;

    @Option(names = "--uplink", paramLabel = "NAME")
    private String uplink;

    /** The camera's name as it was typed. */
    final String camera() {
        return camera;
    }

    /** What the flags say; a flag that is not given says nothing, one without a text takes away what is there. */
    final CameraForm form(CameraId id) {
        return CameraForm.of(id)
                .with(CameraField.NAME, name)
                .with(CameraField.URL, url)
                .with(CameraField.SUB_URL, subUrl)
                .with(CameraField.ONVIF, onvif)
                .with(CameraField.DRIVER, driver)
                .with(CameraField.ADDRESS, address)
                .with(CameraField.CHANNEL, channel)
                .with(CameraField.REPLAY_URL, replayUrl)
                .with(CameraField.RTSP_PORT, rtspPort)
                .with(CameraField.FOLDER, folder)
                .with(CameraField.USER, user)
                .with(CameraField.PASSWORD_FILE, passwordFile == null ? null : passwordFile.toString())
                .with(CameraField.BASIC_ALLOWED, basicAllowed ? "yes" : null)
                .with(CameraField.TLS_PIN, tlsPin)
                .with(CameraField.ESSENTIAL, essential ? "yes" : null)
                .with(CameraField.PLACE, place)
                .with(CameraField.GROUP, group)
                .with(CameraField.SITE, site)
                .with(CameraField.PURPOSE, purpose)
                .with(CameraField.RETENTION, retention)
                .with(CameraField.INSTALLED, installed)
                .with(CameraField.SUPPLIER, supplier)
                .with(CameraField.WARRANTY, warranty)
                .with(CameraField.UPLINK, uplink);
    }

    /** Every camera's id, for completion. */
    static List<CameraId> ids(Cameras cameras) {
        List<CameraId> ids = new ArrayList<>();
        for (Camera camera : cameras.list()) {
            ids.add(camera.id());
        }
        return ids;
    }
}
