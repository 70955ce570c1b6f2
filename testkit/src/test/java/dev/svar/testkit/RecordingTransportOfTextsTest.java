package dev.svar.testkit;

import dev.svar.contact.Address;
import dev.svar.contact.Channel;

final class RecordingTransportOfTextsTest extends TransportContract {
    @Override
    protected TransportFixture openFixture() {
        return new RecordingPeer.TextOnly(new Address(new Channel("sms"), "+4791234567"));
    }
}
