package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.Codec;
import vn.vigil.camera.Observation.Failure;
import vn.vigil.media.Luma;
import vn.vigil.media.LumaThumb;

class JudgeTest {
    private static final Instant NOW = Instant.parse("2026-03-02T07:05:00Z");
    private static final Luma GREY = new Luma(120, 40, 300, 0.02);
    private static final Luma BLACK = new Luma(2, 1, 0, 0.999);
    private static final PictureFacts WHOLE =
            new PictureFacts(Codec.H264, 1280, 720, 15, 1_500_000, Duration.ofMillis(300), 1000, 0, 120);

    @Test
    void aPictureThatChangesIsUp() {
        Judge.Ruling ruling = judge(watched(grey(0), grey(60), GREY, WHOLE), null);
        assertEquals(new Judge.Ruling(CameraState.UP, List.of(), null), ruling);
    }

    @Test
    void aDecoderThatFailsSaysNothingOfTheCamera() {
        Judge.Ruling ruling =
                judge(Observation.failed(Observation.Failure.DECODER_FAILED, Step.DECODE), remembered(grey(0)));
        assertEquals(new Judge.Ruling(CameraState.NOT_CHECKED, List.of(), Step.DECODE), ruling);
    }

    @Test
    void onlyARunningClockIsEnoughToBeAlive() {
        Judge.Ruling ruling = judge(watched(grey(0), withClock(grey(0)), GREY, WHOLE), null);
        assertEquals(CameraState.UP, ruling.state());
    }

    @Test
    void aStillPictureIsFrozenAlsoWhenTheEncoderKeepsRefiningIt() {
        assertEquals(frozen(), judge(watched(grey(0), grey(0), GREY, WHOLE), null));
        assertEquals(frozen(), judge(watched(grey(0), grey(2), GREY, WHOLE), null));
    }

    @Test
    void aPictureLikeTheRememberedOneIsFrozenWithoutASecondLook() {
        assertEquals(frozen(), judge(watched(grey(0), null, GREY, WHOLE), remembered(grey(0))));
        assertEquals(
                CameraState.UP,
                judge(watched(grey(0), null, GREY, WHOLE), remembered(grey(60))).state());
    }

    @Test
    void whatMovesNowIsAliveHoweverMuchItLooksLikeBefore() {
        assertEquals(
                CameraState.UP,
                judge(watched(grey(0), grey(60), GREY, WHOLE), remembered(grey(0)))
                        .state());
    }

    @Test
    void oneKeyFrameOfAnUnknownCameraAccusesNobody() {
        assertEquals(
                CameraState.UP, judge(watched(grey(0), null, GREY, WHOLE), null).state());
    }

    @Test
    void aSecondLookIsTakenUnlessTheRememberedPictureDiffers() {
        assertTrue(Judge.needsSecondLook(grey(0), null));
        assertTrue(Judge.needsSecondLook(grey(0), remembered(null)));
        assertTrue(Judge.needsSecondLook(grey(0), remembered(grey(1))));
        assertFalse(Judge.needsSecondLook(grey(0), remembered(grey(60))));
    }

    @ParameterizedTest
    @CsvSource({"NO_STREAM,true", "NO_PICTURE,true", "UNREACHABLE,false", "BLACK,false"})
    void aStreamThatBrokeOffLastTimeIsClearedOnlyByGoingOn(Finding last, boolean second) {
        assertEquals(second, Judge.needsSecondLook(grey(0), remembered(grey(60), last)));
    }

    @Test
    void blackIsOneFaultNotTwo() {
        Judge.Ruling ruling = judge(watched(grey(-120), grey(-120), BLACK, WHOLE), null);
        assertEquals(new Judge.Ruling(CameraState.DEGRADED, List.of(Finding.BLACK), Step.JUDGE), ruling);
    }

    @Test
    void timeThatStandsStillIsFrozen() {
        Observation still = new Observation(
                Failure.NONE, null, null, false, false, DeviceFacts.NONE, WHOLE, grey(0), null, GREY, null, null, true);
        assertEquals(frozen(), judge(still, null));
    }

    @ParameterizedTest
    @CsvSource({"1000,9,false", "1000,11,true", "0,0,false"})
    void lossIsToldFromOnePercentOn(long packets, long lost, boolean told) {
        PictureFacts lossy =
                new PictureFacts(Codec.H264, 1280, 720, 15, 1_500_000, Duration.ofMillis(300), packets, lost, 120);
        List<Finding> findings =
                judge(watched(grey(0), grey(60), GREY, lossy), null).findings();
        assertEquals(told ? List.of(Finding.LOSS) : List.of(), findings);
    }

    @ParameterizedTest
    @CsvSource({"2100,300,false", "2400,300,true", "-2400,300,true", "-1000,0,false", "36000000,500,true"})
    void aClockIsWrongBeyondItsLimitAndItsOwnError(long offsetMs, long errorMs, boolean wrong) {
        ClockReading clock =
                new ClockReading(Duration.ofMillis(offsetMs), Duration.ofMillis(errorMs), ClockReading.How.ONVIF, NOW);
        List<Finding> findings = judge(withClock(clock, false), null).findings();
        assertEquals(wrong ? List.of(Finding.CLOCK_WRONG) : List.of(), findings);
    }

    @Test
    void senderReportsAccuseNoClock() {
        ClockReading clock = new ClockReading(Duration.ofHours(7), Duration.ofMillis(500), ClockReading.How.RTCP, NOW);
        assertEquals(CameraState.UP, judge(withClock(clock, false), null).state());
    }

    @Test
    void anImpossibleClockIsWrong() {
        Judge.Ruling ruling = judge(withClock(null, true), null);
        assertEquals(new Judge.Ruling(CameraState.DEGRADED, List.of(Finding.CLOCK_WRONG), Step.CLOCK), ruling);
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.class,
            names = {"UNREACHABLE", "REFUSED", "NO_STREAM", "NO_PICTURE"})
    void whatShowsNoPictureIsDown(Failure failure) {
        Judge.Ruling ruling = judge(Observation.failed(failure, Step.DESCRIBE), remembered(grey(0)));
        assertEquals(CameraState.DOWN, ruling.state());
        assertEquals(failure.name(), ruling.findings().get(0).name());
        assertEquals(Step.DESCRIBE, ruling.brokenStep());
    }

    @Test
    void aBusyCameraWorksForSomebodyElseAndIsNotDown() {
        Judge.Ruling ruling = judge(Observation.failed(Failure.BUSY, Step.SETUP), null);
        assertEquals(new Judge.Ruling(CameraState.NOT_CHECKED, List.of(Finding.BUSY), Step.SETUP), ruling);
    }

    @Test
    void whoseTurnDidNotComeIsNeitherUpNorDown() {
        Judge.Ruling ruling = judge(Observation.failed(Failure.NOT_RUN, null), null);
        assertEquals(CameraState.NOT_CHECKED, ruling.state());
        assertTrue(ruling.findings().isEmpty());
        assertNull(ruling.brokenStep());
    }

    private static Judge.Ruling judge(Observation seen, Remembered before) {
        return Judge.judge(seen, before, 0);
    }

    private static Judge.Ruling frozen() {
        return new Judge.Ruling(CameraState.DEGRADED, List.of(Finding.FROZEN), Step.JUDGE);
    }

    private static Observation watched(LumaThumb first, LumaThumb second, Luma luma, PictureFacts facts) {
        return new Observation(
                Failure.NONE,
                null,
                null,
                false,
                false,
                DeviceFacts.NONE,
                facts,
                first,
                second,
                luma,
                null,
                null,
                false);
    }

    private static Observation withClock(ClockReading clock, boolean implausible) {
        return new Observation(
                Failure.NONE,
                null,
                clock,
                implausible,
                false,
                DeviceFacts.NONE,
                WHOLE,
                grey(0),
                grey(60),
                GREY,
                null,
                null,
                false);
    }

    private static Remembered remembered(LumaThumb thumb, Finding... findings) {
        return new Remembered(CameraState.UP, NOW, List.of(findings), null, thumb, null, NOW, Baseline.NONE, null, NOW);
    }

    /** A slope of brightness, brighter by so much all over. */
    private static LumaThumb grey(int brighter) {
        byte[] b = new byte[LumaThumb.WIDTH * LumaThumb.HEIGHT];
        for (int i = 0; i < b.length; i++) {
            b[i] = (byte) Math.max(0, Math.min(255, 40 + i % LumaThumb.WIDTH / 2 + brighter));
        }
        return new LumaThumb(b);
    }

    /** The same with one digit of a clock changed: some 20 boxes. */
    private static LumaThumb withClock(LumaThumb thumb) {
        byte[] b = thumb.bytes().clone();
        for (int row = 80; row < 85; row++) {
            for (int column = 10; column < 14; column++) {
                b[row * LumaThumb.WIDTH + column] = (byte) 235;
            }
        }
        return new LumaThumb(b);
    }

    @Test
    void aRecorderThatHoldsNothingYoungIsNotRecordingUntilItIsAskedAgain() {
        RecorderFacts stale = new RecorderFacts(NOW, null, NOW.minusSeconds(7200), 79_200, 7_200, 1);
        Observation asked = watched(grey(0), grey(60), GREY, WHOLE).recorded(stale);
        assertEquals(List.of(Finding.NOT_RECORDING), judge(asked, null).findings());
        Remembered before =
                new Remembered(CameraState.UP, NOW, List.of(), null, grey(0), null, NOW, Baseline.NONE, stale, NOW);
        assertEquals(
                List.of(Finding.NOT_RECORDING),
                judge(watched(grey(0), grey(60), GREY, WHOLE), before).findings());
        RecorderFacts fresh = new RecorderFacts(NOW, null, NOW.minusSeconds(60), 86_340, 60, 1);
        assertEquals(
                List.of(),
                judge(watched(grey(0), grey(60), GREY, WHOLE).recorded(fresh), before)
                        .findings());
    }

    @Test
    void aPromiseOfDaysIsBrokenOnlyWhereItCouldHaveBeenKept() {
        java.time.Duration day = java.time.Duration.ofDays(1);
        java.time.Instant oldest = NOW.minus(day.multipliedBy(20));
        RecorderFacts said = new RecorderFacts(NOW, oldest, NOW, 86_400, 0, 0);
        java.time.Instant longAgo = NOW.minus(day.multipliedBy(100));
        assertEquals(List.of(Finding.RETENTION_SHORT), said.findings(30, longAgo));
        assertEquals(List.of(), said.findings(20, longAgo));
        assertEquals(List.of(), said.findings(0, longAgo));
        assertEquals(
                List.of(), said.findings(30, NOW.minus(day.multipliedBy(25))), "in the inventory for 25 days only");
    }

    @Test
    void aLightLookClearsOnlyWhatItCanSee() {
        Observation described = Observation.failed(Failure.NONE, null);
        Judge.Ruling up = new Judge.Ruling(CameraState.UP, List.of(), null);
        assertEquals(up, Judge.light(described, null));
        assertEquals(up, Judge.light(described, left(CameraState.DOWN, Step.TCP, Finding.UNREACHABLE)));
        assertEquals(
                new Judge.Ruling(CameraState.DOWN, List.of(Finding.NO_STREAM), Step.PACKETS),
                Judge.light(described, left(CameraState.DOWN, Step.PACKETS, Finding.NO_STREAM)));
        assertEquals(
                new Judge.Ruling(CameraState.DEGRADED, List.of(Finding.FROZEN), Step.JUDGE),
                Judge.light(described, left(CameraState.DEGRADED, Step.JUDGE, Finding.FROZEN)));
        Observation gone = Observation.failed(Failure.UNREACHABLE, Step.TCP);
        assertEquals(
                List.of(Finding.UNREACHABLE),
                Judge.light(gone, left(CameraState.DEGRADED, Step.JUDGE, Finding.FROZEN))
                        .findings());
    }

    private static Remembered left(CameraState state, Step step, Finding... findings) {
        return new Remembered(state, NOW, List.of(findings), step, grey(0), null, NOW, Baseline.NONE, null, NOW);
    }
}
