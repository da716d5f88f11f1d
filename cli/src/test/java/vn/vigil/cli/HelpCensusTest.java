package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.vigil.text.Lang;

/** Each command, option and parameter has its sentence in both languages, and no sentence stands without a command. */
class HelpCensusTest {
    @Test
    void everySentenceIsThereInBothLanguages() {
        List<String> missing = new ArrayList<>();
        for (Lang lang : Lang.values()) {
            for (String words : all()) {
                HelpSheet s = HelpSheet.of(words, lang);
                need(missing, lang, words, s.summary());
                s.arguments().forEach((label, sentence) -> need(missing, lang, words + " " + label, sentence));
                for (HelpSheet.Flag f : s.options()) {
                    need(missing, lang, words + " " + f.longName(), f.sentence());
                }
                for (HelpSheet.Flag f : s.globals()) {
                    need(missing, lang, "global " + f.longName(), f.sentence());
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void noSentenceIsAnOrphan() {
        List<String> orphans = new ArrayList<>();
        Set<String> nouns = new LinkedHashSet<>();
        for (String words : Commands.verbs()) {
            nouns.add(words.split(" ")[0]);
        }
        for (String noun : nouns) {
            Set<String> known = new TreeSet<>();
            for (String words : all()) {
                if (words.equals(noun) || words.startsWith(noun + " ")) {
                    String key = HelpSheet.key(words);
                    known.add(key);
                    known.add(key + ".description");
                    HelpSheet s = HelpSheet.of(words, Lang.EN);
                    s.arguments().keySet().forEach(label -> known.add(key + "." + label));
                    s.options().forEach(f -> known.add(key + "." + f.longName()));
                    for (int i = 1; i <= s.examples().size(); i++) {
                        known.add(key + ".example." + i);
                    }
                }
            }
            for (Lang lang : Lang.values()) {
                Properties p = HelpTexts.catalogue(noun, lang);
                for (String key : p.stringPropertyNames()) {
                    if (!known.contains(key)) {
                        orphans.add(noun + "." + lang.tag() + ": " + key);
                    }
                }
            }
        }
        assertEquals(List.of(), orphans);
    }

    @Test
    void bothLanguagesTellTheSameThings() {
        for (String words : all()) {
            HelpSheet en = HelpSheet.of(words, Lang.EN);
            HelpSheet vi = HelpSheet.of(words, Lang.VI);
            assertEquals(en.examples().size(), vi.examples().size(), words);
            assertEquals(en.description().isEmpty(), vi.description().isEmpty(), words);
        }
    }

    /** An example is a command line that vigil understands, as far as that can be told without running it. */
    @Test
    void examplesParse() {
        for (String words : all()) {
            for (String example : HelpSheet.of(words, Lang.EN).examples()) {
                List<String> args = shell(example);
                assertEquals("vigil", args.remove(0), example);
                if (args.size() == 1 && args.get(0).equals("demo")) {
                    continue;
                }
                Resolution r = Resolution.of(args.toArray(new String[0]));
                if (!r.help()) {
                    Arguments.parse(r.words(), Commands.create(r.words()), r.rest());
                    assertTrue(words.isEmpty() || r.words().startsWith(words), example);
                }
            }
        }
    }

    /** Words as a shell splits them: blanks, with single and double quotes. */
    private static List<String> shell(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (char c : (line + " ").toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == ' ') {
                if (word.length() > 0) {
                    words.add(word.toString());
                }
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        return words;
    }

    private static void need(List<String> missing, Lang lang, String what, String sentence) {
        if (sentence == null || sentence.isBlank()) {
            missing.add(lang.tag() + ": " + what);
        }
    }

    /** vigil itself, every group, every verb. */
    private static Set<String> all() {
        Set<String> all = new LinkedHashSet<>();
        all.add("");
        for (String verb : Commands.verbs()) {
            for (int at = verb.indexOf(' '); at > 0; at = verb.indexOf(' ', at + 1)) {
                all.add(verb.substring(0, at));
            }
            all.add(verb);
        }
        return all;
    }
}
