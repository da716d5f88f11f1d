package vn.vigil.roster.plan;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.vigil.base.MemberId;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.people.People;
import vn.vigil.roster.book.Books;
import vn.vigil.store.Tx;

/** How rosters are read together with what bears on them. */
final class Reading {
    final World world;
    final Config config;
    final People people;
    final Books books;
    private final List<MoreFindings> finders = new ArrayList<>();
    private Done done;

    Reading(World world, Config config, People people, Books books) {
        this.world = world;
        this.config = config;
        this.people = people;
        this.books = books;
    }

    /** Where what was really stood is known. */
    void done(Done knows) {
        done = knows;
    }

    void alsoFind(MoreFindings finds) {
        finders.add(finds);
    }

    List<Duty> really(Tx tx, List<Duty> planned) throws SQLException {
        return done == null ? planned : done.really(tx, planned);
    }

    List<Finding> more(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        List<Finding> all = new ArrayList<>();
        for (MoreFindings finder : finders) {
            all.addAll(finder.of(tx, first, last));
        }
        return all;
    }

    Engagements engagements() {
        return new PeopleEngagements(people, config.zone());
    }

    Mornings mornings() {
        return new Mornings(this);
    }

    /** The days from first to last as they stand. */
    Scene scene(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        return Scene.read(tx, books, engagements(), first, last);
    }

    /** Everybody's balance before a day, by member in {@link Measure} order. */
    Map<MemberId, double[]> balancesBefore(Tx tx, LocalDate day) throws SQLException {
        Accounts.Opening opening = Accounts.opening(tx, day.minusDays(1));
        if (!opening.first().isBefore(day)) {
            return opening.carry();
        }
        Scene scene = scene(tx, opening.first(), day.minusDays(1));
        return Accounts.balances(scene.book(), scene.engagements(), really(tx, scene.duties()), opening.carry());
    }
}
