package vn.vigil.base;

/** This build's number; a test holds it against the pom. */
public final class Version {
    public static final String NUMBER = "0.1.0";

    private Version() {}
}
