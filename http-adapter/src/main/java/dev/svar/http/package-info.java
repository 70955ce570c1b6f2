/**
 * Out over HTTP: {@link dev.svar.http.WebhookListener} tells other systems what happens to tickets,
 * {@link dev.svar.http.SmsTransport} sends text messages through an {@link dev.svar.http.SmsGateway},
 * {@link dev.svar.http.SlackTransport} and {@link dev.svar.http.TeamsTransport} write to agents in their chats.
 *
 * <p>{@link dev.svar.http.HttpConnections} holds what is the same for all of them: time limits, size limits and where they may
 * connect to. {@link dev.svar.http.WebhookSignature} and {@link dev.svar.http.SmsText} are usable alone.
 */
@NullMarked
package dev.svar.http;

import org.jspecify.annotations.NullMarked;
