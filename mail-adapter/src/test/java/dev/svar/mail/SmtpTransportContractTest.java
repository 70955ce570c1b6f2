package dev.svar.mail;

import dev.svar.testkit.TransportContract;
import dev.svar.testkit.TransportFixture;

final class SmtpTransportContractTest extends TransportContract {
    @Override
    protected TransportFixture openFixture() {
        return new SmtpPeer();
    }
}
