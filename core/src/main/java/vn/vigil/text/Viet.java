package vn.vigil.text;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;

/** What Vietnamese text needs: one Unicode form, search without accents, and the order of names. Stateless. */
public final class Viet {
    /** The 29 letters in the order of the Vietnamese alphabet, with f, j, w, z where Latin has them. */
    private static final String ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    /** Tones in dictionary order: ngang (none), huyền, hỏi, ngã, sắc, nặng; as combining marks. */
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    /** By given name, which stands last, then by family and middle names; alphabet and tones in Vietnamese order. */
    public static final Comparator<String> BY_GIVEN_NAME = new ByGivenName();

    private Viet() {}

    /** The text in Unicode form NFC. Everything that enters vigil goes through here; plain ASCII comes back as it is. */
    public static String nfc(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x300) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    /** For searching and guessing: lower case, without accents, đ as d, spaces single. {@code "Nguyễn  Đức"} → {@code "nguyen duc"}. */
    public static String fold(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(decomposed.length());
        boolean space = false;
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (Character.isWhitespace(c)) {
                space = out.length() > 0;
                continue;
            }
            if (space) {
                out.append(' ');
                space = false;
            }
            out.append(c == 'đ' ? 'd' : c);
        }
        return out.toString();
    }

    /** The given name: the last word of a full name. */
    public static String givenName(String fullName) {
        String name = fullName.strip();
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** Compares two words or names in Vietnamese dictionary order: letters first, tones only where the letters are equal. */
    public static int compare(String a, String b) {
        int letters = letters(a).compareTo(letters(b));
        if (letters != 0) {
            return letters;
        }
        int tones = tones(a).compareTo(tones(b));
        return tones != 0 ? tones : a.compareTo(b);
    }

    /** Each letter as its rank in the alphabet, tones dropped; the breve, circumflex and horn stay part of the letter. */
    private static String letters(String text) {
        StringBuilder out = new StringBuilder();
        String composed =
                Normalizer.normalize(withoutTones(text), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            int rank = ALPHABET.indexOf(c);
            // Letters behind digits and signs, foreign letters behind the alphabet.
            out.append(rank >= 0 ? (char) (0x100 + rank) : c < 0x80 ? c : (char) (0x200 + c % 0xd000));
        }
        return out.toString();
    }

    private static String withoutTones(String text) {
        String d = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(d.length());
        for (int i = 0; i < d.length(); i++) {
            if (TONES.indexOf(d.charAt(i)) < 0) {
                out.append(d.charAt(i));
            }
        }
        return out.toString();
    }

    private static String tones(String text) {
        String d = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder();
        char tone = '0';
        for (int i = 0; i < d.length(); i++) {
            int t = TONES.indexOf(d.charAt(i));
            if (t >= 0) {
                tone = (char) ('1' + t);
            } else if (d.charAt(i) == ' ') {
                out.append(tone);
                tone = '0';
            }
        }
        return out.append(tone).toString();
    }

    private static final class ByGivenName implements Comparator<String> {
        @Override
        public int compare(String a, String b) {
            int given = Viet.compare(givenName(a), givenName(b));
            return given != 0 ? given : Viet.compare(a, b);
        }
    }
}
