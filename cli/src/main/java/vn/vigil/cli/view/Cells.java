package vn.vigil.cli.view;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.text.Neutral;

/** The cells of one row, added from left to right. */
public final class Cells {
    final List<String> texts = new ArrayList<>();
    final List<Tone> tones = new ArrayList<>();
    private final boolean people;

    Cells(boolean people) {
        this.people = people;
    }

    /** Adds a cell; null is an empty one. */
    public Cells add(String text) {
        return add(text, Tone.PLAIN);
    }

    public Cells add(String text, Tone tone) {
        texts.add(text == null ? "" : Neutral.line(text));
        tones.add(tone);
        return this;
    }

    public Cells add(long number) {
        return add(Long.toString(number));
    }

    /** Whether the row is for people (a table), who want sentences, or for programs, who want fixed words. */
    public boolean forPeople() {
        return people;
    }
}
