package vn.vigil.net;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import vn.vigil.base.World;

/** Agrees on TLS over a connected socket, trusting either one pinned key or the runtime's authorities. */
final class Tls {
    /** The key shown is not the pinned one. */
    static final class PinChanged extends CertificateException {
        private static final long serialVersionUID = 1L;
    }

    private final World world;
    private final TlsTrust trust;
    private TlsCertificate certificate;

    Tls(World world, TlsTrust trust) {
        this.world = world;
        this.trust = trust;
    }

    SSLSocket agree(Socket plain, Endpoint endpoint) throws IOException {
        SSLSocket secure = over(plain, endpoint);
        secure.startHandshake();
        certificate = TlsCertificate.of((X509Certificate) secure.getSession().getPeerCertificates()[0]);
        return secure;
    }

    /** TLS over a connected socket, with nothing said yet; the handshake checks the key and, without a pin, the name. */
    SSLSocket over(Socket plain, Endpoint endpoint) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            boolean pinned = trust instanceof TlsTrust.Pinned;
            context.init(null, pinned ? new TrustManager[] {new PinnedKey()} : null, world.random());
            SSLSocket secure =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, endpoint.host(), endpoint.port(), true);
            SSLParameters parameters = secure.getSSLParameters();
            if (!pinned) {
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
            }
            if (endpoint.host().indexOf(':') < 0
                    && !Character.isDigit(endpoint.host().charAt(endpoint.host().length() - 1))) {
                parameters.setServerNames(List.of(new SNIHostName(endpoint.host())));
            }
            secure.setSSLParameters(parameters);
            return secure;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new NetException(NetException.Cause.TLS, "no TLS with " + endpoint, e);
        }
    }

    TlsCertificate certificate() {
        return certificate;
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            byte[] key = certificate.getPublicKey().getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looks at the key alone: the extended form keeps the runtime from adding checks of name and algorithm. */
    private final class PinnedKey extends X509ExtendedTrustManager {
        private void check(X509Certificate[] chain) throws CertificateException {
            String wanted = ((TlsTrust.Pinned) trust).fingerprint();
            if (wanted != null && !wanted.equalsIgnoreCase(fingerprint(chain[0]))) {
                throw new PinChanged();
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
