package vn.vigil.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Takes a good package apart and puts it together again with lies in it. Every number can be bent; the rest is made to fit. */
public final class ForgedZip {
    /** One entry with what its two headers say. */
    public static final class Item {
        String name;
        public String localName;
        public byte[] data;
        /** What lies in the file instead of the data. */
        public byte[] stored;

        int method;
        public int flags;
        public int localCrcXor;
        public int crcXor;
        int madeBy = 3 << 8 | 20;
        public int attributes = 0100644 << 16;
        public byte[] localExtra = {};
        public byte[] extra = {};
        public String comment = "";
        public Integer offset;
        /** What both headers say of both lengths instead of the truth. */
        public Integer length;

        public Item(String name, byte[] data) {
            this.name = name;
            this.data = data;
            this.flags = name.chars().anyMatch(c -> c > 127) ? Zip.UTF8 : 0;
        }

        public Item deflated() {
            Deflater deflater = new Deflater(9, true);
            deflater.setInput(data);
            deflater.finish();
            byte[] out = new byte[data.length + 100];
            int n = deflater.deflate(out);
            deflater.end();
            stored = java.util.Arrays.copyOf(out, n);
            method = 8;
            return this;
        }
    }

    public final List<Item> items = new ArrayList<>();
    public byte[] before = {};
    /** Between the entries and the directory. */
    public byte[] between = {};
    /** Between the directory and its end. */
    public byte[] beforeEnd = {};

    public byte[] after = {};
    public String comment = "";
    public int count = -1;

    /** The good package's entries. */
    public static ForgedZip of(Path good) {
        ForgedZip zip = new ForgedZip();
        try (AsiceReader reader = AsiceReader.open(good)) {
            for (String name : reader.names()) {
                zip.items.add(new Item(name, reader.small(name)));
            }
        }
        return zip;
    }

    public Item item(String name) {
        return items.stream().filter(i -> i.name.equals(name)).findFirst().orElseThrow();
    }

    public ForgedZip change(String name, Consumer<Item> how) {
        how.accept(item(name));
        return this;
    }

    public ForgedZip flip(String name, int at) {
        item(name).data[at] ^= 1;
        return this;
    }

    public ForgedZip add(String name, String content) {
        items.add(new Item(name, SealKit.utf8(content)));
        return this;
    }

    public ForgedZip remove(String name) {
        items.remove(item(name));
        return this;
    }

    public Path write(Path target) {
        try {
            Files.write(target, bytes());
            return target;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        out.write(before);
        for (Item i : items) {
            CRC32 crc = new CRC32();
            crc.update(i.data);
            byte[] data = i.stored == null ? i.data : i.stored;
            int offset = i.offset == null ? out.size() : i.offset;
            byte[] name = i.name.getBytes(StandardCharsets.UTF_8);
            byte[] local = i.localName == null ? name : i.localName.getBytes(StandardCharsets.UTF_8);
            int value = (int) crc.getValue();
            ByteBuffer h = buffer(30).putInt(Zip.LOCAL).putShort((short) 20);
            int told = i.length == null ? data.length : i.length;
            common(h, i, value ^ i.localCrcXor, told).putShort((short) local.length);
            out.write(h.putShort((short) i.localExtra.length).array());
            out.write(local);
            out.write(i.localExtra);
            out.write(data);
            ByteBuffer c =
                    buffer(46).putInt(Zip.CENTRAL).putShort((short) i.madeBy).putShort((short) 20);
            common(c, i, value ^ i.crcXor, told).putShort((short) name.length);
            c.putShort((short) i.extra.length)
                    .putShort((short) i.comment.length())
                    .putShort((short) 0);
            directory.write(
                    c.putShort((short) 0).putInt(i.attributes).putInt(offset).array());
            directory.write(name);
            directory.write(i.extra);
            directory.write(SealKit.utf8(i.comment));
        }
        out.write(between);
        int start = out.size();
        out.write(directory.toByteArray());
        out.write(beforeEnd);
        short n = (short) (count < 0 ? items.size() : count);
        ByteBuffer end =
                buffer(22).putInt(Zip.END).putInt(0).putShort(n).putShort(n).putInt(directory.size());
        out.write(end.putInt(start).putShort((short) comment.length()).array());
        out.write(SealKit.utf8(comment));
        out.write(after);
        return out.toByteArray();
    }

    private static ByteBuffer common(ByteBuffer b, Item i, int crc, int stored) {
        b.putShort((short) i.flags)
                .putShort((short) i.method)
                .putInt(Zip.dosTime(SealKit.NOW))
                .putInt(crc);
        return b.putInt(stored).putInt(i.length == null ? i.data.length : i.length);
    }

    private static ByteBuffer buffer(int n) {
        return ByteBuffer.allocate(n).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Seals what was changed with a good key, as a careless or hostile member of the house could. */
    public ForgedZip resealed(SigningKey key) {
        return resealed(key, SealKit.NOW);
    }

    /** The same, the seal dated. */
    public ForgedZip resealed(SigningKey key, Instant at) {
        AsicManifest manifest = new AsicManifest(AsiceWriter.SIGNATURE, new java.util.LinkedHashMap<>());
        for (Item i : items) {
            if (!i.name.equals("mimetype") && !i.name.startsWith("META-INF/")) {
                manifest.digests().put(i.name, Hash.sha256(i.data));
            }
        }
        byte[] xml = manifest.xml();
        item(AsiceWriter.MANIFEST).data = xml;
        item(AsiceWriter.SIGNATURE).data = Cades.sign(xml, key, at);
        return this;
    }
}
