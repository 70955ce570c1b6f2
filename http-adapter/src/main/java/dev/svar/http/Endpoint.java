package dev.svar.http;

import dev.svar.error.Check;
import dev.svar.error.InvalidValueException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Where to send. Path and query may be a secret, so they are shown to nobody. */
final class Endpoint {
    /** The most characters of a URL. */
    static final int MAX_LENGTH = 2_000;

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private final HttpUrl url;

    private Endpoint(HttpUrl url) {
        this.url = url;
    }

    /** An endpoint; the errors hold nothing of the URL. */
    static Endpoint of(String field, URI uri, boolean clearText, Predicate<InetAddress> allowed) {
        String text = Check.line(field, uri.toString(), MAX_LENGTH);
        HttpUrl url = HttpUrl.parse(text);
        if (url == null) {
            throw new InvalidValueException(field, "is not an absolute URL of https");
        }
        if (!url.isHttps() && !clearText) {
            throw new InvalidValueException(field, "is not of https, and http is not allowed");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new InvalidValueException(field, "holds a user or a password, which a URL must not");
        }
        if (isWrittenOut(url.host()) && !allowed.test(address(field, url.host()))) {
            throw new InvalidValueException(field, "names an address that is not a public one and not allowed");
        }
        return new Endpoint(url);
    }

    private static boolean isWrittenOut(String host) {
        return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
    }

    private static InetAddress address(String field, String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new InvalidValueException(field, "names no address");
        }
    }

    HttpUrl url() {
        return url;
    }

    /** The same place with one more part of its query. */
    Endpoint with(String name, String value) {
        return new Endpoint(url.newBuilder().addQueryParameter(name, value).build());
    }

    @Override
    public String toString() {
        return url.scheme() + "://" + url.host() + ":" + url.port();
    }
}
