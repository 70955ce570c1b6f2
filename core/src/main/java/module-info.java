/** The model, the pure rules, the ports, the in-memory store and the façade of Svar, the help desk as a library. */
module dev.svar.core {
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports dev.svar;
    exports dev.svar.announcement;
    exports dev.svar.assignment;
    exports dev.svar.category;
    exports dev.svar.category.learn;
    exports dev.svar.contact;
    exports dev.svar.delivery;
    exports dev.svar.error;
    exports dev.svar.knowledge;
    exports dev.svar.memory;
    exports dev.svar.message;
    exports dev.svar.sla;
    exports dev.svar.store;
    exports dev.svar.template;
    exports dev.svar.ticket;
}
