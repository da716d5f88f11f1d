package vn.vigil.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.text.Lang;
import vn.vigil.text.Viet;

/**
 * A paper that was read: what its front matter says and its body, with the Markdown it was read from. Immutable. Its language
 * is {@code docs/design/documents.md}.
 */
public final class Paper {
    /** No paper of an office is longer. */
    private static final long LONGEST = 4L << 20;

    private final String source;
    private final Head head;
    private final List<Block> blocks;

    private Paper(String source, Head head, List<Block> blocks) {
        this.source = source;
        this.head = head;
        this.blocks = List.copyOf(blocks);
    }

    /**
     * Reads a paper.
     *
     * @param name how to call the source in an error
     * @param fallback the language when the front matter names none
     * @throws VigilException USAGE with every fault and its line
     */
    public static Paper of(String name, String source, Lang fallback) {
        String text = Viet.nfc(source.startsWith("\ufeff") ? source.substring(1) : source)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        // Blank lines that a stripped remark left on top are nobody's.
        int skip = 0;
        List<String> lines = Arrays.asList(text.split("\n", -1));
        while (skip < lines.size() && lines.get(skip).isBlank()) {
            skip++;
        }
        List<Message> faults = new ArrayList<>();
        Head head;
        int body = skip;
        if (skip < lines.size() && lines.get(skip).stripTrailing().equals("---")) {
            int end = skip + 1;
            while (end < lines.size() && !lines.get(end).stripTrailing().equals("---")) {
                end++;
            }
            if (end == lines.size()) {
                faults.add(DocumentText.FRONT_OPEN.with(skip + 1));
            }
            head = FrontMatter.read(lines, skip + 1, end, fallback, faults);
            body = Math.min(end + 1, lines.size());
        } else {
            head = FrontMatter.read(List.of("form: plain"), 0, 1, fallback, faults);
        }
        List<Block> blocks =
                Body.read(String.join("\n", lines.subList(body, lines.size())), body + 1, head.lang(), faults);
        if (!faults.isEmpty()) {
            VigilException all =
                    new VigilException(ErrorKind.USAGE, "VG-DOCUMENT-SOURCE", DocumentText.CANNOT_READ.with(name));
            for (Message fault : faults) {
                all.why(fault);
            }
            throw all;
        }
        if (blocks.stream().noneMatch(Block.Signatures.class::isInstance)) {
            blocks.add(new Block.Signatures());
        }
        return new Paper(String.join("\n", lines.subList(skip, lines.size())).stripTrailing() + "\n", head, blocks);
    }

    /**
     * Reads a paper from a file of UTF-8 text.
     *
     * @throws VigilException as for {@link #of}; NOT_FOUND when there is no such file
     */
    public static Paper read(Path file, Lang fallback) {
        byte[] bytes = Packed.read(file, LONGEST);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Packed.refuse(file, DocumentText.NOT_UTF8.with()).causedBy(e);
        }
        return of(file.toString(), text, fallback);
    }

    /** The Markdown with its front matter, NFC, as a person may edit and read it again. */
    public String source() {
        return source;
    }

    public Lang lang() {
        return head.lang();
    }

    /** What the paper is called; may be empty. */
    public String title() {
        return head.title();
    }

    Head head() {
        return head;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** Whether the signatures follow this block. */
    static boolean signedNext(List<Block> blocks, int i) {
        return i + 1 < blocks.size() && blocks.get(i + 1) instanceof Block.Signatures;
    }

    /** The letters of stretches, forced new lines as such. */
    static String plain(List<Run> runs) {
        StringBuilder out = new StringBuilder();
        for (Run run : runs) {
            out.append(run.text());
        }
        return out.toString();
    }
}
