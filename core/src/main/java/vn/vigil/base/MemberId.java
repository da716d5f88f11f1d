package vn.vigil.base;

/**
 * A person's short name in this site, as given to {@code --as}.
 *
 * @param value same form as a {@link CameraId}
 */
public record MemberId(String value) implements Comparable<MemberId> {
    public MemberId {
        if (!CameraId.isValid(value)) {
            throw new IllegalArgumentException("not a member id: " + value);
        }
    }

    /** Written out: linking a record's own costs milliseconds of every start. */
    @Override
    public boolean equals(Object o) {
        return o instanceof MemberId other && value.equals(other.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(MemberId o) {
        return value.compareTo(o.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
