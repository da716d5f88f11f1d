package vn.vigil.sim;

/** Whose own protocol a simulated camera speaks beside ONVIF. */
public enum Vendor {
    NONE,
    HIKVISION,
    DAHUA
}
