package vn.vigil.vendor.dahua;

import java.time.LocalDate;

/**
 * Who a device is, in its own words; empty where it does not say.
 *
 * @param type the model, {@code IPC-HDW4631C-A} or the like
 * @param firmware version without its date
 * @param built date of the firmware, or null
 * @param hardware version of the hardware
 */
public record DahuaInformation(
        String type, String serial, String firmware, LocalDate built, String hardware, String processor) {}
