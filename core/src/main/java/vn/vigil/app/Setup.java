package vn.vigil.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.config.PrivateFiles;
import vn.vigil.config.Setting;
import vn.vigil.people.SiteProfile;
import vn.vigil.text.Texts;
import vn.vigil.text.Viet;

/** Makes a working site: the home, a commented settings file, the store, and what the site is called. */
public final class Setup {
    private final Vigil vigil;

    public Setup(Vigil vigil) {
        this.vigil = vigil;
    }

    /**
     * What is asked for; null stands for "not said": what is there stays, or the default profile's name, unconfirmed.
     *
     * @param dryRun only say what would be done
     */
    public record Request(
            String body, String superiorBody, String place, String wardPolice, LocalDate trackFrom, boolean dryRun) {
        public Request {
            body = clean(body);
            superiorBody = clean(superiorBody);
            place = clean(place);
            wardPolice = clean(wardPolice);
        }

        private static String clean(String text) {
            String t = text == null ? "" : Viet.nfc(text.strip());
            return t.isEmpty() ? null : t;
        }
    }

    /**
     * What there is now, or would be after a dry run.
     *
     * @param settings the settings file
     * @param store the store's address: a file, or the setting's value
     * @param storeMade whether it was not there, or older than this program
     * @param changed false: everything was already so
     */
    public record Result(
            Path settings, boolean settingsMade, String store, boolean storeMade, SiteProfile site, boolean changed) {}

    /** The site as it stands; null where there is no store yet. */
    public SiteProfile site() {
        return storeThere() ? vigil.people().site(vigil.world().now()) : null;
    }

    /**
     * Sets the site up. The same request again changes nothing.
     *
     * @throws VigilException CONFLICT, naming each difference, when the site has confirmed names and others are asked for; FAILED
     *     when the home cannot be written
     */
    public Result run(Request asked) {
        LocalDate today = LocalDate.ofInstant(vigil.world().now(), vigil.zone());
        Path settings = vigil.home().configFile();
        boolean settingsMade = !Files.exists(settings);
        boolean storeMade = !storeThere();
        String url = vigil.config().text(Setting.STORE_URL);
        String store = url.equals(Setting.STORE_URL.byDefault())
                ? vigil.home().storeFile().toString()
                : url;
        SiteProfile before = storeMade
                ? SiteProfile.byDefault(today)
                : vigil.people().site(vigil.world().now());
        SiteProfile site = merge(before, asked);
        if (asked.dryRun()) {
            boolean changed = settingsMade || storeMade || !site.equals(before);
            return new Result(settings, settingsMade, store, storeMade, site, changed);
        }
        if (settingsMade) {
            writeSettings(settings);
        }
        if (storeMade) {
            vigil.createStore();
            // An older store was only brought up to date: it may know its site already.
            before = vigil.people().site(vigil.world().now());
            site = merge(before, asked);
        }
        boolean siteChanged =
                (storeMade || !site.equals(before)) && vigil.people().setSite(vigil.actor(), site, false);
        return new Result(settings, settingsMade, store, storeMade, site, settingsMade || storeMade || siteChanged);
    }

    private boolean storeThere() {
        try {
            vigil.store();
            return true;
        } catch (VigilException e) {
            if (e.kind() == ErrorKind.NO_STORE) {
                return false;
            }
            throw e;
        }
    }

    private static SiteProfile merge(SiteProfile there, Request asked) {
        SiteProfile wanted = new SiteProfile(
                there.from(),
                asked.body() == null ? there.body() : asked.body(),
                asked.superiorBody() == null ? there.superiorBody() : asked.superiorBody(),
                asked.place() == null ? there.place() : asked.place(),
                asked.wardPolice() == null ? there.wardPolice() : asked.wardPolice(),
                asked.trackFrom() == null ? there.trackFrom() : asked.trackFrom(),
                there.confirmed()
                        || asked.body() != null
                                && asked.superiorBody() != null
                                && asked.place() != null
                                && asked.wardPolice() != null);
        if (there.confirmed() && !wanted.equals(there)) {
            List<Message> differences = new ArrayList<>();
            differ(differences, SetupText.BODY, there.body(), wanted.body());
            differ(differences, SetupText.SUPERIOR_BODY, there.superiorBody(), wanted.superiorBody());
            differ(differences, SetupText.PLACE, there.place(), wanted.place());
            differ(differences, SetupText.WARD_POLICE, there.wardPolice(), wanted.wardPolice());
            differ(differences, SetupText.TRACK_FROM, there.trackFrom(), wanted.trackFrom());
            VigilException e = new VigilException(ErrorKind.CONFLICT, "VG-INIT-OTHER", SetupText.OTHER_SITE.with());
            for (Message difference : differences) {
                e.why(difference);
            }
            throw e;
        }
        return wanted;
    }

    private static void differ(List<Message> all, SetupText field, Object there, Object asked) {
        if (!there.equals(asked)) {
            all.add(SetupText.DIFFERS.with(field.with(), there, asked));
        }
    }

    /** Every setting, commented out, with its meaning and default. */
    private void writeSettings(Path file) {
        StringBuilder text = new StringBuilder("# ");
        text.append(Texts.pattern(SetupText.CONF_HEAD, vigil.config().lang())).append('\n');
        for (Setting setting : Setting.values()) {
            text.append("\n# ")
                    .append(Texts.pattern(setting, vigil.config().lang()))
                    .append("\n# ");
            text.append(setting.key()).append(" = ").append(setting.byDefault() == null ? "" : setting.byDefault());
            text.append('\n');
        }
        try {
            PrivateFiles.folder(file.getParent());
            PrivateFiles.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new VigilException(ErrorKind.FAILED, "VG-INIT-WRITE", SetupText.CANNOT_WRITE.with(file.toString()))
                    .next(SetupText.CHOOSE_HOME.with())
                    .causedBy(e);
        }
    }
}
