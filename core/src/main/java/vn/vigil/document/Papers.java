package vn.vigil.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/**
 * Makes a {@link Paper} into files. The same paper is the same bytes, whenever and wherever it is made. Stateless, safe for
 * several threads; the libraries of a form are loaded when that form is first asked for.
 */
public final class Papers {
    private Papers() {}

    /** A file for Word and LibreOffice, in Times New Roman. */
    public static byte[] docx(Paper paper) {
        return DocxPackage.write(paper, paper.head().pages() == 0 ? paper.head().size() : PdfWriter.size(paper));
    }

    /**
     * PDF/A-2u and PDF/UA-1 with Liberation Serif inside.
     *
     * @throws VigilException REFUSED when the paper names a number of pages and does not fit them
     */
    public static byte[] pdf(Paper paper) {
        return PdfWriter.write(paper);
    }

    /** One XHTML page. */
    public static String html(Paper paper) {
        return Xhtml.write(
                paper,
                "'Times New Roman', 'Liberation Serif', serif",
                paper.head().size());
    }

    /** The source, which {@link Paper#of} reads again. */
    public static String markdown(Paper paper) {
        return paper.source();
    }

    /** The paper in one form; texts are UTF-8. */
    public static byte[] bytes(Paper paper, PaperForm form) {
        return switch (form) {
            case DOCX -> docx(paper);
            case PDF -> pdf(paper);
            case HTML -> html(paper).getBytes(StandardCharsets.UTF_8);
            case MD -> markdown(paper).getBytes(StandardCharsets.UTF_8);
        };
    }

    /**
     * Writes a paper in several forms, {@code <prefix>.docx} and so on: all of them or, when another file is in the way, none.
     * Each file appears whole under its name, readable by its owner only, for papers name people.
     *
     * @param force whether files with other content are replaced
     * @param rehearse whether to stop before the first file
     * @return one a form, in the order asked
     * @throws VigilException CONFLICT when files with other content are there and {@code force} is not given; FAILED when the
     *     folder cannot be written
     */
    public static List<WrittenPaper> write(
            Paper paper, List<PaperForm> forms, Path prefix, boolean force, boolean rehearse) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (PaperForm form : forms) {
            files.put("." + form.word(), bytes(paper, form));
        }
        return write(files, prefix, force, rehearse);
    }

    /**
     * As {@link #write(Paper, List, Path, boolean, boolean)}, for files that were made elsewhere.
     *
     * @param files what follows the prefix in each file's name, and its content
     */
    public static List<WrittenPaper> write(Map<String, byte[]> files, Path prefix, boolean force, boolean rehearse) {
        Map<WrittenPaper, byte[]> made = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (Map.Entry<String, byte[]> one : files.entrySet()) {
            byte[] bytes = one.getValue();
            Path file = prefix.resolveSibling(prefix.getFileName() + one.getKey());
            WrittenPaper.State state = state(file, bytes);
            if (state == WrittenPaper.State.REPLACED) {
                others.add(file.toString());
            }
            String form = one.getKey().substring(one.getKey().lastIndexOf('.') + 1);
            made.put(new WrittenPaper(form, file, state, bytes.length, sha256(bytes)), bytes);
        }
        if (!others.isEmpty() && !force) {
            VigilException e =
                    new VigilException(ErrorKind.CONFLICT, "VG-DOCUMENT-EXISTS", DocumentText.IN_THE_WAY.with());
            for (String other : others) {
                e.why(DocumentText.IN_THE_WAY_FILE.with(other));
            }
            throw e.next(DocumentText.IN_THE_WAY_NEXT.with());
        }
        for (Map.Entry<WrittenPaper, byte[]> paperFile : made.entrySet()) {
            if (!rehearse && paperFile.getKey().state() != WrittenPaper.State.UNCHANGED) {
                put(paperFile.getKey().file(), paperFile.getValue());
            }
        }
        return List.copyOf(made.keySet());
    }

    private static WrittenPaper.State state(Path file, byte[] bytes) {
        try {
            if (!Files.exists(file)) {
                return WrittenPaper.State.NEW;
            }
            return Files.isRegularFile(file)
                            && Files.size(file) == bytes.length
                            && Arrays.equals(Files.readAllBytes(file), bytes)
                    ? WrittenPaper.State.UNCHANGED
                    : WrittenPaper.State.REPLACED;
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private static void put(Path file, byte[] bytes) {
        Path fresh = null;
        try {
            // Made with mode 0600.
            fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".vigil-", ".new");
            Files.write(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            if (fresh != null) {
                fresh.toFile().delete();
            }
            throw cannotWrite(file, e);
        }
    }

    private static VigilException cannotWrite(Path file, IOException e) {
        return new VigilException(
                        ErrorKind.FAILED, "VG-DOCUMENT-UNWRITABLE", DocumentText.CANNOT_WRITE.with(file.toString()))
                .causedBy(e);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
