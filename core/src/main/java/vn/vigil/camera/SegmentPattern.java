package vn.vigil.camera;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;

/**
 * Where a recorder lays its segments, as a path with the fields of {@code strftime}: {@code %Y %m %d %H %M %S}, {@code %f}
 * (microseconds), {@code %s} (seconds since 1970), {@code %z} (offset), {@code %%}, and {@code *} for any text within one name.
 * The fields tell when a segment begins: local time of the site, UTC behind {@code ?utc}, the offset's with {@code %z}.
 * MediaMTX: its {@code recordPath} with the path's name and the ending put in; FFmpeg: what stands behind {@code -strftime 1}.
 * Immutable; any names are allowed to be matched.
 */
final class SegmentPattern {
    private static final String UTC = "?utc";
    private static final int MAX_STARS = 2;

    /** Offsets on Earth reach from −12 to +14 hours; the clock's format allows 18. */
    private static final Duration ANY_OFFSET = Duration.ofHours(18);

    /** In the order of their weight, as far as {@code SECOND}. */
    private enum Field {
        YEAR('Y', "(\\d{4})", ChronoUnit.YEARS),
        MONTH('m', "(\\d{2})", ChronoUnit.MONTHS),
        DAY('d', "(\\d{2})", ChronoUnit.DAYS),
        HOUR('H', "(\\d{2})", ChronoUnit.HOURS),
        MINUTE('M', "(\\d{2})", ChronoUnit.MINUTES),
        SECOND('S', "(\\d{2})", ChronoUnit.SECONDS),
        MICROSECOND('f', "(\\d{6})", null),
        EPOCH('s', "(\\d{1,11})", null),
        OFFSET('z', "([+-]\\d{4})", null);

        private final char letter;
        private final String regex;
        private final ChronoUnit unit;

        Field(char letter, String regex, ChronoUnit unit) {
            this.letter = letter;
            this.regex = regex;
            this.unit = unit;
        }

        static Field of(char letter) {
            for (Field f : values()) {
                if (f.letter == letter) {
                    return f;
                }
            }
            return null;
        }
    }

    /** One name of the path. */
    private record Level(Pattern pattern, List<Field> fields) {}

    /** What the names so far have told. */
    static final class Told {
        private final Map<Field, Long> values = new EnumMap<>(Field.class);

        private Told() {}

        private boolean put(Field field, long value) {
            Long before = values.put(field, value);
            return before == null || before == value;
        }

        private int get(Field field, int otherwise) {
            return Math.toIntExact(values.getOrDefault(field, (long) otherwise));
        }
    }

    /**
     * When a segment of such a name, or below such a folder, can begin.
     *
     * @param from the earliest
     * @param to the first instant too late
     */
    record Range(Instant from, Instant to) {
        static final Range ANY = new Range(Instant.MIN, Instant.MAX);
    }

    private final Path root;
    private final List<Level> levels;
    private final boolean utc;
    private final boolean withOffset;
    private final boolean precise;

    private SegmentPattern(Path root, List<Level> levels, boolean utc) {
        this.root = root;
        this.levels = List.copyOf(levels);
        this.utc = utc;
        this.withOffset = has(Field.OFFSET);
        this.precise = has(Field.MICROSECOND);
    }

    private boolean has(Field field) {
        return levels.stream().anyMatch(level -> level.fields().contains(field));
    }

    /**
     * Reads a pattern.
     *
     * @throws VigilException USAGE, saying what is wrong with it
     */
    static SegmentPattern of(String text) {
        boolean utc = text.endsWith(UTC);
        String path = utc ? text.substring(0, text.length() - UTC.length()) : text;
        if (!path.startsWith("/") || path.endsWith("/") || path.indexOf('\0') >= 0) {
            throw wrong(text, CameraText.FOLDER_NOT_ABSOLUTE.with());
        }
        Path root = Path.of("/");
        List<Level> levels = new ArrayList<>();
        for (String name : path.substring(1).split("/+")) {
            if (name.equals("..") || name.equals(".")) {
                throw wrong(text, CameraText.FOLDER_NOT_ABSOLUTE.with());
            }
            if (levels.isEmpty() && name.indexOf('%') < 0 && name.indexOf('*') < 0) {
                root = resolve(root, name, text);
            } else {
                levels.add(level(name, text));
            }
        }
        SegmentPattern pattern = new SegmentPattern(root, levels, utc);
        boolean clock = true;
        for (Field f : Field.values()) {
            clock &= f.unit == null || pattern.has(f);
        }
        if (!clock && !pattern.has(Field.EPOCH)) {
            throw wrong(text, CameraText.FOLDER_TELLS_NO_TIME.with());
        }
        return pattern;
    }

    private static Path resolve(Path root, String name, String text) {
        try {
            return root.resolve(name);
        } catch (InvalidPathException e) {
            throw wrong(text, CameraText.FOLDER_NOT_ABSOLUTE.with());
        }
    }

    private static Level level(String name, String text) {
        StringBuilder regex = new StringBuilder();
        List<Field> fields = new ArrayList<>();
        int stars = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '*') {
                stars++;
                regex.append(".*");
            } else if (c != '%') {
                regex.append(Pattern.quote(String.valueOf(c)));
            } else if (i + 1 < name.length() && name.charAt(i + 1) == '%') {
                i++;
                regex.append('%');
            } else {
                i++;
                Field field = i < name.length() ? Field.of(name.charAt(i)) : null;
                if (field == null) {
                    throw wrong(text, CameraText.FOLDER_FIELD.with("%" + (i < name.length() ? name.charAt(i) : "")));
                }
                regex.append(field.regex);
                fields.add(field);
            }
        }
        if (stars > MAX_STARS) {
            throw wrong(text, CameraText.FOLDER_STARS.with(MAX_STARS));
        }
        return new Level(Pattern.compile(regex.toString(), Pattern.DOTALL), fields);
    }

    private static VigilException wrong(String text, Message why) {
        return new VigilException(ErrorKind.USAGE, "VG-CAMERA-FOLDER-PATTERN", CameraText.FOLDER_PATTERN.with(text))
                .why(why);
    }

    /** The folder above all that has a field in its name. */
    Path root() {
        return root;
    }

    /** How many names a segment has below the root. */
    int depth() {
        return levels.size();
    }

    /** How far two segments' beginnings and ends may lie apart by what the names cannot tell, before that is a hole. */
    Duration tolerance() {
        return precise ? Duration.ofMillis(500) : Duration.ofSeconds(2);
    }

    /** Nothing told yet. */
    Told start() {
        return new Told();
    }

    /**
     * What is known once a name was read.
     *
     * @param level which name it is below the root, from 0
     * @return null when no segment is called so
     */
    Told read(int level, String name, Told before) {
        Level l = levels.get(level);
        Matcher matcher = l.pattern().matcher(name);
        if (!matcher.matches()) {
            return null;
        }
        Told told = new Told();
        told.values.putAll(before.values);
        for (int i = 0; i < l.fields().size(); i++) {
            if (!told.put(l.fields().get(i), Long.parseLong(matcher.group(i + 1)))) {
                return null;
            }
        }
        return told;
    }

    /**
     * Within which time a segment begins.
     *
     * @return null when there is no such time
     */
    Range range(Told told, ZoneId zone) {
        Long epoch = told.values.get(Field.EPOCH);
        if (epoch != null) {
            return new Range(Instant.ofEpochSecond(epoch), Instant.ofEpochSecond(epoch + 1));
        }
        ChronoUnit last = null;
        for (Field f : Field.values()) {
            if (f.unit == null || !told.values.containsKey(f)) {
                break;
            }
            last = f.unit;
        }
        if (last == null) {
            return Range.ANY;
        }
        try {
            LocalDateTime from = local(told);
            LocalDateTime to = from.plus(1, last);
            if (utc) {
                return new Range(from.toInstant(ZoneOffset.UTC), to.toInstant(ZoneOffset.UTC));
            }
            if (withOffset) {
                ZoneOffset offset = offset(told);
                Duration play = offset == null ? ANY_OFFSET : Duration.ZERO;
                ZoneOffset taken = offset == null ? ZoneOffset.UTC : offset;
                return new Range(
                        from.toInstant(taken).minus(play), to.toInstant(taken).plus(play));
            }
            // The last local moment inside may come twice, while the first one outside does not.
            Instant end = ZonedDateTime.ofLocal(to.minusNanos(1), zone, null)
                    .withLaterOffsetAtOverlap()
                    .toInstant();
            return new Range(
                    ZonedDateTime.ofLocal(from, zone, null)
                            .withEarlierOffsetAtOverlap()
                            .toInstant(),
                    end.plusNanos(1));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * When a segment begins whose names are all read. Where summer time ends and its local time comes twice, the second one
     * counts if the file was last written to within the hour after that, else the first.
     *
     * @param written when the file was last written to
     * @return null when there is no such time
     */
    Instant time(Told told, ZoneId zone, Instant written) {
        Long epoch = told.values.get(Field.EPOCH);
        long micros = told.get(Field.MICROSECOND, 0);
        if (epoch != null) {
            return Instant.ofEpochSecond(epoch).plus(micros, ChronoUnit.MICROS);
        }
        try {
            LocalDateTime local = local(told).plus(micros, ChronoUnit.MICROS);
            if (utc) {
                return local.toInstant(ZoneOffset.UTC);
            }
            if (withOffset) {
                ZoneOffset offset = offset(told);
                return offset == null ? null : OffsetDateTime.of(local, offset).toInstant();
            }
            ZonedDateTime first = ZonedDateTime.ofLocal(local, zone, null).withEarlierOffsetAtOverlap();
            Instant second = first.withLaterOffsetAtOverlap().toInstant();
            if (second.equals(first.toInstant())) {
                return second;
            }
            boolean later = !written.isBefore(second) && written.isBefore(second.plus(1, ChronoUnit.HOURS));
            return later ? second : first.toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDateTime local(Told told) {
        return LocalDateTime.of(
                told.get(Field.YEAR, 0),
                told.get(Field.MONTH, 1),
                told.get(Field.DAY, 1),
                told.get(Field.HOUR, 0),
                told.get(Field.MINUTE, 0),
                told.get(Field.SECOND, 0));
    }

    private static ZoneOffset offset(Told told) {
        Long value = told.values.get(Field.OFFSET);
        return value == null ? null : ZoneOffset.ofHoursMinutes((int) (value / 100), (int) (value % 100));
    }
}
