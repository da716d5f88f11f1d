package vn.vigil.seal;

import vn.vigil.base.MessageKey;

/** The sentences of this package. */
public enum SealText implements MessageKey {
    // Key files and certificates
    NO_KEY_FILE,
    KEY_FILE_UNSAFE,
    KEY_FILE_LINK,
    KEY_FILE_KIND,
    KEY_FILE_MODE,
    KEY_FILE_OWNER,
    KEY_FOLDER_MODE,
    NEXT_CHMOD,
    WRONG_PASSPHRASE,
    NOT_A_KEY_FILE,
    CERTIFICATE_OF_OTHER_KEY,
    NO_CERTIFICATE,
    // Files
    NO_FILE,
    EXISTS,
    DISK_FULL,
    IO,
    IO_WHY,
    // Signatures
    CANNOT_SIGN,
    WEAK_CERTIFICATE,
    WRONG_USAGE,
    EXPIRED,
    SIGNATURE_MALFORMED,
    NOT_ONE_SIGNER,
    CERTIFICATE_MISMATCH,
    WEAK_SIGNATURE,
    WEAK_CHAIN,
    SIGNATURE_BROKEN,
    CONTENT_CHANGED,
    NO_SIGNING_TIME,
    UNTRUSTED,
    // Timestamps
    STAMP_BROKEN,
    STAMP_WRONG_IMPRINT,
    STAMP_WEAK,
    STAMP_WRONG_USAGE,
    STAMP_EXPIRED,
    STAMP_UNTRUSTED,
    NO_TIMESTAMP,
    BAD_TSA_URL,
    TSA_UNREACHABLE,
    TSA_TOO_SLOW,
    TSA_HTTP_STATUS,
    TSA_NOT_A_REPLY,
    TSA_REJECTED,
    TSA_WRONG_NONCE,
    // Packages: writing
    BAD_ENTRY_NAME,
    ENTRY_TWICE,
    SOURCE_CHANGED,
    PROGRESS_WRITING,
    PROGRESS_CHECKING,
    // Packages: reading
    NOT_A_PACKAGE,
    ENTRY_COLLIDES,
    ENTRY_ATTRIBUTES,
    ENTRY_COMPRESSED,
    ENTRY_HEADERS_DIFFER,
    ENTRY_PLACE,
    ENTRY_CHECKSUM,
    MIMETYPE_FIRST,
    NO_ENTRY,
    TOO_LARGE,
    READ_FAILED,
    NO_SEAL,
    META_UNKNOWN,
    MANIFEST_MALFORMED,
    SIGNATURE_MISSING,
    NOT_COVERED,
    MISSING,
    DIGEST_DIFFERS,
    BAG_MALFORMED,
    BAG_VERSION,
    BAG_EXTRA,
    BAG_MISSING,
    BAG_DIFFERS,
    BAG_OXUM,
    OF_SEAL;

    @Override
    public String catalogue() {
        return "seal";
    }
}
