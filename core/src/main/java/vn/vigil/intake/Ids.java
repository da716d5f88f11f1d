package vn.vigil.intake;

import java.util.Collection;
import java.util.List;
import vn.vigil.text.Viet;

/** Makes short names of names. Pure. */
final class Ids {
    private static final int LONGEST = 36;

    private Ids() {}

    /**
     * The given name and the initials before it, as offices make log-ins: {@code "Nguyễn Văn An"} is {@code annv}, the second
     * {@code annv2}.
     *
     * @return null when the name has no letters
     */
    static String person(String name, Collection<String> taken) {
        List<String> words = List.of(Viet.fold(name).split(" "));
        StringBuilder id = new StringBuilder(letters(words.get(words.size() - 1)));
        for (String word : words.subList(0, words.size() - 1)) {
            String letters = letters(word);
            id.append(letters.isEmpty() ? "" : letters.substring(0, 1));
        }
        return id.length() == 0 ? null : free(cut(id.toString()), taken);
    }

    /** {@code "Cổng chính"} is {@code cong-chinh}; null when the name has no letters. */
    static String thing(String name, Collection<String> taken) {
        StringBuilder id = new StringBuilder();
        for (String word : Viet.fold(name).split(" ")) {
            String letters = letters(word);
            id.append(id.length() == 0 || letters.isEmpty() ? "" : "-").append(letters);
        }
        return id.length() == 0 ? null : free(cut(id.toString()), taken);
    }

    private static String cut(String id) {
        return id.length() <= LONGEST ? id : id.substring(0, LONGEST);
    }

    private static String free(String id, Collection<String> taken) {
        String free = id;
        for (int i = 2; taken.contains(free); i++) {
            free = id + i;
        }
        return free;
    }

    private static String letters(String word) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                out.append(c);
            }
        }
        return out.toString();
    }
}
