package dev.svar.knowledge;

/** For whom an article is, the widest audience first; also who looks for one. */
public enum ArticleAudience {
    /** Everybody. */
    PUBLIC,
    /** Whoever the host knows as a customer, and agents. */
    CUSTOMERS,
    /** Agents only. */
    AGENTS;

    /**
     * Whether an article of this audience may be shown.
     *
     * @param reader who looks
     * @return whether the reader belongs to it
     */
    public boolean includes(ArticleAudience reader) {
        return reader.compareTo(this) >= 0;
    }
}
