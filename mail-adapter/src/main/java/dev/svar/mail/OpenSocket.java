package dev.svar.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * Keeps hold of the socket of a connection, which the mail library does not give out: to end it while somebody waits for the
 * server, and to look up from time to time while the server says nothing.
 *
 * <p>There are two factories for the two kinds of socket, since the mail library tells by the kind of factory whether it must
 * check the name in the server's certificate.
 */
final class OpenSocket {
    private volatile Socket socket = new Socket();
    private volatile boolean ended;

    SocketFactory plain() {
        return new Plain(SocketFactory.getDefault());
    }

    SSLSocketFactory tls(SSLSocketFactory factory) {
        return new Tls(factory);
    }

    void answerWithin(int millis) {
        try {
            socket.setSoTimeout(millis);
        } catch (SocketException e) {
            // It is closed, which whoever reads it next will notice.
            return;
        }
    }

    void end() {
        ended = true;
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It has ended all the same.
            return;
        }
    }

    private Socket keep(Socket made) throws IOException {
        socket = made;
        if (ended) {
            close(made);
        }
        made.setKeepAlive(true);
        return made;
    }

    private final class Plain extends SocketFactory {
        private final SocketFactory factory;

        Plain(SocketFactory factory) {
            this.factory = factory;
        }

        @Override
        public Socket createSocket() throws IOException {
            return keep(factory.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return keep(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return keep(factory.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return keep(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return keep(factory.createSocket(host, port, local, localPort));
        }
    }

    private final class Tls extends SSLSocketFactory {
        private final SSLSocketFactory factory;

        Tls(SSLSocketFactory factory) {
            this.factory = factory;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return factory.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return factory.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return keep(factory.createSocket());
        }

        @Override
        public Socket createSocket(Socket below, String host, int port, boolean autoClose) throws IOException {
            return keep(factory.createSocket(below, host, port, autoClose));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return keep(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return keep(factory.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return keep(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return keep(factory.createSocket(host, port, local, localPort));
        }
    }
}
