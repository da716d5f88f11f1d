package vn.vigil.cli.command.extract;

import java.util.Locale;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.people.KeyListed;
import vn.vigil.people.KeyState;

/** Shows a key on record. Its kind is always a certificate: where the private half lies is not on record. */
record KeyRow(Out out) implements RowView<KeyListed> {
    /** Enough for people to tell keys apart. */
    private static final int SHORT = 16;

    @Override
    public String[] columns() {
        return new String[] {
            "owner", "name", "kind", "sha256", "valid_from", "valid_until", "days_left", "state", "trial"
        };
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            KeyLabel.OWNER,
            KeyLabel.NAME,
            KeyLabel.KIND,
            KeyLabel.FINGERPRINT,
            KeyLabel.FROM,
            KeyLabel.UNTIL,
            KeyLabel.DAYS_LEFT,
            KeyLabel.STATE,
            KeyLabel.TRIAL
        };
    }

    @Override
    public void cells(KeyListed k, Cells cells) {
        boolean people = cells.forPeople();
        String kind = KeyLabel.CERTIFICATE.name().toLowerCase(Locale.ROOT);
        cells.add(people && k.owner() == null ? out.text(KeyLabel.DEPARTMENT.with()) : owner(k))
                .add(k.name())
                .add(people ? out.text(KeyLabel.CERTIFICATE.with()) : kind)
                .add(people ? k.fingerprint().substring(0, SHORT) : k.fingerprint())
                .add(out.time(k.from()))
                .add(out.time(k.until()))
                .add(k.daysLeft());
        if (people) {
            cells.add(out.text(k.state().with()), tone(k.state()))
                    .add(out.text((k.trial() ? KeyLabel.YES : KeyLabel.NO).with()));
        } else {
            cells.add(k.state().id()).add(k.trial() ? "yes" : "no");
        }
    }

    private static Tone tone(KeyState state) {
        return switch (state) {
            case ACTIVE -> Tone.GOOD;
            case NOT_YET -> Tone.WARNING;
            case EXPIRED -> Tone.BAD;
            case SUPERSEDED, REVOKED -> Tone.FAINT;
        };
    }

    private static String owner(KeyListed k) {
        return k.owner() == null ? KeyLossCommand.DEPARTMENT : k.owner().value();
    }

    @Override
    public void json(KeyListed k, Json json) {
        json.field("owner", owner(k))
                .field("name", k.name())
                .field("kind", "certificate")
                .field("certificateSha256", k.fingerprint())
                .field("validFrom", k.from())
                .field("validUntil", k.until())
                .field("daysLeft", k.daysLeft())
                .field("state", k.state().id())
                .field("trial", k.trial())
                .field("revokedAt", k.revokedAt());
    }
}
