package dev.svar.mail;

import dev.svar.contact.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where an address begins and ends within other words. */
final class AddressWords {
    /** More than an address may have, so that what is longer is none. */
    private static final int MAX_TOKEN = Address.MAX_LENGTH + 10;

    private static final int MAX_LIST = 200;
    private static final String ENDS = " \t<>\"'(),;:[]{}|*=\n：，。、；（）「」【】";
    private static final String BETWEEN = " \t<>\"'(),;[]";

    private AddressWords() {}

    /** Where the word begins that has an at sign here; at an earlier at sign, with which it is no address. */
    static int start(String text, int at) {
        int start = at;
        while (start > 0 && at - start < MAX_TOKEN && ENDS.indexOf(text.charAt(start - 1)) < 0) {
            if (text.charAt(--start) == '@') {
                break;
            }
        }
        return start;
    }

    /** Where the word ends that begins here, or has an at sign here; behind a second at sign, with which it is no address. */
    static int end(String text, int from) {
        int end = from;
        int last = Math.min(text.length(), from + MAX_TOKEN);
        boolean domain = false;
        while (end < last && ENDS.indexOf(text.charAt(end)) < 0) {
            // Chinese, Japanese and Korean go on behind the address without a space.
            if (domain && ThreadWords.isUnspaced(text.charAt(end)) && isAscii(text.charAt(end - 1))) {
                break;
            }
            boolean at = text.charAt(end++) == '@';
            if (at && domain) {
                return end;
            }
            domain |= at;
        }
        while (end > from && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** The addresses that follow here with a comma or a semicolon before each. */
    static List<Address> following(String text, int from) {
        List<Address> addresses = new ArrayList<>();
        int at = from;
        while (addresses.size() < MAX_LIST) {
            int start = at;
            boolean separated = false;
            while (start < text.length() && BETWEEN.indexOf(text.charAt(start)) >= 0) {
                separated |= text.charAt(start) == ',' || text.charAt(start) == ';';
                start++;
            }
            int end = end(text, start);
            Optional<Address> address = separated ? AddressList.address(text.substring(start, end)) : Optional.empty();
            if (address.isEmpty()) {
                return addresses;
            }
            addresses.add(address.get());
            at = end;
        }
        return addresses;
    }

    private static boolean isAscii(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }
}
