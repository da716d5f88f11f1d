package vn.vigil.vendor.dahua;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vigil.base.Deadline;

/** Questions whose answers are lists of facts; what they mean stands at {@link DahuaDevice}. For one thread. */
final class Facts {
    private static final Pattern BUILT = Pattern.compile("(?i)build[^0-9]{0,12}([0-9]{4}-[0-9]{2}-[0-9]{2})");

    /** Each costs a walk over the whole answer. */
    private static final int MAX_DISKS = 256;

    private final Cgi cgi;
    private final DahuaOptions options;
    private final Deadline deadline;

    Facts(Cgi cgi, DahuaOptions options, Deadline deadline) {
        this.cgi = cgi;
        this.options = options;
        this.deadline = deadline;
    }

    static String config(String name) {
        return "configManager.cgi?action=getConfig&name=" + name;
    }

    DahuaInformation device() throws DahuaException {
        DahuaException.Step step = DahuaException.Step.DEVICE;
        Answer system = askIfKnown(step, "magicBox.cgi?action=getSystemInfo");
        String type = system.get("deviceType");
        if (type.isEmpty() || type.matches("[0-9]+")) {
            // Older firmware gives a number there.
            String told = askIfKnown(step, "magicBox.cgi?action=getDeviceType").get("type");
            type = told.isEmpty() ? type : told;
        }
        String serial = system.get("serialNumber");
        if (serial.isEmpty()) {
            serial = askIfKnown(step, "magicBox.cgi?action=getSerialNo").get("sn");
        }
        if (type.isEmpty() && serial.isEmpty()) {
            throw DahuaException.of(step, DahuaException.Cause.NOT_DAHUA, "neither a type nor a serial number");
        }
        Answer software = askIfKnown(step, "magicBox.cgi?action=getSoftwareVersion");
        String version = software.get("version");
        int comma = version.indexOf(',');
        return new DahuaInformation(
                type,
                serial,
                comma < 0 ? version : version.substring(0, comma).strip(),
                built(software.text()),
                system.get("hardwareVersion"),
                system.get("processor"));
    }

    private static LocalDate built(String text) {
        Matcher found = BUILT.matcher(text);
        try {
            return found.find() ? LocalDate.parse(found.group(1)) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** An empty answer where the device does not know the question. */
    Answer askIfKnown(DahuaException.Step step, String call) throws DahuaException {
        try {
            return cgi.ask(step, call, deadline);
        } catch (DahuaException e) {
            if (e.reason() != DahuaException.Cause.UNSUPPORTED && e.reason() != DahuaException.Cause.FAULT) {
                throw e;
            }
            return new Answer("", Map.of());
        }
    }

    List<Disk> storage() throws DahuaException {
        DahuaException.Step step = DahuaException.Step.STORAGE;
        Answer answer = cgi.ask(step, "storageDevice.cgi?action=getDeviceAllInfo", deadline);
        List<Disk> disks = new ArrayList<>();
        List<String> entries = answer.entries("list.info");
        entries = entries.isEmpty() ? answer.entries("list") : entries;
        if (entries.size() > MAX_DISKS) {
            throw DahuaException.of(step, DahuaException.Cause.TOO_LARGE, "more than " + MAX_DISKS + " disks");
        }
        for (String disk : entries) {
            long total = 0;
            long free = 0;
            boolean error = false;
            List<String> parts = answer.entries(disk + ".Detail");
            for (String part : parts) {
                long size = answer.bytes(part + ".TotalBytes");
                long used = answer.bytes(part + ".UsedBytes");
                total = total < 0 || size < 0 || total > Long.MAX_VALUE - size ? -1 : total + size;
                free = free < 0 || used < 0 || size < used || free > Long.MAX_VALUE - size ? -1 : free + size - used;
                error |= answer.isTrue(part + ".IsError");
            }
            disks.add(new Disk(
                    answer.get(disk + ".Name"),
                    answer.get(disk + ".State"),
                    error,
                    parts.isEmpty() ? -1 : total,
                    parts.isEmpty() ? -1 : free));
        }
        return disks;
    }

    List<User> users() throws DahuaException {
        DahuaException.Step step = DahuaException.Step.USERS;
        Answer answer = cgi.ask(step, "userManager.cgi?action=getUserInfoAll", deadline);
        List<User> users = new ArrayList<>();
        for (String user : bounded(step, answer.entries("users"))) {
            users.add(new User(answer.get(user + ".Name"), answer.get(user + ".Group")));
        }
        return users;
    }

    List<String> channels() throws DahuaException {
        DahuaException.Step step = DahuaException.Step.CHANNELS;
        Answer answer = cgi.ask(step, config("ChannelTitle"), deadline);
        List<String> titles = new ArrayList<>();
        for (String entry : bounded(step, answer.entries("table.ChannelTitle"))) {
            titles.add(answer.get(entry + ".Name"));
        }
        if (titles.size() > DahuaDevice.MAX_CHANNELS) {
            throw DahuaException.of(
                    step, DahuaException.Cause.TOO_LARGE, "more than " + DahuaDevice.MAX_CHANNELS + " channels");
        }
        return titles;
    }

    List<Integer> events(String code) throws DahuaException {
        DahuaException.Step step = DahuaException.Step.EVENTS;
        Answer answer;
        try {
            answer = cgi.ask(step, "eventManager.cgi?action=getEventIndexes&code=" + code, deadline);
        } catch (DahuaException e) {
            if (e.reason() == DahuaException.Cause.FAULT
                    && e.faultText().toLowerCase(Locale.ROOT).contains("no events")) {
                return List.of();
            }
            throw e;
        }
        List<Integer> channels = new ArrayList<>();
        for (String entry : bounded(step, answer.entries("channels"))) {
            int index = answer.number(entry, -1);
            if (index >= 0 && index < DahuaDevice.MAX_CHANNELS) {
                channels.add(index + 1);
            }
        }
        return channels;
    }

    private List<String> bounded(DahuaException.Step step, List<String> entries) throws DahuaException {
        if (entries.size() > options.maxItems()) {
            throw DahuaException.of(
                    step, DahuaException.Cause.TOO_LARGE, "more than " + options.maxItems() + " entries");
        }
        return entries;
    }
}
