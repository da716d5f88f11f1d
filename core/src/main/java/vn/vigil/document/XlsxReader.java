package vn.vigil.document;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.xml.sax.SAXException;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.text.Viet;

/** Reads XLSX as a stream of cells, never the whole tree, so that memory stays bounded by the limits. One use, one thread. */
final class XlsxReader {
    private static final int MOST_FAULTS = 50;

    private final Path file;
    private final SheetLimits limits;
    private final List<Message> faults = new ArrayList<>();
    private ReadOnlySharedStringsTable strings;
    private StylesTable styles;
    private boolean from1904;
    private int rows;

    private XlsxReader(Path file, SheetLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    static List<Sheet> read(Path file, SheetLimits limits) {
        byte[] bytes = Packed.read(file, limits.fileBytes());
        if (Packed.isOle(bytes)) {
            throw Packed.refuse(file, DocumentText.OLD_OR_LOCKED.with()).next(DocumentText.SAVE_AS_XLSX.with());
        }
        if (!Packed.isZip(bytes)) {
            throw Packed.refuse(file, DocumentText.NOT_A_WORKBOOK.with()).next(DocumentText.SAVE_AS_XLSX.with());
        }
        Packed.measure(file, limits.unpackedBytes());
        OfficeLimits.set();
        XlsxReader reader = new XlsxReader(file, limits);
        List<Sheet> sheets;
        try (OPCPackage pack = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            sheets = reader.sheets(pack);
        } catch (VigilException e) {
            throw e;
        } catch (IOException | OpenXML4JException | SAXException | XMLStreamException | RuntimeException e) {
            // The library tells broken input by exceptions of many kinds.
            throw Packed.refuse(file, DocumentText.NOT_A_WORKBOOK.with())
                    .next(DocumentText.SAVE_AS_XLSX.with())
                    .causedBy(e);
        }
        if (!reader.faults.isEmpty()) {
            VigilException all = null;
            for (Message fault : reader.faults) {
                all = all == null ? Packed.refuse(file, fault) : all.why(fault);
            }
            throw all;
        }
        return sheets;
    }

    private List<Sheet> sheets(OPCPackage pack)
            throws IOException, OpenXML4JException, SAXException, XMLStreamException {
        XSSFReader parts = new XSSFReader(pack);
        Set<String> concealed = new HashSet<>();
        try (InputStream in = parts.getWorkbookData()) {
            book(in, concealed);
        }
        strings = new ReadOnlySharedStringsTable(pack, false);
        styles = parts.getStylesTable();
        List<Sheet> sheets = new ArrayList<>();
        XSSFReader.SheetIterator all = parts.getSheetIterator();
        while (all.hasNext()) {
            try (InputStream in = all.next()) {
                String name = Viet.nfc(all.getSheetName());
                if (!concealed.contains(name)) {
                    sheets.add(new Sheet(name, rows(name, in)));
                }
            }
        }
        return sheets;
    }

    private void book(InputStream in, Set<String> concealed) throws XMLStreamException {
        XMLStreamReader xml = factory().createXMLStreamReader(in);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("workbookPr")) {
                    String value = xml.getAttributeValue(null, "date1904");
                    from1904 = "1".equals(value) || "true".equals(value);
                } else if (xml.getLocalName().equals("sheet")
                        // What a user hides by hand is still meant to be read; very hidden ones hold only lists of
                        // choices.
                        && "veryHidden".equals(xml.getAttributeValue(null, "state"))) {
                    concealed.add(Viet.nfc(xml.getAttributeValue(null, "name")));
                }
            }
        }
    }

    private List<SheetRow> rows(String sheet, InputStream in) throws XMLStreamException {
        Sheet names = new Sheet(sheet, List.of());
        List<SheetRow> found = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        XMLStreamReader xml = factory().createXMLStreamReader(in);
        int row = 0;
        int column = -1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                String number = xml.getAttributeValue(null, "r");
                row = number == null ? row + 1 : Integer.parseInt(number);
                column = -1;
                cells.clear();
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                String at = xml.getAttributeValue(null, "r");
                column = at == null ? column + 1 : new CellReference(at).getCol();
                String text = cell(names, row, column, xml);
                if (!text.isEmpty()) {
                    if (column >= limits.columns()) {
                        throw Packed.refuse(
                                file, DocumentText.TOO_MANY_COLUMNS.with(names.address(row, column), limits.columns()));
                    }
                    while (cells.size() < column) {
                        cells.add("");
                    }
                    if (cells.size() == column) {
                        cells.add(text);
                    } else {
                        cells.set(column, text);
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")
                    && !cells.isEmpty()) {
                if (++rows > limits.rows()) {
                    throw Packed.refuse(file, DocumentText.TOO_MANY_ROWS.with(limits.rows()));
                }
                found.add(new SheetRow(row, cells));
            }
        }
        return found;
    }

    /** Reads one {@code c} to its end. ECMA-376, part 1, 18.3.1.4. */
    private String cell(Sheet names, int row, int column, XMLStreamReader xml) throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        boolean formula = false;
        StringBuilder inline = new StringBuilder();
        String value = null;
        int phonetic = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("c")) {
                    break;
                }
                phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> formula = true;
                    case "v" -> value = xml.getElementText();
                    case "rPh" -> phonetic++;
                    case "t" -> {
                        String t = xml.getElementText();
                        if (phonetic == 0) {
                            inline.append(t);
                        }
                    }
                    default -> {}
                }
            }
        }
        String text;
        if (inline.length() > 0) {
            text = inline.toString();
        } else if (value == null) {
            if (formula) {
                fault(DocumentText.CELL_NOT_COUNTED.with(names.address(row, column)));
            }
            return "";
        } else {
            text = switch (type == null ? "n" : type) {
                case "s" -> strings.getItemAt(Integer.parseInt(value.strip())).getString();
                case "b" -> value.strip().equals("1") ? "true" : "false";
                case "e" -> {
                    fault(DocumentText.CELL_HOLDS_ERROR.with(names.address(row, column), value));
                    yield "";
                }
                case "n" -> number(names.address(row, column), value.strip(), style);
                default -> value;
            };
        }
        if (text.length() > limits.cellLetters()) {
            throw Packed.refuse(
                    file, DocumentText.CELL_TOO_LONG.with(names.address(row, column), limits.cellLetters()));
        }
        return Viet.nfc(text).replace('\u00a0', ' ').strip();
    }

    private String number(String address, String value, String style) {
        if (value.isEmpty()) {
            return "";
        }
        double number = Double.parseDouble(value);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            fault(DocumentText.CELL_BAD_NUMBER.with(address, value));
            return "";
        }
        if (style != null && isDate(Integer.parseInt(style)) && DateUtil.isValidExcelDate(number)) {
            return date(number);
        }
        // Spreadsheets keep binary fractions and show 15 digits of them.
        return BigDecimal.valueOf(number)
                .round(new MathContext(15))
                .stripTrailingZeros()
                .toPlainString();
    }

    private boolean isDate(int style) {
        if (style < 0 || style >= styles.getNumCellStyles()) {
            return false;
        }
        XSSFCellStyle s = styles.getStyleAt(style);
        return DateUtil.isADateFormat(s.getDataFormat(), s.getDataFormatString());
    }

    private String date(double number) {
        LocalDateTime when = DateUtil.getLocalDateTime(number, from1904, true).truncatedTo(ChronoUnit.SECONDS);
        String time = when.toLocalTime().toString();
        if (number < 1 && number > 0) {
            return time;
        }
        return time.equals("00:00")
                ? when.toLocalDate().toString()
                : when.toLocalDate().toString() + "T" + time;
    }

    private void fault(Message fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    /** A reader that knows no document type and fetches nothing. */
    private static XMLInputFactory factory() {
        return XMLHelper.newXMLInputFactory();
    }
}
