package vn.vigil.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.AccessUnit;

/** The simulated picture: drawn, coded, decoded, and its number read back. */
class SceneEncoderTest {
    /** What a check allows a camera that it has not learned yet. */
    private static final double NOISE = 4.0;

    private static final Instant NIGHT = Instant.parse("2026-11-19T19:00:00Z");
    private static final ZoneOffset HANOI = ZoneOffset.ofHours(7);

    private static List<Picture> keyFrames(Scene scene) {
        return scene.units().stream()
                .filter(AccessUnit::keyFrame)
                .map(unit -> PictureDecoder.decode(scene.format(), List.of(unit)))
                .toList();
    }

    @Test
    void everyPictureCarriesItsNumber() {
        Scene scene =
                SceneEncoder.loop(SceneEncoder.Spec.of("gate-1", SceneEncoder.Look.MOVING), Duration.ofSeconds(3));
        List<Picture> pictures = PictureDecoder.decodeAll(scene.format(), scene.units());
        assertEquals(30, pictures.size());
        assertEquals(270_000, scene.ticks());
        for (int i = 0; i < 30; i++) {
            assertEquals(i, SceneReader.frameNumber(pictures.get(i)));
            assertEquals(i % 10 == 0, scene.units().get(i).keyFrame());
            assertEquals(i * 9_000L, scene.units().get(i).time());
        }
        assertEquals(0, ParameterSets.facts(scene.format()).reorder());
    }

    @Test
    void theNumberSurvivesOtherSizesAndIsNotSeenWhereThereIsNone() {
        var small = new SceneEncoder.Spec("x", 352, 288, 5, 5, 150, SceneEncoder.Look.MOVING);
        for (Picture picture : keyFrames(SceneEncoder.loop(small, Duration.ofSeconds(4)))) {
            assertEquals(0, SceneReader.frameNumber(picture) % 5);
        }
        Captured pattern = Captured.h264();
        for (Picture picture : PictureDecoder.decodeAll(pattern.format(), pattern.units())) {
            assertEquals(-1, SceneReader.frameNumber(picture));
        }
        assertEquals(-1, Blocks.decode(Blocks.encode(12345) ^ 1 << 9));
        assertEquals(Blocks.MAX, Blocks.decode(Blocks.encode(Blocks.MAX)));
    }

    @Test
    void theSameSpecGivesTheSameBytes() {
        var spec = SceneEncoder.Spec.of("gate-1", SceneEncoder.Look.MOVING);
        Scene one = SceneEncoder.loop(spec, Duration.ofSeconds(2));
        Scene two = SceneEncoder.loop(spec, Duration.ofSeconds(2));
        for (int i = 0; i < one.units().size(); i++) {
            assertArrayEquals(one.units().get(i).data(), two.units().get(i).data());
        }
    }

    @Test
    void frozenIsFrozenAndBlackIsBlackAndMovingIsNeither() {
        for (SceneEncoder.Look look : SceneEncoder.Look.values()) {
            List<Picture> keys =
                    keyFrames(SceneEncoder.loop(SceneEncoder.Spec.of("gate-1", look), Duration.ofSeconds(4)));
            for (int i = 1; i < keys.size(); i++) {
                boolean frozen = LumaThumb.isFrozen(LumaThumb.of(keys.get(i - 1)), LumaThumb.of(keys.get(i)), NOISE);
                boolean moves = look == SceneEncoder.Look.MOVING || look == SceneEncoder.Look.TURNED;
                assertEquals(!moves, frozen, look + " " + i);
                assertEquals(
                        look == SceneEncoder.Look.BLACK, Luma.of(keys.get(i)).isBlack());
            }
        }
    }

    @Test
    void theClockShowsTheTimeItIsGiven() {
        List<byte[]> drawn = new ArrayList<>();
        for (Instant now : List.of(NIGHT, NIGHT, NIGHT.plusMillis(100))) {
            try (SceneEncoder encoder = SceneEncoder.open(SceneEncoder.Spec.of("gate-1", SceneEncoder.Look.MOVING))) {
                AccessUnit unit = encoder.encode(7, now, HANOI);
                assertTrue(unit.keyFrame());
                assertEquals(63_000, unit.time());
                drawn.add(PictureDecoder.decode(encoder.format(), List.of(unit)).luma());
            }
        }
        assertArrayEquals(drawn.get(0), drawn.get(1));
        assertFalse(Arrays.equals(drawn.get(0), drawn.get(2)));
    }

    @Test
    void sceneAndSnapshotStayWithinTheirLimits() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new SceneEncoder.Spec("x", 641, 360, 10, 10, 400, SceneEncoder.Look.MOVING));
        Scene scene = SceneEncoder.loop(SceneEncoder.Spec.of("x", SceneEncoder.Look.MOVING), Duration.ofMillis(100));
        Picture picture = keyFrames(scene).get(0);
        byte[] best = Jpeg.encode(picture, 100);
        byte[] least = Jpeg.encode(picture, 1);
        assertArrayEquals(best, Jpeg.encode(picture, 100));
        assertTrue(least.length < best.length);
        for (byte[] file : List.of(best, least)) {
            assertEquals(0xffd8, (file[0] & 0xff) << 8 | file[1] & 0xff);
            assertEquals(0xffd9, (file[file.length - 2] & 0xff) << 8 | file[file.length - 1] & 0xff);
        }
        assertNotEquals(0, Luma.of(picture).sharpness());
    }
}
