package dev.svar.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;

/** Writes {@code winmail.dat} as Outlook does: MS-OXTNEF, sections 2.1.3.1 (attributes) and 2.1.3.4 (properties). */
final class WinmailDat {
    static final int LEVEL_MESSAGE = 1;
    static final int LEVEL_ATTACHMENT = 2;
    static final int VERSION = 0x00089006;
    static final int OEM_CODE_PAGE = 0x00069007;
    static final int MESSAGE_CLASS = 0x00078008;
    static final int BODY = 0x0002800C;
    static final int MESSAGE_PROPERTIES = 0x00069003;
    static final int ATTACH_REND_DATA = 0x00069002;
    static final int ATTACH_TITLE = 0x00018010;
    static final int ATTACH_DATA = 0x0006800F;
    static final int ATTACHMENT = 0x00069005;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    WinmailDat(int codePage) {
        out.writeBytes(little(6).putInt(0x223E9F78).putShort((short) 0x1234).array());
        message(VERSION, int32(0x00010000));
        message(OEM_CODE_PAGE, little(8).putInt(codePage).putInt(0).array());
        message(MESSAGE_CLASS, "IPM.Microsoft Mail.Note\0".getBytes(US_ASCII));
    }

    WinmailDat message(int attribute, byte[] value) {
        return attribute(LEVEL_MESSAGE, attribute, value);
    }

    /** A file: what displays it, its short name, its bytes, and its properties. */
    WinmailDat file(String title, byte[] content, Properties properties) {
        attribute(
                LEVEL_ATTACHMENT,
                ATTACH_REND_DATA,
                little(14).putShort((short) 1).putInt(-1).array());
        attribute(LEVEL_ATTACHMENT, ATTACH_TITLE, (title + "\0").getBytes(US_ASCII));
        attribute(LEVEL_ATTACHMENT, ATTACH_DATA, content);
        return attribute(LEVEL_ATTACHMENT, ATTACHMENT, properties.bytes());
    }

    /** A mail, which has no bytes besides its properties. */
    WinmailDat mail(Properties properties) {
        attribute(
                LEVEL_ATTACHMENT,
                ATTACH_REND_DATA,
                little(14).putShort((short) 1).putInt(-1).array());
        return attribute(LEVEL_ATTACHMENT, ATTACHMENT, properties.bytes());
    }

    private WinmailDat attribute(int level, int id, byte[] value) {
        int sum = 0;
        for (byte b : value) {
            sum += b & 0xff;
        }
        out.write(level);
        out.writeBytes(little(8).putInt(id).putInt(value.length).array());
        out.writeBytes(value);
        out.writeBytes(little(2).putShort((short) sum).array());
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    static byte[] int32(int value) {
        return little(4).putInt(value).array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A list of properties. */
    static final class Properties {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int count;

        private Properties begin(int type, int id) {
            count++;
            out.writeBytes(little(4).putShort((short) type).putShort((short) id).array());
            return this;
        }

        /** Of two or four bytes, which take four. */
        Properties number(int type, int id, int value) {
            begin(type, id);
            out.writeBytes(int32(value));
            return this;
        }

        Properties time(int id, long value) {
            begin(0x0040, id);
            out.writeBytes(little(8).putLong(value).array());
            return this;
        }

        Properties text(int id, String value, Charset set) {
            return values(0x001E, id, (value + "\0").getBytes(set));
        }

        Properties unicode(int id, String value) {
            return values(0x001F, id, (value + "\0").getBytes(UTF_16LE));
        }

        Properties binary(int id, byte[] value) {
            return values(0x0102, id, value);
        }

        /** An object: what kind of interface it has, and its bytes. */
        Properties object(int id, byte[] value) {
            byte[] message = {7, 3, 2, 0, 0, 0, 0, 0, (byte) 0xC0, 0, 0, 0, 0, 0, 0, 0x46};
            byte[] all = ByteBuffer.allocate(16 + value.length)
                    .put(message)
                    .put(value)
                    .array();
            return values(0x000D, id, all);
        }

        /** One that has several values. */
        Properties texts(int id, String... values) {
            byte[][] all = new byte[values.length][];
            for (int i = 0; i < values.length; i++) {
                all[i] = (values[i] + "\0").getBytes(UTF_16LE);
            }
            return values(0x101F, id, all);
        }

        /** One that goes by a name, as those of the header do. */
        Properties named(String name, String value) {
            begin(0x001F, 0x8001);
            out.writeBytes(new byte[16]);
            out.writeBytes(int32(1));
            byte[] letters = (name + "\0").getBytes(UTF_16LE);
            out.writeBytes(int32(letters.length));
            padded(letters);
            out.writeBytes(int32(1));
            byte[] bytes = (value + "\0").getBytes(UTF_16LE);
            out.writeBytes(int32(bytes.length));
            padded(bytes);
            return this;
        }

        private Properties values(int type, int id, byte[]... values) {
            begin(type, id);
            out.writeBytes(int32(values.length));
            for (byte[] value : values) {
                out.writeBytes(int32(value.length));
                padded(value);
            }
            return this;
        }

        private void padded(byte[] value) {
            out.writeBytes(value);
            out.writeBytes(new byte[(4 - value.length % 4) % 4]);
        }

        byte[] bytes() {
            return ByteBuffer.allocate(4 + out.size())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(count)
                    .put(out.toByteArray())
                    .array();
        }
    }
}
