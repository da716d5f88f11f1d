package vn.vigil.evidence;

import java.nio.file.Path;

/**
 * A package that was opened.
 *
 * @param judgement what was found
 * @param folder where its files lie now; null when they were not unpacked
 * @param decrypted it came encrypted; the package itself lies in the folder too
 */
public record Opened(Judgement judgement, Path folder, boolean decrypted) {}
