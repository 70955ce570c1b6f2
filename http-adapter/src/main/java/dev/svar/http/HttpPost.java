package dev.svar.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** What is sent: some bytes of one type, with headers. */
final class HttpPost {
    private static final String USER_AGENT = "svar";

    private final Endpoint to;
    private final MediaType type;
    private final byte[] body;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private boolean answerMatters;

    private HttpPost(Endpoint to, MediaType type, byte[] body) {
        this.to = to;
        this.type = type;
        this.body = body;
    }

    static HttpPost json(Endpoint to, byte[] body) {
        return new HttpPost(to, MediaType.get("application/json"), body);
    }

    static HttpPost form(Endpoint to, String body) {
        return new HttpPost(
                to, MediaType.get("application/x-www-form-urlencoded"), body.getBytes(StandardCharsets.US_ASCII));
    }

    HttpPost header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    HttpPost headers(Map<String, String> more) {
        headers.putAll(more);
        return this;
    }

    /** What stands in the answer is to be read, not only its status. */
    HttpPost readingTheAnswer() {
        answerMatters = true;
        return this;
    }

    boolean answerMatters() {
        return answerMatters;
    }

    int size() {
        return body.length;
    }

    Request request(RequestProgress progress) {
        Request.Builder request = new Request.Builder()
                .url(to.url())
                .header("User-Agent", USER_AGENT)
                // Said here, so that the answer is not unpacked: a small one could become a huge one.
                .header("Accept-Encoding", "identity");
        headers.forEach(request::header);
        return request.post(new OnceOnly(type, body, progress)).build();
    }

    /** A body that OkHttp never sends again by itself, whatever the answer is. */
    private static final class OnceOnly extends RequestBody {
        private final MediaType type;
        private final byte[] body;
        private final RequestProgress progress;

        OnceOnly(MediaType type, byte[] body, RequestProgress progress) {
            this.type = type;
            this.body = body;
            this.progress = progress;
        }

        @Override
        public MediaType contentType() {
            return type;
        }

        @Override
        public long contentLength() {
            return body.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            progress.beginning();
            int last = Math.max(body.length - 1, 0);
            sink.write(body, 0, last);
            progress.completing();
            sink.write(body, last, body.length - last);
        }
    }
}
