package dev.svar.mail;

import java.net.URI;
import java.util.Optional;

/** Port: where the pictures of a mail are, for whoever shows it. */
public interface PictureSource {
    /** Shows no picture but those that are written out in the HTML itself. */
    PictureSource NONE = new PictureSource() {
        @Override
        public Optional<URI> attached(String contentId) {
            return Optional.empty();
        }
    };

    /**
     * Where a page finds a file of the mail.
     *
     * @param contentId the file's Content-ID without angle brackets, as the HTML names it; maybe of no file
     * @return an address under http or https, or one without a scheme; empty if there is no such file
     */
    Optional<URI> attached(String contentId);

    /**
     * Where a page finds a picture that lies elsewhere. To load it tells its sender that the mail was read, so a host that
     * shows such pictures best answers with the address of a proxy of its own, which takes no address of an inner network.
     *
     * @param address where the sender says that the picture is, http or https
     * @return where to load it from; empty, as when not overridden, to hold it back
     */
    default Optional<URI> elsewhere(URI address) {
        return Optional.empty();
    }
}
