/**
 * For hosts: {@link dev.svar.testkit.ManualTime} and {@link dev.svar.testkit.RecordingTransport}. For authors of
 * adapters: {@link dev.svar.testkit.StoreContract}.
 */
@NullMarked
package dev.svar.testkit;

import org.jspecify.annotations.NullMarked;
