package dev.svar.testkit;

import dev.svar.contact.Address;

final class RecordingTransportTest extends TransportContract {
    @Override
    protected TransportFixture openFixture() {
        return new RecordingPeer(Address.mail("kari@kunde.example"));
    }
}
