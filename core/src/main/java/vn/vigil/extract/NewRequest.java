package vn.vigil.extract;

import java.nio.file.Path;
import vn.vigil.evidence.FileRequest;

/**
 * A request as it is filed.
 *
 * @param content what is asked; its {@code recipientCertificate} is not read
 * @param recipientCertificate the certificate (PEM or DER) that packages are encrypted to; null when none is known
 */
public record NewRequest(FileRequest content, Path recipientCertificate) {}
