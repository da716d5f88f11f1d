/**
 * A client for cameras and recorders that speak ONVIF: clock, login, services, profiles, stream addresses and the search for
 * recordings. What a device sends is treated as hostile: bounded, parsed without DTD, its addresses never followed as given.
 * {@link vn.vigil.onvif.OnvifDevice} is the way in.
 */
package vn.vigil.onvif;
