package vn.vigil.vendor.hikvision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.vigil.base.Deadline;
import vn.vigil.xml.Xml;

/** The plain questions: one request, one record. For one thread. */
final class Questions {
    private static final int MOST = 1024;

    private final IsapiChannel channel;

    Questions(IsapiChannel channel) {
        this.channel = channel;
    }

    HikvisionDeviceInfo device(Deadline deadline) throws HikvisionException {
        Xml a = channel.get("/ISAPI/System/deviceInfo", deadline);
        if (!a.name().equals("DeviceInfo")) {
            throw HikvisionException.of(HikvisionException.Cause.NOT_ISAPI, "an answer that is no DeviceInfo");
        }
        String version = a.word("firmwareVersion");
        String date = a.word("firmwareReleasedDate");
        return new HikvisionDeviceInfo(
                a.word("deviceName"),
                a.word("model"),
                a.word("serialNumber"),
                date.startsWith("build") ? version + " " + date : version,
                date,
                a.word("macAddress"),
                a.word("deviceType"),
                a.count("analogChannelNum") + a.count("digitalChannelNum"));
    }

    List<HikvisionDisk> storage(Deadline deadline) throws HikvisionException {
        Xml answer = channel.get("/ISAPI/ContentMgmt/Storage", deadline);
        List<HikvisionDisk> disks = new ArrayList<>();
        add(disks, answer.at("hddList"), "hdd", "hddName", false);
        add(disks, answer.at("nasList"), "nas", "path", true);
        return List.copyOf(disks);
    }

    private static void add(List<HikvisionDisk> disks, Xml list, String element, String name, boolean network) {
        if (list == null) {
            return;
        }
        for (Xml disk : list.all(element)) {
            if (disks.size() < MOST) {
                disks.add(new HikvisionDisk(
                        disk.word("id"),
                        disk.word(name),
                        network,
                        disk.word("status"),
                        (long) Math.max(0, disk.number("capacity")),
                        (long) Math.max(0, disk.number("freeSpace"))));
            }
        }
    }

    /** Empty for devices that are no recorders. */
    List<HikvisionChannel> channels(Deadline deadline) throws HikvisionException {
        Xml answer;
        try {
            answer = channel.get("/ISAPI/ContentMgmt/InputProxy/channels/status", deadline);
        } catch (HikvisionException e) {
            if (e.reason() == HikvisionException.Cause.UNSUPPORTED) {
                return List.of();
            }
            throw e;
        }
        List<HikvisionChannel> found = new ArrayList<>();
        for (Xml one : answer.all("InputProxyChannelStatus")) {
            if (found.size() < MOST) {
                String address = one.word("sourceInputPortDescriptor", "ipAddress");
                found.add(new HikvisionChannel(
                        one.count("id"),
                        address.isEmpty() ? one.word("sourceInputPortDescriptor", "hostName") : address,
                        one.word("sourceInputPortDescriptor", "proxyProtocol"),
                        one.word("online").equals("true"),
                        one.word("chanDetectResult")));
            }
        }
        return List.copyOf(found);
    }

    List<HikvisionUser> users(Deadline deadline) throws HikvisionException {
        List<HikvisionUser> found = new ArrayList<>();
        for (Xml user : channel.get("/ISAPI/Security/users", deadline).all("User")) {
            if (found.size() < MOST) {
                found.add(new HikvisionUser(user.count("id"), user.word("userName"), user.word("userLevel")));
            }
        }
        return List.copyOf(found);
    }

    /** Services that the device does not know are left out. */
    Map<NetworkService, Boolean> services(Deadline deadline) throws HikvisionException {
        Map<NetworkService, Boolean> found = new EnumMap<>(NetworkService.class);
        for (NetworkService service : NetworkService.values()) {
            try {
                String enabled = channel.get(service.path, deadline).word("enabled");
                if (!enabled.isEmpty()) {
                    found.put(service, enabled.equals("true"));
                }
            } catch (HikvisionException e) {
                if (!isAnswer(e)) {
                    throw e;
                }
            }
        }
        return found;
    }

    /** The days of a month, on the device's own calendar, on which something was recorded. */
    List<LocalDate> recordedDays(int track, YearMonth month, Deadline deadline) throws HikvisionException {
        Xml answer = channel.post(
                "/ISAPI/ContentMgmt/record/tracks/" + track + "/dailyDistribution",
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><trackDailyParam><year>" + month.getYear()
                        + "</year><monthOfYear>" + month.getMonthValue() + "</monthOfYear></trackDailyParam>",
                deadline);
        TreeSet<LocalDate> days = new TreeSet<>();
        Xml list = answer.at("dayList");
        for (Xml day : list == null ? List.<Xml>of() : list.all("day")) {
            try {
                if (day.word("record").equals("true")) {
                    days.add(month.atDay(day.count("dayOfMonth")));
                }
            } catch (DateTimeException e) {
                // A day that the month does not have: nothing can be recorded on it.
            }
        }
        return List.copyOf(days);
    }

    /** True for a failure after which another question has a chance: the device answered, and not about the login. */
    static boolean isAnswer(HikvisionException e) {
        return switch (e.reason()) {
            case UNSUPPORTED, FAULT, DENIED, PROTOCOL -> true;
            default -> false;
        };
    }
}
