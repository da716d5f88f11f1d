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

    @Override
    public int compareTo(MemberId o) {
        return value.compareTo(o.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
