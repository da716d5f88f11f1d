package vn.vigil.base;

/** How bad a finding is, from best to worst. The worst of several goes by this order, never by the exit codes' numbers. */
public enum Severity {
    OK,
    WARNING,
    UNKNOWN,
    CRITICAL;

    public Severity worst(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
