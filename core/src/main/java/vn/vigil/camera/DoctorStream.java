package vn.vigil.camera;

import java.time.Duration;
import java.util.List;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.camera.Observation.Failure;
import vn.vigil.camera.Rung.Fact;
import vn.vigil.camera.Rung.Kind;
import vn.vigil.media.Decoders;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Login;
import vn.vigil.rtsp.PlayRequest;
import vn.vigil.rtsp.Presentation;
import vn.vigil.rtsp.RtspException;
import vn.vigil.rtsp.RtspOptions;
import vn.vigil.rtsp.RtspSession;
import vn.vigil.rtsp.StreamFacts;

/** The upper half of the ladder: from the stream's description to a picture that changes. One use, one thread. */
final class DoctorStream {
    private final World world;
    private final Ladder ladder;
    private final Login login;
    private final boolean withLogin;
    private boolean loginRefused;

    /**
     * @param login null when none is known or none may be offered
     * @param withLogin false: none is offered because a person wished so
     */
    DoctorStream(World world, Ladder ladder, Login login, boolean withLogin) {
        this.world = world;
        this.ladder = ladder;
        this.login = login;
        this.withLogin = withLogin;
    }

    /** Whether the login was offered here and refused. */
    boolean loginRefused() {
        return loginRefused;
    }

    /**
     * @param rules by which the host was resolved, so that the address told is the one contacted
     * @param each limit for each answer
     */
    void climb(CameraUrl url, AddressRules rules, RtspOptions options, Duration each, Deadline deadline) {
        long started = world.nanos();
        ladder.fact(Kind.DESCRIBE, Fact.Name.STREAM, url.toString());
        try (RtspSession session = RtspSession.open(world, url, login, rules, options, deadline.within(each))) {
            Presentation.Track video = describe(session, started, deadline.within(each));
            if (video != null) {
                play(session, video, started, each, deadline);
            }
        } catch (RtspException e) {
            broken(e, List.of(), started);
        }
    }

    /** The video to be watched, or null when the ladder ends here. */
    private Presentation.Track describe(RtspSession session, long started, Deadline deadline) {
        Presentation told;
        try {
            told = session.describe(deadline);
        } catch (RtspException e) {
            broken(e, session.loginSchemes(), started);
            return null;
        }
        ladder.fact(Kind.LOGIN, Fact.Name.SCHEMES, String.join(", ", session.loginSchemes()));
        if (session.loginSchemes().isEmpty()) {
            ladder.fact(Kind.LOGIN, Fact.Name.ANONYMOUS, "rtsp");
        } else if (!ladder.has(Kind.LOGIN)) {
            ladder.ok(Kind.LOGIN, started);
        }
        for (String note : told.notes()) {
            ladder.fact(Kind.DESCRIBE, Fact.Name.ODDITY, note);
        }
        Presentation.Track video = told.video();
        if (video == null) {
            ladder.broken(Kind.DESCRIBE, Trouble.NO_VIDEO, started);
            return null;
        }
        ladder.fact(Kind.DESCRIBE, Fact.Name.CODEC, video.encoding());
        ladder.ok(Kind.DESCRIBE, started);
        return video;
    }

    private void play(RtspSession session, Presentation.Track video, long started, Duration each, Deadline deadline) {
        long began = world.nanos();
        try (Decoders decoders = new Decoders()) {
            // Starts while the camera prepares its stream.
            decoders.warm();
            play(decoders, session, video, started, began, each, deadline);
        }
    }

    private void play(
            Decoders decoders,
            RtspSession session,
            Presentation.Track video,
            long started,
            long began,
            Duration each,
            Deadline deadline) {
        try {
            session.setup(List.of(video.index()), PlayRequest.live(), deadline.within(each));
            session.play(deadline.within(each));
        } catch (RtspException e) {
            broken(e, session.loginSchemes(), began);
            return;
        }
        Observation seen = watch(decoders, session, video, started, deadline.within(each.plus(Watch.PATIENCE)));
        judge(seen, session, began);
        if (ladder.has(Kind.CLOCK)) {
            return;
        }
        ladder.notApplicable(Kind.CLOCK);
        ClockReading clock = Probe.rtcpClock(world, session.facts());
        if (clock != null) {
            ladder.fact(Kind.CLOCK, Fact.Name.OFFSET, clock.offset());
            ladder.fact(Kind.CLOCK, Fact.Name.ERROR, clock.error());
        }
    }

    /** Receives and decodes, the only place here that does. Nothing is remembered: a second picture is always looked at. */
    private static Observation watch(
            Decoders decoders, RtspSession session, Presentation.Track video, long startedNanos, Deadline deadline) {
        return new Watch(decoders, session, video.index(), video.format(), null, true, startedNanos).run(deadline);
    }

    private void judge(Observation seen, RtspSession session, long began) {
        long packets = 0;
        long lost = 0;
        for (StreamFacts f : session.facts()) {
            packets += f.packets();
            lost += f.lost();
        }
        ladder.fact(Kind.PLAY, Fact.Name.PACKETS, packets);
        ladder.fact(Kind.PLAY, Fact.Name.LOST, lost);
        ladder.fact(Kind.PLAY, Fact.Name.TRANSPORT, session.overUdp() ? "udp" : "tcp");
        PictureFacts p = seen.picture();
        if (p != null && p.framesPerSecond() > 0) {
            ladder.fact(Kind.PLAY, Fact.Name.FPS, p.framesPerSecond());
            ladder.fact(Kind.PLAY, Fact.Name.KBPS, p.bitsPerSecond() / 1000);
        }
        Judge.Ruling ruling = Judge.judge(seen, null, 0);
        if (packets == 0) {
            ladder.broken(Kind.PLAY, Trouble.NO_PACKETS, began);
            return;
        } else if (seen.failure() == Failure.NO_STREAM) {
            ladder.broken(Kind.PLAY, Trouble.STREAM_BROKE, began);
        } else if (ruling.findings().contains(Finding.LOSS)) {
            ladder.broken(Kind.PLAY, Trouble.LOSS, began);
        } else {
            ladder.ok(Kind.PLAY, began);
        }
        if (keyFrame(seen, began)) {
            picture(seen, ruling, began);
        }
    }

    private boolean keyFrame(Observation seen, long began) {
        PictureFacts p = seen.picture();
        if (seen.first() != null) {
            if (p != null) {
                ladder.fact(Kind.KEY_FRAME, Fact.Name.SIZE, p.width() + " x " + p.height());
                ladder.fact(Kind.KEY_FRAME, Fact.Name.FIRST_FRAME, p.firstFrame());
            }
            ladder.ok(Kind.KEY_FRAME, began);
            return true;
        }
        if (seen.failure() == Failure.NO_PICTURE) {
            boolean none = seen.brokenStep() == Step.KEY_FRAME;
            ladder.broken(Kind.KEY_FRAME, none ? Trouble.NO_KEY_FRAME : Trouble.NOT_DECODABLE, began);
        } else if (seen.failure() != Failure.NO_STREAM) {
            ladder.notReached(Kind.KEY_FRAME, Trouble.DECODER_FAILED);
        }
        return false;
    }

    private void picture(Observation seen, Judge.Ruling ruling, long began) {
        if (seen.luma() != null) {
            ladder.fact(
                    Kind.PICTURE,
                    Fact.Name.BRIGHTNESS,
                    Math.round(seen.picture().luma()));
        }
        if (ruling.findings().contains(Finding.FROZEN)) {
            ladder.broken(Kind.PICTURE, Trouble.FROZEN, began);
        } else if (ruling.findings().contains(Finding.BLACK)) {
            ladder.broken(Kind.PICTURE, Trouble.BLACK, began);
        } else if (seen.second() != null) {
            ladder.ok(Kind.PICTURE, began);
        } else {
            ladder.notReached(Kind.PICTURE, Trouble.ONE_PICTURE);
        }
    }

    private void broken(RtspException e, List<String> schemes, long began) {
        Kind at =
                switch (e.step()) {
                    case TCP -> Kind.TCP;
                    case OPTIONS, DESCRIBE -> Kind.DESCRIBE;
                    case SETUP, PLAY, STREAM -> Kind.PLAY;
                };
        if (e.status() > 0) {
            ladder.fact(at, Fact.Name.STATUS, (long) e.status());
        }
        switch (e.cause()) {
            case LOGIN_REFUSED, LOGIN_NEEDED -> refused(e, schemes, began);
            case UNRESOLVED -> ladder.broken(Kind.ROUTE, Trouble.NAME_UNKNOWN, began);
            case FORBIDDEN_ADDRESS -> ladder.broken(Kind.ROUTE, Trouble.FORBIDDEN_ADDRESS, began);
            case UNREACHABLE -> ladder.broken(Kind.ROUTE, Trouble.NO_ROUTE, began);
            case CONNECTION_REFUSED -> ladder.broken(Kind.TCP, Trouble.PORT_CLOSED, began);
            case TLS -> ladder.broken(Kind.TCP, Trouble.TLS_FAILED, began);
            case PIN_CHANGED -> ladder.broken(Kind.TCP, Trouble.KEY_CHANGED, began);
            case TIMEOUT -> ladder.broken(at, at == Kind.TCP ? Trouble.NO_ANSWER : Trouble.DEVICE_SILENT, began);
            case BUSY -> ladder.broken(at, Trouble.BUSY, began);
            case NOT_FOUND -> ladder.broken(at, Trouble.NO_SUCH_STREAM, began);
            case NO_TRACK -> ladder.broken(at, Trouble.NO_VIDEO, began);
            case REDIRECT -> ladder.broken(at, Trouble.REDIRECT, began);
            case TRANSPORT -> ladder.broken(at, Trouble.TRANSPORT_REFUSED, began);
            case CLOSED, PROTOCOL, SESSION_GONE, REPLAY_UNSUPPORTED, RANGE, REJECTED ->
                ladder.broken(at, Trouble.TALK_BROKEN, began);
        }
    }

    private void refused(RtspException e, List<String> schemes, long began) {
        ladder.fact(Kind.LOGIN, Fact.Name.SCHEMES, String.join(", ", schemes));
        if (e.cause() == RtspException.Cause.LOGIN_REFUSED) {
            loginRefused = login != null;
            ladder.broken(Kind.LOGIN, Trouble.WRONG_PASSWORD, began);
        } else if (!withLogin) {
            ladder.notReached(Kind.LOGIN, Trouble.LOGIN_WITHHELD);
        } else if (login == null) {
            ladder.broken(Kind.LOGIN, Trouble.LOGIN_MISSING, began);
        } else {
            boolean basic = schemes.contains("basic");
            ladder.broken(Kind.LOGIN, basic ? Trouble.BASIC_ONLY : Trouble.SCHEME_UNKNOWN, began);
        }
    }
}
