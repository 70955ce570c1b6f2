package dev.svar.testkit;

import dev.svar.memory.MemoryStore;
import dev.svar.store.DeskStore;

final class MemoryStoreTest extends StoreContract {
    private final DeskStore store = new MemoryStore();

    @Override
    protected DeskStore openStore() {
        return store;
    }
}
