/**
 * The only sockets of vigil: TCP and TLS with deadlines, the rules about which addresses may be contacted, a small hardened
 * HTTP client, and the HTTP authentication that RTSP shares.
 */
package vn.vigil.net;
