/**
 * Tools for tests.
 *
 * <p>For hosts: time set by hand ({@link dev.svar.testkit.ManualTime}), a transport that remembers and fails as it is told
 * ({@link dev.svar.testkit.RecordingTransport}), mail from customers ({@link dev.svar.testkit.CustomerMail},
 * {@link dev.svar.testkit.BounceMail}) and assertions ({@link dev.svar.testkit.SvarAssertions}).
 *
 * <p>For authors of adapters, the suites that say when they are done: {@link dev.svar.testkit.StoreContract},
 * {@link dev.svar.testkit.TransportContract}, {@link dev.svar.testkit.TemplateRendererContract} and
 * {@link dev.svar.testkit.CategorizerContract}; and {@link dev.svar.testkit.Race} for what several threads do at once.
 */
@NullMarked
package dev.svar.testkit;

import org.jspecify.annotations.NullMarked;
