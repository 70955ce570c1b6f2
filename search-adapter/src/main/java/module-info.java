/** Finds articles that answer and texts that are alike, with Lucene. */
module dev.svar.search {
    requires transitive dev.svar.core;
    requires org.apache.lucene.analysis.common;
    requires org.apache.lucene.core;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.svar.search;
}
