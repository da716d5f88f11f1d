package vn.vigil.cli.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.vigil.cli.Commands;
import vn.vigil.text.Lang;

/** Writes manual pages, completion and reference from the command tree; {@code scripts/generate} calls it, a test compares. */
public final class Generate {
    private Generate() {}

    /** @param args the checkout's folder */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        Map<String, String> pages = pages();
        for (String folder : new String[] {"man", "man/vi"}) {
            Files.createDirectories(root.resolve(folder));
            try (Stream<Path> old = Files.list(root.resolve(folder))) {
                for (Path page : old.filter(p -> p.toString().endsWith(".1")).toList()) {
                    Files.delete(page);
                }
            }
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = root.resolve(page.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, page.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Every generated file: path within the checkout, content. */
    static Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        for (Lang lang : Lang.values()) {
            String folder = lang == Lang.EN ? "man/" : "man/" + lang.tag() + "/";
            for (String group : Completion.groups()) {
                pages.put(folder + ManPage.name(group) + ".1", ManPage.of(group, lang));
            }
            for (String verb : Commands.verbs()) {
                pages.put(folder + ManPage.name(verb) + ".1", ManPage.of(verb, lang));
            }
            String end = lang == Lang.EN ? ".md" : "." + lang.tag() + ".md";
            pages.put("docs/reference/exit-codes" + end, Reference.exitCodes(lang));
            pages.put("docs/reference/commands" + end, Reference.commands(lang));
        }
        pages.put("scripts/completion/vigil.bash", Completion.bash());
        pages.put("scripts/completion/_vigil", Completion.zsh());
        return pages;
    }
}
