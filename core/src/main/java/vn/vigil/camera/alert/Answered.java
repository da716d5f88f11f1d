package vn.vigil.camera.alert;

/**
 * What came of an answer.
 *
 * @param alert as it stands now, or would stand after a dry run
 * @param changed false: it stood so already
 */
public record Answered(Alert alert, boolean changed) {}
