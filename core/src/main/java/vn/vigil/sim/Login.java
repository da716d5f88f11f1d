package vn.vigil.sim;

/** A user name and password that a simulated camera accepts. The password never appears in {@link #toString()}. */
public record Login(String user, String password) {
    @Override
    public String toString() {
        return user;
    }
}
