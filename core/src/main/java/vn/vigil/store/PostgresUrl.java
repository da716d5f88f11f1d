package vn.vigil.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;

/**
 * An address of PostgreSQL, taken apart. Only parameters of the list below pass: others of the driver's name classes to load
 * and files to write.
 *
 * @param address {@code jdbc:postgresql://HOST[:PORT]/DATABASE} without parameters
 * @param parameters the allowed ones
 */
record PostgresUrl(String address, Properties parameters) {
    static final Set<String> ALLOWED = Set.of(
            "sslmode",
            "sslrootcert",
            "connectTimeout",
            "socketTimeout",
            "loginTimeout",
            "tcpKeepAlive",
            "ApplicationName");

    private static final String PREFIX = "jdbc:postgresql://";

    /** @throws VigilException USAGE, naming every fault at once and repeating no value */
    static PostgresUrl parse(String url) {
        List<Message> faults = new ArrayList<>();
        int question = url.indexOf('?');
        String address = question < 0 ? url : url.substring(0, question);
        if (!isAddress(address)) {
            faults.add(StoreText.URL_FORM.with());
        }
        Properties parameters = new Properties();
        if (question >= 0) {
            for (String pair : url.substring(question + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                if (name.equals("user") || name.equals("password")) {
                    faults.add(StoreText.URL_SECRET.with(name));
                } else if (equals < 0 || !ALLOWED.contains(name)) {
                    faults.add(StoreText.URL_PARAMETER.with(
                            name, String.join(", ", ALLOWED.stream().sorted().toList())));
                } else if (parameters.setProperty(name, pair.substring(equals + 1)) != null) {
                    faults.add(StoreText.URL_PARAMETER.with(
                            name, String.join(", ", ALLOWED.stream().sorted().toList())));
                }
            }
        }
        if (!faults.isEmpty()) {
            VigilException e = new VigilException(ErrorKind.USAGE, "VG-STORE-URL", StoreText.URL_REFUSED.with());
            for (Message fault : faults) {
                e.why(fault);
            }
            throw e;
        }
        return new PostgresUrl(address, parameters);
    }

    private static boolean isAddress(String address) {
        if (!address.startsWith(PREFIX)) {
            return false;
        }
        String rest = address.substring(PREFIX.length());
        int slash = rest.indexOf('/');
        if (slash < 1 || slash == rest.length() - 1) {
            return false;
        }
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!plain && ".-_:[],/".indexOf(c) < 0 || c == '/' && i != slash) {
                return false;
            }
        }
        return true;
    }
}
