package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import vn.vigil.camera.Scenery.Cover;
import vn.vigil.camera.Scenery.Trouble;
import vn.vigil.media.Picture;
import vn.vigil.media.PictureMeasures;

/** Four drawn places are learned by day and by night; then 200 pictures of each kind are judged, healthy and not. */
class BaselineJudgeTest {
    private static final int ROUNDS = 200;
    private static final int PLACES = 4;
    private static final int LEARNED = 24;
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private static final List<Scenery> PLACE = new ArrayList<>();
    private static final List<Baseline> KNOWN = new ArrayList<>();

    static {
        for (int place = 0; place < PLACES; place++) {
            Scenery scenery = new Scenery(100 + place);
            Random random = new Random(place);
            Baseline baseline = Baseline.NONE;
            for (int i = 0; i < 2 * LEARNED; i++) {
                Picture picture = scenery.picture(i % 2 == 1, random, Trouble.NONE);
                baseline = baseline.learn(sample(picture, random), START.plusSeconds(1800L * i));
            }
            PLACE.add(scenery);
            KNOWN.add(baseline);
        }
    }

    private static BaselineSample sample(Picture picture, Random random) {
        double rate = 15 + random.nextGaussian() * 0.4;
        double bits = 1_500_000 * Math.exp(random.nextGaussian() * 0.12);
        return new BaselineSample(PictureMeasures.of(picture), bits, rate, 2);
    }

    @Test
    void healthyPicturesAccuseNobody() {
        for (boolean night : new boolean[] {false, true}) {
            int accused = 0;
            StringBuilder why = new StringBuilder();
            for (int i = 0; i < ROUNDS; i++) {
                Random random = new Random(7000 + i);
                BaselineSample now = sample(PLACE.get(i % PLACES).picture(night, random, Trouble.NONE), random);
                assertEquals(night ? Light.NIGHT : Light.DAY, now.light());
                List<Finding> findings = BaselineJudge.judge(now, KNOWN.get(i % PLACES));
                if (!findings.isEmpty()) {
                    accused++;
                    why.append(i).append(findings);
                }
            }
            assertEquals(0, accused, "of " + ROUNDS + (night ? " by night: " : " by day: ") + why);
        }
    }

    @Test
    void aCoveredLensIsFound() {
        found(Finding.COVERED, true, (random, i) -> new Trouble(0, 0, 0, 0, Cover.values()[i % 3]));
    }

    @Test
    void aLensOutOfFocusIsFound() {
        found(Finding.DEFOCUSED, true, (random, i) -> new Trouble(0, 2 + random.nextInt(6), 0, 0, null));
    }

    @Test
    void aTurnedCameraIsFound() {
        found(Finding.MOVED, true, (random, i) -> {
            int turned = 60 + random.nextInt(100);
            return new Trouble(random.nextBoolean() ? turned : -turned, 0, 0, 0, null);
        });
    }

    @Test
    void aColourCastIsFoundByDay() {
        found(Finding.COLOUR_CAST, false, (random, i) -> {
            float cast = 16 + random.nextInt(20);
            return new Trouble(0, 0, random.nextBoolean() ? cast : -cast, 0, null);
        });
    }

    @Test
    void aNoisyPictureIsFound() {
        found(Finding.NOISY, true, (random, i) -> new Trouble(0, 0, 0, 9 + random.nextInt(15), null));
    }

    /** Each trouble is found in at least 98 of 100 pictures, and never taken for another one in more than 2. */
    private static void found(Finding wanted, boolean nightToo, BiFunction<Random, Integer, Trouble> trouble) {
        int missed = 0;
        int other = 0;
        StringBuilder how = new StringBuilder();
        for (int i = 0; i < ROUNDS; i++) {
            Random random = new Random(9000 + i);
            boolean night = nightToo && i / PLACES % 2 == 1;
            Trouble one = trouble.apply(random, i);
            BaselineSample now = sample(PLACE.get(i % PLACES).picture(night, random, one), random);
            List<Finding> findings = BaselineJudge.judge(now, KNOWN.get(i % PLACES));
            missed += findings.contains(wanted) ? 0 : 1;
            other += findings.stream().anyMatch(f -> f != wanted) ? 1 : 0;
            if (!findings.equals(List.of(wanted))) {
                how.append(' ').append(i).append(night ? "n" : "d").append(one).append(findings);
            }
        }
        String told = wanted + ": missed " + missed + ", another " + other + " of " + ROUNDS + how;
        assertTrue(missed <= ROUNDS / 50 && other <= ROUNDS / 50, told);
    }

    @Test
    void aStreamThatThinsOutIsFound() {
        Random random = new Random(1);
        PictureMeasures picture = PictureMeasures.of(PLACE.get(0).picture(false, random, Trouble.NONE));
        Baseline known = KNOWN.get(0);
        assertEquals(
                List.of(Finding.LOW_FRAME_RATE),
                BaselineJudge.judge(new BaselineSample(picture, 1_500_000, 5, 2), known));
        assertEquals(
                List.of(Finding.LOW_BITRATE), BaselineJudge.judge(new BaselineSample(picture, 200_000, 15, 2), known));
        assertEquals(
                List.of(), BaselineJudge.judge(new BaselineSample(picture, Double.NaN, Double.NaN, Double.NaN), known));
    }

    @Test
    void nothingIsJudgedBeforeItIsLearned() {
        Random random = new Random(1);
        Picture blurred = PLACE.get(0).picture(false, random, new Trouble(0, 8, 30, 20, null));
        Baseline few = Baseline.NONE;
        for (int i = 0; i < Baseline.ENOUGH - 1; i++) {
            few = few.learn(
                    sample(PLACE.get(0).picture(false, random, Trouble.NONE), random), START.plusSeconds(1800L * i));
        }
        assertFalse(few.isLearned(Light.DAY));
        assertNull(few.usual(Light.DAY, Measure.ACUITY));
        assertEquals(List.of(), BaselineJudge.judge(sample(blurred, random), few));
        assertEquals(List.of(), BaselineJudge.judge(sample(blurred, random), Baseline.NONE));
        BaselineSample soon = sample(PLACE.get(0).picture(false, random, Trouble.NONE), random);
        assertSame(few, few.learn(soon, START.plusSeconds(1800L * 6 + 60)), "one hour must not outweigh a day");
    }

    @Test
    void aBaselineSurvivesTheStore() {
        Baseline known = KNOWN.get(1);
        byte[] bytes = known.bytes();
        assertTrue(bytes.length <= Baseline.MOST_BYTES);
        Baseline read = Baseline.of(bytes);
        assertArrayEquals(bytes, read.bytes());
        for (Light light : Light.values()) {
            assertEquals(LEARNED, read.samples(light));
            for (Measure measure : Measure.values()) {
                assertEquals(known.usual(light, measure), read.usual(light, measure));
            }
        }
        for (int length = 0; length < bytes.length; length += 97) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(IllegalArgumentException.class, () -> Baseline.of(cut));
        }
        bytes[0]++;
        assertThrows(IllegalArgumentException.class, () -> Baseline.of(bytes));
        Baseline full = known;
        Random random = new Random(3);
        BaselineSample day = sample(PLACE.get(1).picture(false, random, Trouble.NONE), random);
        BaselineSample night = sample(PLACE.get(1).picture(true, random, Trouble.NONE), random);
        for (int i = 0; i < 100; i++) {
            full = full.learn(day, START.plusSeconds(1800L * (1000 + i)))
                    .learn(night, START.plusSeconds(1800L * (1000 + i)));
        }
        assertEquals(64, full.samples(Light.DAY));
        assertTrue(full.bytes().length <= Baseline.MOST_BYTES);
    }
}
