package vn.vigil.camera;

/**
 * How a camera is reached beside its stream addresses.
 *
 * @param driver how its recordings, clock and health are asked for
 * @param address {@code host[:port]} of the vendor's web interface, {@code https://host[:port]} for TLS; null: where ONVIF is
 * @param channel which channel of a recorder it is, from 1
 * @param folder where an existing recorder lays its segments, as a path with strftime fields: {@code %Y %m %d %H %M %S}, {@code %f}
 *     (microseconds), {@code %s} (seconds since 1970), {@code %z}, {@code %%}, and {@code *} for any text within one name. The
 *     times are local times of the site; {@code ?utc} at the end, or {@code %z}, says otherwise. MediaMTX:
 *     {@code /rec/gate-1/%Y-%m-%d_%H-%M-%S-%f.mp4}; Frigate:
 *     {@code /media/frigate/recordings/%Y-%m-%d/%H/gate-1/%M.%S.mp4?utc}; FFmpeg: what stands behind {@code -strftime 1}. Null
 *     for other drivers
 * @param basicAllowed its password may go by Basic over a plain connection, where it offers nothing else
 * @param pin SHA-256 of its TLS public key in lower-case hex, or null while none is pinned
 * @param dialect what was found out about how this device speaks, in the driver's own words; null while nothing was
 */
public record Route(
        DriverKind driver,
        String address,
        int channel,
        String folder,
        boolean basicAllowed,
        String pin,
        String dialect) {

    /** Nothing said beyond the addresses: ONVIF where there is such an address, else the stream alone. */
    static Route plain(String onvif) {
        return new Route(onvif == null ? DriverKind.RTSP : DriverKind.ONVIF, null, 1, null, false, null, null);
    }

    Route withDialect(String learnt) {
        return new Route(driver, address, channel, folder, basicAllowed, pin, learnt);
    }

    Route withPin(String fingerprint) {
        return new Route(driver, address, channel, folder, basicAllowed, fingerprint, dialect);
    }
}
