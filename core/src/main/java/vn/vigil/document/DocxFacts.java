package vn.vigil.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.vigil.base.VigilException;

/**
 * Reads of a DOCX what the form lint wants: page, fonts and sizes as they come out of styles, texts, the page number's place.
 * ECMA-376, part 1, 17. One use.
 */
final class DocxFacts {
    private static final long UNPACKED = 200L << 20;
    private static final int MOST_LINES = 50_000;
    private static final double MM = 25.4 / 1440;

    private final FormFacts facts;
    private final Map<String, byte[]> parts;
    private final Map<String, Style> styles = new HashMap<>();
    private final Map<String, String> relations = new HashMap<>();
    private final Map<String, String> theme = new HashMap<>();
    private String defaultFont = "Times New Roman";
    private double defaultSize = 10;
    private String defaultStyle = "Normal";

    private static final class Style {
        String parent;
        String font;
        double size;
    }

    private DocxFacts(String kind, Map<String, byte[]> parts) {
        this.facts = new FormFacts(kind);
        this.parts = parts;
    }

    static FormFacts read(Path file) {
        Packed.measure(file, UNPACKED);
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            var entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry e = entries.nextElement();
                if (e.getName().endsWith(".xml") || e.getName().endsWith(".rels")) {
                    try (InputStream in = zip.getInputStream(e)) {
                        parts.put(e.getName(), in.readAllBytes());
                    }
                }
            }
        } catch (IOException e) {
            throw Packed.refuse(file, DocumentText.BROKEN_FILE.with()).causedBy(e);
        }
        return read(file, "docx", parts);
    }

    static FormFacts read(Path file, byte[] docx, String kind) {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                parts.put(e.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw Packed.refuse(file, DocumentText.BROKEN_FILE.with()).causedBy(e);
        }
        return read(file, kind, parts);
    }

    private static FormFacts read(Path file, String kind, Map<String, byte[]> parts) {
        if (!parts.containsKey("word/document.xml")) {
            throw notDocx(file);
        }
        try {
            DocxFacts reader = new DocxFacts(kind, parts);
            reader.relations();
            reader.theme();
            reader.styles();
            reader.document();
            return reader.facts;
        } catch (XMLStreamException | RuntimeException e) {
            throw notDocx(file).causedBy(e);
        }
    }

    private static VigilException notDocx(Path file) {
        return Packed.refuse(file, DocumentText.NOT_A_PAPER.with()).next(DocumentText.SAVE_AS_DOCX.with());
    }

    private XMLStreamReader open(String part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        byte[] bytes = parts.get(part);
        return bytes == null ? null : factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    }

    private void relations() throws XMLStreamException {
        XMLStreamReader xml = open("word/_rels/document.xml.rels");
        while (xml != null && xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                relations.put(xml.getAttributeValue(null, "Id"), "word/" + xml.getAttributeValue(null, "Target"));
            }
        }
    }

    private void theme() throws XMLStreamException {
        XMLStreamReader xml = open("word/theme/theme1.xml");
        String which = "";
        while (xml != null && xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                which = name.equals("majorFont") ? "major" : name.equals("minorFont") ? "minor" : which;
                if (name.equals("latin") && !which.isEmpty()) {
                    theme.putIfAbsent(which, xml.getAttributeValue(null, "typeface"));
                }
            }
        }
    }

    private void styles() throws XMLStreamException {
        XMLStreamReader xml = open("word/styles.xml");
        Style style = null;
        boolean defaults = false;
        while (xml != null && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                style = xml.getLocalName().equals("style") ? null : style;
                defaults &= !xml.getLocalName().equals("docDefaults");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "docDefaults" -> defaults = true;
                    case "style" -> {
                        style = new Style();
                        String id = attribute(xml, "styleId");
                        styles.put(id, style);
                        if ("paragraph".equals(attribute(xml, "type")) && "1".equals(attribute(xml, "default"))) {
                            defaultStyle = id;
                        }
                    }
                    case "basedOn" -> {
                        if (style != null) {
                            style.parent = attribute(xml, "val");
                        }
                    }
                    case "rFonts" -> {
                        String font = font(xml);
                        if (style != null && font != null) {
                            style.font = font;
                        } else if (defaults && font != null) {
                            defaultFont = font;
                        }
                    }
                    case "sz" -> {
                        double size = Integer.parseInt(attribute(xml, "val")) / 2.0;
                        if (style != null) {
                            style.size = size;
                        } else if (defaults) {
                            defaultSize = size;
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    private String font(XMLStreamReader xml) {
        String named = attribute(xml, "ascii");
        String themed = attribute(xml, "asciiTheme");
        if (themed != null) {
            String of = theme.get(themed.startsWith("major") ? "major" : "minor");
            named = of == null ? named : of;
        }
        return named;
    }

    private String fontOf(String style) {
        Set<String> seen = new HashSet<>();
        for (String id = style; id != null && styles.containsKey(id) && seen.add(id); id = styles.get(id).parent) {
            if (styles.get(id).font != null) {
                return styles.get(id).font;
            }
        }
        return defaultFont;
    }

    private double sizeOf(String style) {
        Set<String> seen = new HashSet<>();
        for (String id = style; id != null && styles.containsKey(id) && seen.add(id); id = styles.get(id).parent) {
            if (styles.get(id).size > 0) {
                return styles.get(id).size;
            }
        }
        return defaultSize;
    }

    private void document() throws XMLStreamException {
        XMLStreamReader xml = open("word/document.xml");
        int tables = 0;
        boolean bordered = false;
        boolean titlePage = false;
        Map<String, String> headers = new HashMap<>();
        List<String> footers = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Map<Double, Integer> sizes = new HashMap<>();
        String paragraphStyle = null;
        String runFont = null;
        double runSize = 0;
        boolean deleted = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "tbl" -> tables++;
                    case "tblBorders", "tblStyle" -> bordered = true;
                    case "p" -> {
                        text.setLength(0);
                        sizes.clear();
                        paragraphStyle = defaultStyle;
                    }
                    case "pStyle" -> paragraphStyle = attribute(xml, "val");
                    case "r" -> {
                        runFont = null;
                        runSize = 0;
                    }
                    case "rFonts" -> runFont = font(xml);
                    case "sz" -> runSize = Integer.parseInt(attribute(xml, "val")) / 2.0;
                    case "del" -> deleted = true;
                    case "t" -> {
                        String t = xml.getElementText();
                        if (!deleted) {
                            text.append(t);
                            if (!t.isBlank()) {
                                facts.fonts.add(runFont == null ? fontOf(paragraphStyle) : runFont);
                                sizes.merge(runSize > 0 ? runSize : sizeOf(paragraphStyle), t.length(), Integer::sum);
                            }
                        }
                    }
                    case "tab", "noBreakHyphen" ->
                        text.append(xml.getLocalName().equals("tab") ? ' ' : '-');
                    case "br" -> {
                        line(text, sizes, tables > 0 && bordered);
                        text.setLength(0);
                    }
                    case "headerReference" -> headers.put(attribute(xml, "type"), relations.get(id(xml)));
                    case "footerReference" -> footers.add(relations.get(id(xml)));
                    case "titlePg" ->
                        titlePage = !"0".equals(attribute(xml, "val")) && !"false".equals(attribute(xml, "val"));
                    case "pgSz" -> facts.papers.add(new double[] {twips(xml, "w"), twips(xml, "h")});
                    case "pgMar" ->
                        facts.margins.add(new double[] {
                            twips(xml, "top"),
                            twips(xml, "bottom"),
                            twips(xml, "left") + twips(xml, "gutter"),
                            twips(xml, "right")
                        });
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "p" -> {
                        line(text, sizes, tables > 0 && bordered);
                        text.setLength(0);
                        sizes.clear();
                    }
                    case "tbl" -> {
                        tables--;
                        bordered &= tables > 0;
                    }
                    case "del" -> deleted = false;
                    default -> {}
                }
            }
        }
        numbers(headers, footers, titlePage);
    }

    private void line(StringBuilder text, Map<Double, Integer> sizes, boolean table) {
        if (text.toString().isBlank() || facts.lines.size() >= MOST_LINES) {
            return;
        }
        double most = 0;
        for (Map.Entry<Double, Integer> size : sizes.entrySet()) {
            most = most == 0 || size.getValue() > sizes.get(most) ? size.getKey() : most;
        }
        facts.lines.add(new FormFacts.Line(text.toString(), most, table));
    }

    private void numbers(Map<String, String> headers, List<String> footers, boolean titlePage)
            throws XMLStreamException {
        boolean[] top = number(headers.get("default"));
        boolean[] first = number(headers.get("first"));
        boolean below = false;
        for (String footer : footers) {
            below |= number(footer)[0];
        }
        facts.numbered = top[0] || below;
        facts.numberElsewhere = below || top[0] && !top[1];
        facts.numberOnFirst = facts.numbered && (!titlePage || first[0]);
    }

    /** Whether a part holds the page number, and whether that stands in the middle. */
    private boolean[] number(String part) throws XMLStreamException {
        boolean field = false;
        boolean centred = false;
        XMLStreamReader xml = part == null ? null : open(part);
        boolean middle = false;
        while (xml != null && xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "p" -> middle = false;
                    case "jc" -> middle = "center".equals(attribute(xml, "val"));
                    // Word's own "header" style has tabs at the middle and at the right edge.
                    case "framePr" -> middle |= "center".equals(attribute(xml, "xAlign"));
                    case "instrText" -> {
                        if (xml.getElementText().strip().startsWith("PAGE")) {
                            field = true;
                            centred |= middle;
                        }
                    }
                    case "fldSimple" -> {
                        String order = attribute(xml, "instr");
                        if (order != null && order.strip().startsWith("PAGE")) {
                            field = true;
                            centred |= middle;
                        }
                    }
                    default -> {}
                }
            }
        }
        return new boolean[] {field, centred};
    }

    private static double twips(XMLStreamReader xml, String name) {
        String value = attribute(xml, name);
        return value == null ? 0 : Double.parseDouble(value) * MM;
    }

    private static String id(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id")) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** An attribute in whatever namespace: the strict form of the standard has another. */
    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }
}
