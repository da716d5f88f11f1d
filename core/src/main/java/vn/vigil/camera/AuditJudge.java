package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.vigil.net.TlsCertificate;
import vn.vigil.text.TimeText;

/** Judges what was learnt of a camera. Pure: the same facts at the same time give the same findings. */
final class AuditJudge {
    /** Beyond the first a clock is off, beyond the second useless as a witness. */
    static final Duration CLOCK_OFF = Duration.ofSeconds(2);

    static final Duration CLOCK_FAR_OFF = Duration.ofSeconds(30);
    static final Duration CERTIFICATE_SOON = Duration.ofDays(30);
    static final Duration LOGIN_OLD = Duration.ofDays(365);

    /** FTP and telnet carry passwords in the clear and are the way in for botnets. */
    private static final Set<Integer> DANGEROUS = Set.of(21, 23);

    /** What a camera needs to be a camera. */
    private static final Set<Integer> NEEDED = Set.of(80, 443, 554);

    private static final Pattern PASSWORD_IN_URL = Pattern.compile("(?i)(pass(word|wd)?|pwd)=[^&]");

    private AuditJudge() {}

    static List<AuditFinding> judge(Camera camera, AuditFacts facts, Advisories table, Instant now, ZoneId zone) {
        List<AuditFinding> all = new ArrayList<>();
        defaultPassword(all, facts);
        reply(all, facts.stream(), AuditReason.STREAM_OPEN, AuditReason.STREAM_CLOSED, AuditReason.STREAM_SILENT);
        reply(all, facts.onvif(), AuditReason.DEVICE_OPEN, AuditReason.DEVICE_CLOSED, AuditReason.DEVICE_SILENT);
        reply(
                all,
                facts.snapshot(),
                AuditReason.SNAPSHOT_OPEN,
                AuditReason.SNAPSHOT_CLOSED,
                AuditReason.SNAPSHOT_SILENT);
        accounts(all, camera, facts.accounts());
        firmware(all, camera.device(), facts.device(), table);
        ports(all, facts.ports());
        services(all, facts.services());
        tls(all, camera, facts, now, zone);
        time(all, facts, zone);
        identity(all, camera.device(), facts.device());
        inventory(all, camera, facts);
        return all;
    }

    private static void reply(
            List<AuditFinding> all, AuditFacts.Reply reply, AuditReason open, AuditReason closed, AuditReason silent) {
        switch (reply) {
            case OPEN -> all.add(AuditFinding.of(open));
            case CLOSED -> all.add(AuditFinding.of(closed));
            case SILENT -> all.add(AuditFinding.of(silent));
            case NONE -> {}
        }
    }

    private static void defaultPassword(List<AuditFinding> all, AuditFacts facts) {
        if (facts.defaultStored()) {
            all.add(AuditFinding.of(AuditReason.DEFAULT_PASSWORD_STORED));
            return;
        }
        if (facts.defaultPassword() == null) {
            return;
        }
        AuditReason reason =
                switch (facts.defaultPassword()) {
                    case ACCEPTED -> AuditReason.DEFAULT_PASSWORD_ACCEPTED;
                    case REFUSED -> AuditReason.DEFAULT_PASSWORD_REFUSED;
                    case RECENT -> AuditReason.DEFAULT_PASSWORD_RECENT;
                    case NO_PAIR -> AuditReason.DEFAULT_PASSWORD_NO_PAIR;
                    case QUARANTINED -> AuditReason.DEFAULT_PASSWORD_QUARANTINED;
                    case NEAR_LOCK -> AuditReason.DEFAULT_PASSWORD_NEAR_LOCK;
                    case NOT_ASKED -> AuditReason.DEFAULT_PASSWORD_NOT_ASKED;
                    case REHEARSED -> AuditReason.DEFAULT_PASSWORD_REHEARSED;
                };
        all.add(AuditFinding.of(reason));
    }

    private static void accounts(List<AuditFinding> all, Camera camera, List<Account> accounts) {
        if (accounts == null) {
            all.add(AuditFinding.of(AuditReason.ACCOUNTS_NOT_TOLD));
            return;
        }
        List<String> administrators = new ArrayList<>();
        List<String> anonymous = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Account account : accounts) {
            String level = account.level().toLowerCase(Locale.ROOT);
            names.add(account.name() + " (" + account.level() + ")");
            if (level.startsWith("admin")) {
                administrators.add(account.name());
            } else if (level.startsWith("anonym")) {
                anonymous.add(account.name());
            }
        }
        int before = all.size();
        if (!anonymous.isEmpty()) {
            all.add(AuditFinding.of(AuditReason.ACCOUNTS_ANONYMOUS, String.join(", ", anonymous)));
        }
        if (administrators.size() > 1) {
            all.add(AuditFinding.of(AuditReason.ACCOUNTS_ADMINISTRATORS, String.join(", ", administrators)));
        }
        if (camera.user() != null && administrators.contains(camera.user())) {
            all.add(AuditFinding.of(AuditReason.ACCOUNTS_OURS_IS_ADMINISTRATOR, camera.user()));
        }
        if (accounts.isEmpty()) {
            all.add(AuditFinding.of(AuditReason.ACCOUNTS_NOT_TOLD));
        } else if (all.size() == before) {
            all.add(AuditFinding.of(AuditReason.ACCOUNTS_FINE, String.join(", ", names)));
        }
    }

    /**
     * Every advisory that fits is a finding of its own; silence counts as good only where the device told now, and all that
     * decides was understood.
     */
    private static void firmware(List<AuditFinding> all, DeviceFacts known, DeviceFacts now, Advisories table) {
        DeviceFacts device = now == null ? known : now;
        if (device.maker() == null || device.model() == null || device.firmware() == null) {
            all.add(AuditFinding.of(AuditReason.FIRMWARE_NOT_TOLD));
            return;
        }
        String maker = Advisories.maker(device.maker());
        FirmwareVersion version = FirmwareVersion.parse(device.firmware());
        int before = all.size();
        Set<String> told = new TreeSet<>();
        for (Advisory advisory : table.rows()) {
            if (!advisory.maker().equals(maker)) {
                continue;
            }
            Advisory.Fit fit = advisory.fit(device.model(), version);
            if (fit != Advisory.Fit.NOT && told.add(advisory.id())) {
                all.add(AuditFinding.of(
                        reason(fit, advisory.level()),
                        advisory.id(),
                        advisory.level().word(),
                        advisory.title(),
                        advisory.source(),
                        device.firmware()));
            }
        }
        if (all.size() > before) {
            return;
        }
        if (now == null) {
            all.add(AuditFinding.of(AuditReason.FIRMWARE_NOT_TOLD));
        } else if (!table.knows(maker)) {
            all.add(AuditFinding.of(AuditReason.FIRMWARE_MAKER_NOT_IN_TABLE, device.maker(), table.date()));
        } else if (version == null) {
            all.add(AuditFinding.of(AuditReason.FIRMWARE_NOT_UNDERSTOOD, device.firmware(), table.date()));
        } else {
            all.add(AuditFinding.of(AuditReason.FIRMWARE_NOTHING_KNOWN, device.firmware(), table.date()));
        }
    }

    private static AuditReason reason(Advisory.Fit fit, Advisory.Level level) {
        if (fit == Advisory.Fit.UNCLEAR) {
            return AuditReason.FIRMWARE_UNCLEAR;
        }
        if (fit == Advisory.Fit.PERHAPS) {
            return AuditReason.FIRMWARE_PERHAPS_AFFECTED;
        }
        boolean grave = level == Advisory.Level.CRITICAL || level == Advisory.Level.HIGH;
        return grave ? AuditReason.FIRMWARE_AFFECTED : AuditReason.FIRMWARE_AFFECTED_SLIGHTLY;
    }

    private static void ports(List<AuditFinding> all, List<Integer> ports) {
        if (ports == null) {
            all.add(AuditFinding.of(AuditReason.PORTS_NOT_TRIED));
            return;
        }
        int before = all.size();
        String dangerous = numbers(ports.stream().filter(DANGEROUS::contains).toList());
        if (!dangerous.isEmpty()) {
            all.add(AuditFinding.of(AuditReason.PORTS_DANGEROUS, dangerous));
        }
        String more = numbers(ports.stream()
                .filter(p -> !DANGEROUS.contains(p) && !NEEDED.contains(p))
                .toList());
        if (!more.isEmpty()) {
            all.add(AuditFinding.of(AuditReason.PORTS_MANY, more));
        }
        if (all.size() == before) {
            all.add(AuditFinding.of(AuditReason.PORTS_FINE, ports.isEmpty() ? "-" : numbers(ports)));
        }
    }

    private static String numbers(List<Integer> ports) {
        return ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static void services(List<AuditFinding> all, Map<String, Boolean> services) {
        if (services == null || services.isEmpty()) {
            return;
        }
        Set<String> on = new TreeSet<>();
        services.forEach((name, isOn) -> {
            if (isOn) {
                on.add(name);
            }
        });
        if (on.remove("telnet")) {
            all.add(AuditFinding.of(AuditReason.SERVICES_TELNET));
        }
        if (!on.isEmpty()) {
            all.add(AuditFinding.of(AuditReason.SERVICES_ON, String.join(", ", on)));
        } else if (!services.getOrDefault("telnet", false)) {
            all.add(AuditFinding.of(AuditReason.SERVICES_OFF, String.join(", ", new TreeSet<>(services.keySet()))));
        }
    }

    private static void tls(List<AuditFinding> all, Camera camera, AuditFacts facts, Instant now, ZoneId zone) {

        reply(all, facts.tls(), AuditReason.TLS_OFFERED, AuditReason.TLS_NOT_OFFERED, AuditReason.TLS_SILENT);
        String pin = camera.route().pin();
        TlsCertificate shown = facts.certificate();
        if (shown == null) {
            if (pin != null) {
                all.add(AuditFinding.of(AuditReason.TLS_KEY_NOT_SHOWN));
            }
            return;
        }
        if (shown.until().isBefore(now)) {
            all.add(AuditFinding.of(AuditReason.CERTIFICATE_EXPIRED, TimeText.print(shown.until(), zone)));
        } else if (shown.from().isAfter(now)) {
            all.add(AuditFinding.of(AuditReason.CERTIFICATE_NOT_YET, TimeText.print(shown.from(), zone)));
        } else if (shown.until().isBefore(now.plus(CERTIFICATE_SOON))) {
            all.add(AuditFinding.of(AuditReason.CERTIFICATE_ENDS_SOON, TimeText.print(shown.until(), zone)));
        } else {
            AuditReason fine = shown.selfSigned() ? AuditReason.CERTIFICATE_SELF_SIGNED : AuditReason.CERTIFICATE_FINE;
            all.add(AuditFinding.of(fine, TimeText.print(shown.until(), zone)));
        }
        if (pin == null) {
            all.add(AuditFinding.of(AuditReason.TLS_KEY_NOT_PINNED, shown.fingerprint()));
        } else if (pin.equalsIgnoreCase(shown.fingerprint())) {
            all.add(AuditFinding.of(AuditReason.TLS_KEY_PINNED, shown.fingerprint()));
        } else {
            all.add(AuditFinding.of(AuditReason.TLS_KEY_CHANGED, pin, shown.fingerprint()));
        }
    }

    private static void time(List<AuditFinding> all, AuditFacts facts, ZoneId zone) {
        if (facts.clockMode() == null || facts.clockMode().isEmpty()) {
            all.add(AuditFinding.of(AuditReason.TIME_SOURCE_NOT_TOLD));
        } else if (!facts.clockMode().equalsIgnoreCase("ntp")) {
            all.add(AuditFinding.of(AuditReason.TIME_SOURCE_MANUAL, facts.clockMode()));
        } else if (facts.timeServers().isEmpty()) {
            all.add(AuditFinding.of(AuditReason.TIME_SOURCE_NO_SERVER));
        } else {
            all.add(AuditFinding.of(AuditReason.TIME_SOURCE_NTP, String.join(", ", facts.timeServers())));
        }
        ClockReading clock = facts.clock();
        if (clock == null) {
            all.add(AuditFinding.of(AuditReason.CLOCK_NEVER_READ));
            return;
        }
        // What is certain is how far it is off at least.
        Duration least = clock.offset().abs().minus(clock.error());
        AuditReason reason = least.compareTo(CLOCK_FAR_OFF) > 0
                ? AuditReason.CLOCK_FAR_OFF
                : least.compareTo(CLOCK_OFF) > 0 ? AuditReason.CLOCK_OFF : AuditReason.CLOCK_FINE;
        all.add(AuditFinding.of(reason, seconds(clock.offset()), TimeText.print(clock.measuredAt(), zone)));
    }

    private static String seconds(Duration offset) {
        return String.format(Locale.ROOT, "%+.1f", offset.toMillis() / 1000.0);
    }

    private static void identity(List<AuditFinding> all, DeviceFacts known, DeviceFacts now) {
        if (now == null || !comparable(known.serial(), now.serial()) && !comparable(known.model(), now.model())) {
            all.add(AuditFinding.of(AuditReason.IDENTITY_NOT_KNOWN));
        } else if (comparable(known.serial(), now.serial()) && !known.serial().equals(now.serial())) {
            all.add(AuditFinding.of(AuditReason.IDENTITY_OTHER_SERIAL, known.serial(), now.serial()));
        } else if (comparable(known.model(), now.model()) && !known.model().equals(now.model())) {
            all.add(AuditFinding.of(AuditReason.IDENTITY_OTHER_MODEL, known.model(), now.model()));
        } else {
            all.add(AuditFinding.of(AuditReason.IDENTITY_SAME, now.serial() == null ? now.model() : now.serial()));
        }
    }

    private static boolean comparable(String one, String other) {
        return one != null && other != null;
    }

    /** What only the inventory tells. */
    private static void inventory(List<AuditFinding> all, Camera camera, AuditFacts facts) {
        all.add(AuditFinding.of(facts.basicAllowed() ? AuditReason.BASIC_ALLOWED : AuditReason.BASIC_FORBIDDEN));
        boolean carried = false;
        for (String url : new String[] {camera.url(), camera.subUrl(), camera.replayUrl()}) {
            carried |= url != null && PASSWORD_IN_URL.matcher(url).find();
        }
        all.add(AuditFinding.of(carried ? AuditReason.ADDRESS_HOLDS_PASSWORD : AuditReason.ADDRESS_CLEAN));
        if (camera.user() == null) {
            all.add(AuditFinding.of(AuditReason.LOGIN_NONE));
        } else if (facts.loginRefused()) {
            all.add(AuditFinding.of(AuditReason.LOGIN_REFUSED));
        } else if (facts.loginAge() == null) {
            all.add(AuditFinding.of(AuditReason.LOGIN_AGE_NOT_KNOWN));
        } else {
            boolean old = facts.loginAge().compareTo(LOGIN_OLD) > 0;
            all.add(AuditFinding.of(
                    old ? AuditReason.LOGIN_OLD : AuditReason.LOGIN_YOUNG,
                    facts.loginAge().toDays()));
        }
    }
}
