package vn.vigil.camera;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.vigil.media.EdgeMap;

/**
 * What a camera is usually like, by day and by night: of each measure the last 64 values, at least {@link #SPACING} apart, so
 * that a day or two count and no single hour. Immutable; learning gives a new one. At most {@link #MOST_BYTES} as bytes.
 */
final class Baseline {
    /** Nothing learned yet. */
    static final Baseline NONE = new Baseline(new EnumMap<>(Light.class));

    /** From so many samples on it is judged by. */
    static final int ENOUGH = 8;

    static final Duration SPACING = Duration.ofMinutes(30);
    static final int MOST_BYTES = 8192;

    private static final int MEMORY = 64;
    private static final byte VERSION = 1;
    private static final Measure[] MEASURES = Measure.values();

    /** Normal noise lies within 1.4826 times the median deviation as often as within one standard deviation. */
    private static final double SIGMA = 1.4826;

    /** A measure's usual value, and how far it usually strays from it, as a standard deviation; both robust. */
    record Usual(double median, double sigma) {}

    /** One light's memory. {@code values} are rows of measures, oldest first. */
    private record Memory(long latestMillis, EdgeAverage edges, List<float[]> values) {}

    private final Map<Light, Memory> memories;

    private Baseline(Map<Light, Memory> memories) {
        this.memories = memories;
    }

    /**
     * Takes in what a camera without faults showed; the caller sees to it that nobody learns a fault.
     *
     * @return this very one when the latest sample of that light is too recent
     */
    Baseline learn(BaselineSample sample, Instant at) {
        Light light = sample.light();
        Memory old = memories.get(light);
        long millis = at.toEpochMilli();
        if (old != null && Math.abs(millis - old.latestMillis()) < SPACING.toMillis()) {
            return this;
        }
        EdgeAverage edges = (old == null ? EdgeAverage.NONE : old.edges())
                .with(sample.picture().edges());
        List<float[]> values = new ArrayList<>(old == null ? List.of() : old.values());
        if (values.size() == MEMORY) {
            values.remove(0);
        }
        float[] row = new float[MEASURES.length];
        for (Measure measure : MEASURES) {
            row[measure.ordinal()] = (float) sample.value(measure, edges);
        }
        values.add(row);
        Map<Light, Memory> next = new EnumMap<>(Light.class);
        next.putAll(memories);
        next.put(light, new Memory(millis, edges, List.copyOf(values)));
        return new Baseline(next);
    }

    /** How many samples of a light are remembered. */
    int samples(Light light) {
        Memory memory = memories.get(light);
        return memory == null ? 0 : memory.values().size();
    }

    /** How many samples are remembered, by day and by night. */
    int samples() {
        int all = 0;
        for (Light light : Light.values()) {
            all += samples(light);
        }
        return all;
    }

    /** How many more samples of a light it takes until it is judged by. */
    int missing(Light light) {
        return Math.max(0, ENOUGH - samples(light));
    }

    boolean isLearned(Light light) {
        return missing(light) == 0;
    }

    EdgeAverage edges(Light light) {
        Memory memory = memories.get(light);
        return memory == null ? EdgeAverage.NONE : memory.edges();
    }

    /** What is judged by: null until {@link #ENOUGH} values of it are known. */
    Usual usual(Light light, Measure measure) {
        return usual(light, measure, ENOUGH);
    }

    /** For people, who may see what is only being learned; null when nothing is known of it. */
    Usual usualSoFar(Light light, Measure measure) {
        return usual(light, measure, 1);
    }

    private Usual usual(Light light, Measure measure, int least) {
        Memory memory = memories.get(light);
        if (memory == null) {
            return null;
        }
        double[] known = memory.values().stream()
                .mapToDouble(row -> row[measure.ordinal()])
                .filter(v -> !Double.isNaN(v))
                .toArray();
        if (known.length < least) {
            return null;
        }
        double median = median(known);
        for (int i = 0; i < known.length; i++) {
            known[i] = Math.abs(known[i] - median);
        }
        return new Usual(median, SIGMA * median(known));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /** For the store: a version, then of each light its time, edges and values; numbers big end first. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            for (Light light : Light.values()) {
                Memory memory = memories.get(light);
                out.writeByte(memory == null ? 0 : memory.values().size());
                if (memory == null) {
                    continue;
                }
                out.writeLong(memory.latestMillis());
                out.writeByte(memory.edges().count());
                for (float cell : memory.edges().cells()) {
                    out.writeFloat(cell);
                }
                for (float[] row : memory.values()) {
                    for (float value : row) {
                        out.writeFloat(value);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads back what {@link #bytes} gave.
     *
     * @throws IllegalArgumentException for anything else, also another version's: it is then learned anew
     */
    static Baseline of(byte[] bytes) {
        Map<Light, Memory> memories = new EnumMap<>(Light.class);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IllegalArgumentException("a baseline of another version");
            }
            for (Light light : Light.values()) {
                int size = in.readUnsignedByte();
                if (size > 0) {
                    memories.put(light, read(in, size));
                }
            }
            if (in.read() >= 0) {
                throw new IllegalArgumentException("a baseline too long");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("a baseline cut short", e);
        }
        return new Baseline(memories);
    }

    private static Memory read(DataInputStream in, int size) throws IOException {
        if (size > MEMORY) {
            throw new IllegalArgumentException("a baseline of " + size + " samples");
        }
        long latest = in.readLong();
        int count = in.readUnsignedByte();
        float[] cells = new float[EdgeMap.CELLS];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = in.readFloat();
        }
        List<float[]> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            float[] row = new float[MEASURES.length];
            for (int k = 0; k < row.length; k++) {
                row[k] = in.readFloat();
            }
            values.add(row);
        }
        return new Memory(latest, new EdgeAverage(cells, count), values);
    }
}
