package vn.vigil.cli.terminal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Completes an answer from choices: by the beginning of the value, or by any words of value and label, accents or not. The line as
 * a whole, or what stands behind its last comma, is one word.
 */
final class ChoiceCompleter implements Completer, Parser, CompletionMatcher {
    private final List<Choice> choices;
    private final boolean many;
    private List<Candidate> fitting = List.of();

    ChoiceCompleter(List<Choice> choices, boolean many) {
        this.choices = choices;
        this.many = many;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        fitting = new ArrayList<>();
        for (Choice choice : Choices.fitting(choices, line.word())) {
            fitting.add(new Candidate(
                    choice.value(),
                    choice.value(),
                    null,
                    choice.label().isEmpty() ? null : choice.label(),
                    null,
                    null,
                    false));
        }
        candidates.addAll(fitting);
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        int from = many ? line.lastIndexOf(',', Math.max(0, cursor - 1)) + 1 : 0;
        while (from < cursor && line.charAt(from) == ' ') {
            from++;
        }
        return new Word(line, line.substring(from, Math.max(from, cursor)), cursor);
    }

    @Override
    public void compile(
            Map<LineReader.Option, Boolean> options,
            boolean prefix,
            CompletingParsedLine line,
            boolean caseInsensitive,
            int errors,
            String originalGroupName) {
        // What fits was found by complete().
    }

    @Override
    public List<Candidate> matches(List<Candidate> candidates) {
        return candidates;
    }

    @Override
    public Candidate exactMatch() {
        return fitting.size() == 1 ? fitting.get(0) : null;
    }

    /** What all that fit begin with, so that a key press goes as far as it can. */
    @Override
    public String getCommonPrefix() {
        if (fitting.isEmpty()) {
            return "";
        }
        String common = fitting.get(0).value();
        for (Candidate candidate : fitting) {
            int n = 0;
            while (n < common.length()
                    && n < candidate.value().length()
                    && common.charAt(n) == candidate.value().charAt(n)) {
                n++;
            }
            common = common.substring(0, n);
        }
        return common;
    }

    private record Word(String line, String word, int cursor) implements CompletingParsedLine {
        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return Collections.singletonList(word);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return word.length();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }
    }
}
