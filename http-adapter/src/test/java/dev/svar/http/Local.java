package dev.svar.http;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import mockwebserver3.MockWebServer;

/** Connections to servers of this machine, with short time limits. */
final class Local {
    private Local() {}

    static HttpConnections.Builder allowed() {
        return HttpConnections.builder()
                .allowHttp()
                .allowAddresses(InetAddress::isLoopbackAddress)
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofSeconds(1))
                .callTimeout(Duration.ofSeconds(4));
    }

    static URI url(MockWebServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }
}
