package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.sqlite.JDBC;

/** The driver still works with the date format that takes the place of its own. */
class DateTextTest {
    @Test
    void aDateKeptAsTextComesBack() throws Exception {
        Properties properties = new Properties();
        properties.setProperty("date_class", "TEXT");
        Timestamp moment = new Timestamp(1_790_000_000_123L);
        try (Connection c = JDBC.createConnection("jdbc:sqlite::memory:", properties);
                PreparedStatement statement = c.prepareStatement("select ?1, length(?1)")) {
            statement.setTimestamp(1, moment);
            try (ResultSet row = statement.executeQuery()) {
                assertEquals(moment, row.getTimestamp(1));
                assertEquals("yyyy-MM-dd HH:mm:ss.SSS".length(), row.getInt(2));
            }
        }
    }
}
