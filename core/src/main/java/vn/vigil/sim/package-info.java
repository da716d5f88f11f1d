/** The simulated site: cameras that speak ONVIF, RTSP live and RTSP replay on loopback, for demonstrations, training and tests. */
package vn.vigil.sim;
