package dev.svar.http;

import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Whether the other side may have a request as a whole. Before the last byte of the body has gone it certainly has not: the
 * length of the body is announced, and what is shorter is no request.
 */
final class RequestProgress extends EventListener {
    private volatile boolean complete;

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        complete = true;
    }

    boolean mayBeTaken() {
        return complete;
    }
}
