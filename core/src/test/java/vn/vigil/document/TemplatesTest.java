package vn.vigil.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** Data stay data whatever they hold, and a wrong template is told by its line. */
class TemplatesTest {
    private static final String TEMPLATE =
            """
            {# dữ liệu: a #}
            ---
            form: plain
            kind: {{ a }}
            to:
            {%- for x in list %}
              - {{ x }}
            {%- endfor %}
            signatures:
              - title: {{ a }}
                name: {{ a }}
            ---

            {{ a }}

            Trước {{ a }} sau.

            - {{ a }}

            |A|B|
            |-|-|
            |{{ a }}|{{ a }}|
            | {{ a }} | x |
            """;

    @TempDir
    Path folder;

    private Paper fill(String template, Map<String, ?> data) throws IOException {
        Files.writeString(folder.resolve("mine.vi.md"), template);
        return new Templates(folder).fill("mine", Lang.VI, data);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a|b",
                "|",
                "a\\",
                "\\|",
                "a\\|b\\",
                "**đậm** _nghiêng_ `mã` ***",
                "<b>x</b> <!-- page break --> &lt; &#42;",
                "<script>alert(1)</script>",
                "# tiêu đề",
                "- mục",
                "+ mục",
                "1. mục",
                "12) mục",
                "2026. Năm",
                "---",
                "===",
                "> trích",
                "    bốn dấu cách",
                "```",
                "~~~",
                "{{ b }} {% for x in y %}",
                "{# bỏ #}",
                "[liên kết](http://x) ![hình](y)",
                "\"trong ngoặc\"",
                "'a'",
                "key: value",
                "http://example.org/a_b_c",
                "=HYPERLINK(\"x\")",
                "%PDF",
                "|---|",
                "!",
                ":---:"
            })
    void noDataChangeTheStructure(String data) throws IOException {
        Paper plain = fill(TEMPLATE, Map.of("a", "chữ", "list", List.of("chữ", "chữ")));
        Paper paper = fill(TEMPLATE, Map.of("a", data, "list", List.of(data, data)));
        assertEquals(shape(plain), shape(paper));
        String wanted = data.strip();
        Block.Table table = (Block.Table) paper.blocks().get(3);
        assertEquals(wanted, Paper.plain(table.rows().get(0).get(0)));
        assertEquals(wanted, Paper.plain(table.rows().get(0).get(1)));
        assertEquals(wanted, Paper.plain(((Block.Paragraph) paper.blocks().get(0)).text()));
        assertEquals(
                "Trước " + wanted + " sau.",
                Paper.plain(((Block.Paragraph) paper.blocks().get(1)).text()));
        assertEquals(wanted, Paper.plain(((Block.Paragraph) paper.blocks().get(2)).text()));
        assertEquals(wanted, Paper.plain(paper.head().kind()));
        assertEquals(wanted, Paper.plain(paper.head().to().get(1)));
        assertEquals(wanted, Paper.plain(paper.head().signatures().get(0).name()));
        // The Markdown is read again as the same paper.
        assertEquals(Papers.html(paper), Papers.html(Paper.of("x", Papers.markdown(paper), Lang.VI)));
    }

    /** Kinds and counts of all parts, and no hand anywhere that the template did not ask for. */
    private static String shape(Paper paper) {
        StringBuilder out = new StringBuilder();
        for (Block block : paper.blocks()) {
            out.append(block.getClass().getSimpleName());
            if (block instanceof Block.Paragraph p) {
                out.append(p.mark()).append(p.depth()).append(p.text().size());
                p.text().forEach(r -> out.append(r.bold()).append(r.italic()));
            } else if (block instanceof Block.Table t) {
                out.append(t.header().size()).append('x').append(t.rows().size());
                t.rows().forEach(r -> r.forEach(c -> out.append(c.size())));
            }
            out.append('\n');
        }
        return out.append(paper.head().to().size())
                .append(paper.head().signatures().size())
                .append(paper.head().recipients().size())
                .append(paper.head().number())
                .toString();
    }

    @Test
    void newLinesInDataAreNewLinesOnPaperAndNothingElse() throws IOException {
        String data = "một\nhai\r\nba\n\n- bốn\nnumber: 1\n---\nsau";
        Paper paper = fill(TEMPLATE, Map.of("a", data, "list", List.of(data)));
        Paper plain = fill(TEMPLATE, Map.of("a", "chữ", "list", List.of("chữ")));
        assertEquals(plain.blocks().size(), paper.blocks().size());
        assertEquals(null, paper.head().number());
        assertEquals(
                "một\nhai\nba\n\n- bốn\nnumber: 1\n---\nsau",
                Paper.plain(((Block.Paragraph) paper.blocks().get(0)).text()));
        assertEquals(
                "một\nhai\nba\n\n- bốn\nnumber: 1\n---\nsau",
                Paper.plain(((Block.Table) paper.blocks().get(3)).rows().get(0).get(0)));
    }

    @Test
    void marksThatAreNotSeenAreLeftOutAndTextIsComposed() throws IOException {
        String data = "\u202egpj.exe\u202c \u200bTie\u0302\u0301n\u0007\u2066x\u2069\ufeff\ud800";
        Paper paper = fill("{{ a }} tại e\u0302\u0301 &#x202e;y\n", Map.of("a", data));
        assertEquals(
                "gpj.exe Ti\u1ebfn x tại \u1ebf y",
                Paper.plain(((Block.Paragraph) paper.blocks().get(0)).text()));
        assertFalse(Papers.markdown(paper).contains("\u202e"));
        assertTrue(new String(Papers.docx(paper), java.nio.charset.StandardCharsets.ISO_8859_1).startsWith("PK"));
    }

    @Test
    void aMissingFieldIsToldByFileAndLineAndTheShippedTemplateIsOffered() {
        VigilException e = assertThrows(VigilException.class, () -> fill("một\n\n{{ thieu }}\n", Map.of()));
        assertEquals(ErrorKind.USAGE, e.kind());
        assertTrue(Texts.render(e.what(), Lang.EN).endsWith("mine.vi.md"));
        assertEquals("line 3: there is no field thieu", Texts.render(e.why().get(0), Lang.EN));
        assertTrue(Texts.render(e.next().get(0), Lang.EN).contains("the template that comes with vigil"));
    }

    @Test
    void brokenAndHostileTemplatesEndInASentence() {
        for (String template : List.of(
                "một\n{% for x in %}\n",
                "{% if a %}",
                "{{ a.getClass().forName('java.lang.Runtime') }}",
                "{{ a.class }}",
                "{{ 1 / 0 }}",
                "{{ a | khong_co }}",
                "{% import '/etc/passwd' %}{{ x }}",
                "{% for i in range(0, 2000000) %}mười chữ số{% endfor %}",
                "---\nform: plain\n{% for x in list %}\nbody: {{ x }}\n{% endfor %}\n---\n",
                "---\nmở mà không đóng\n")) {
            VigilException e = assertThrows(
                    VigilException.class, () -> fill(template, Map.of("a", "x", "list", List.of(1, 2))), template);
            assertEquals(ErrorKind.USAGE, e.kind(), template);
            assertFalse(e.why().isEmpty(), template);
        }
    }

    @Test
    void theUsersOwnTemplateStandsBeforeTheShippedOne() throws IOException {
        Map<String, Object> data = new HashMap<>(Samples.of("duty-month", Lang.VI));
        Files.writeString(folder.resolve("duty-month.vi.md"), "---\nform: plain\n---\n\nCủa tôi: {{ title }}\n");
        assertTrue(Papers.html(new Templates(folder).fill("duty-month", Lang.VI, data))
                .contains("Của tôi: LỊCH TRỰC"));
        assertFalse(Papers.html(new Templates(folder).fill("duty-month", Lang.EN, data))
                .contains("Của tôi"));
        assertTrue(Templates.shipped("duty-month", Lang.VI).startsWith("{#"));
        assertFalse(
                Papers.markdown(new Templates(null).fill("duty-month", Lang.VI, data))
                        .contains("{#"),
                "the remark is the template's, not the paper's");
    }

    @Test
    void allFaultsOfTheFrontMatterAreToldAtOnce() {
        VigilException e = assertThrows(
                VigilException.class,
                () -> Paper.of(
                        "x.md",
                        """
                        ---
                        form: lạ
                        khind: BÁO CÁO
                        number: 1
                        number: 2
                        date: 2026-13-01
                        margins: 1 2 3
                        size: to
                        place:
                          - a
                        annex: I
                        signatures:
                          - tile: x
                        \tx: y
                        không có dấu
                        ---

                        <!-- table: width=3 -->

                        <!-- pagebreak -->

                        ![hình](x.png)

                        <!-- table: widths=1 2 3 -->
                        | a | b |
                        |---|---|
                        """,
                        Lang.VI));
        List<String> whys = e.why().stream().map(w -> Texts.render(w, Lang.EN)).toList();
        List<String> wanted = List.of(
                "line 3: unknown key khind; did you mean kind?",
                "line 5: number stands here a second time",
                "line 10: place takes one value, no list",
                "line 11: the parts of annex stand on the lines below it, indented",
                "line 13: unknown key tile; did you mean title?",
                "line 14: indent with blanks, not with a tab",
                "line 15: expected \"key: value\", found: không có dấu",
                "line 2: form is lạ; it may be: administrative, minutes, handover, plain",
                "line 8: size is to; it may be a number from 7 to 20",
                "line 7: margins are four numbers of millimetres from 5 to 60, top bottom left right; found: 1 2 3",
                "line 6: the date is written like 2026-02-05, or left blank; found: 2026-13-01",
                "line 18: not understood of a table: width; known: widths=8 20 15, size=11",
                "line 20: unknown order pagebreak; did you mean page break?",
                "line 22: pictures cannot be put into a paper",
                "line 25: 3 widths are given for 2 columns");
        assertEquals(wanted, whys);
    }

    @Test
    void whatBelongsTogetherIsNotTornApart() {
        Paper paper =
                Paper.of("x", "Theo Điều 8, ngày 05 tháng 02 năm 2026, quý III năm 2022, 6 250 000 đồng.\n", Lang.VI);
        assertEquals(
                "Theo Điều\u00a08, ngày\u00a005\u00a0tháng\u00a002 năm\u00a02026, quý\u00a0III\u00a0năm\u00a02022,"
                        + " 6\u00a0250\u00a0000\u00a0đồng.",
                Paper.plain(((Block.Paragraph) paper.blocks().get(0)).text()));
    }

    /** Markdown and HTML are asked for by quick verbs; the heavy libraries stay away from them. */
    @Test
    void markdownAndHtmlLoadNeitherOfficeNorPdf() throws Exception {
        List<String> loaded = new ArrayList<>();
        try (Watching loader = new Watching(loaded)) {
            Class<?> door = loader.loadClass(QuickPapers.class.getName());
            Object html = door.getDeclaredMethod("html").invoke(null);
            assertTrue(html.toString().contains("CỘNG HÒA"));
        }
        assertTrue(loaded.contains(Papers.class.getName()));
        assertTrue(loaded.stream().anyMatch(n -> n.startsWith("org.commonmark.")));
        List<String> heavy = loaded.stream()
                .filter(n -> n.startsWith("org.apache.")
                        || n.startsWith("com.openhtmltopdf.")
                        || n.startsWith("org.openxmlformats."))
                .toList();
        assertEquals(List.of(), heavy);
    }

    /** Loads everything but the JDK itself, and writes down what. */
    private static final class Watching extends URLClassLoader {
        private final List<String> loaded;

        Watching(List<String> loaded) {
            super(new URL[0], ClassLoader.getPlatformClassLoader());
            this.loaded = loaded;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            loaded.add(name);
            String file = name.replace('.', '/') + ".class";
            try (InputStream in = TemplatesTest.class.getClassLoader().getResourceAsStream(file)) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @Override
        public URL findResource(String name) {
            return TemplatesTest.class.getClassLoader().getResource(name);
        }
    }
}
