package vn.vigil.copy;

import java.nio.file.Path;
import vn.vigil.base.CaseId;

/**
 * What somebody wants to look at, or to hand on.
 *
 * @param request whose package it is taken from
 * @param clip which clip: its name, with or without folder and ending, or the camera's when it has one clip; null: the only one
 * @param recipient for whom; null: the request's recipient
 * @param document number of the document, or the reason, why it is for another than the request's recipient; null when it is not
 * @param still the moment of a single picture, as people write it; null for a moving copy
 * @param out the file to be made; its name ends in {@code .mp4}, for a still in {@code .jpg} or {@code .png}
 * @param dryRun say what would be done, make nothing
 */
public record CopyOrder(
        CaseId request, String clip, String recipient, String document, String still, Path out, boolean dryRun) {}
