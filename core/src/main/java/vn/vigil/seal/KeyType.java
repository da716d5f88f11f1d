package vn.vigil.seal;

/** What kind of key is made. Both are accepted everywhere; RSA for the sake of old tools. */
public enum KeyType {
    P256,
    RSA3072
}
