package vn.vigil.net;

/**
 * A user name and its password, as a person would type them (nothing percent-encoded).
 *
 * @param user sent in the clear by every scheme; holds no control characters
 * @param password never printed: {@link #toString()} hides it
 */
public record Login(String user, String password) {
    public Login {
        for (int i = 0; i < user.length(); i++) {
            if (Character.isISOControl(user.charAt(i))) {
                throw new IllegalArgumentException("control character in a user name");
            }
        }
    }

    @Override
    public String toString() {
        return "Login[user=" + user + "]";
    }
}
