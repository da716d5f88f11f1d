/**
 * vigil's own RTSP client (RFC 2326, RFC 7826 as cameras speak it) with RTP, RTCP and SDP: from a camera's address to access
 * units. Parsers are pure; {@link vn.vigil.rtsp.RtspSession} holds the conversation.
 */
package vn.vigil.rtsp;
