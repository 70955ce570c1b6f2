/** Sends over HTTP: signed webhooks, text messages through gateways, notifications to chats. */
module dev.svar.http {
    requires com.fasterxml.jackson.databind;
    requires transitive dev.svar.core;
    requires okhttp3;
    requires static org.jspecify;

    exports dev.svar.http;
}
