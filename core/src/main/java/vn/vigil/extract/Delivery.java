package vn.vigil.extract;

import java.time.Instant;
import vn.vigil.base.MemberId;

/**
 * One hand-over of the packages.
 *
 * @param number from 1
 * @param receiver who took it, for the recipient
 * @param receiverPost what they are there; null when not told
 * @param medium on what
 * @param serial of the medium; null when it has none
 * @param seal number of the seal on its envelope; null when there is none
 * @param witness null when there was none
 * @param at when
 * @param by who handed over
 * @param recordSha256 of the hand-over record as PDF, hex
 * @param scanSha256 of the signed record; null while it is not registered
 */
public record Delivery(
        int number,
        String receiver,
        String receiverPost,
        String medium,
        String serial,
        String seal,
        String witness,
        Instant at,
        MemberId by,
        String recordSha256,
        String scanSha256) {}
