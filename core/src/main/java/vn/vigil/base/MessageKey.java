package vn.vigil.base;

/**
 * Names one sentence of a catalogue. Each package that speaks keeps an enum of its own that implements this interface;
 * the sentences stand in {@code vn/vigil/text/<catalogue>.vi.properties} and {@code .en.properties} under the
 * {@linkplain #id() id}. A census test holds enum and catalogues against each other.
 */
public interface MessageKey {
    /** The catalogue's name, by custom the package's last word: {@code "camera"}. */
    String catalogue();

    /** The enum constant's name; {@code NO_RECORDING} is the entry {@code no-recording}. */
    String name();

    /** The entry's name within its catalogue. */
    default String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** This sentence with its arguments for {@code {0}}, {@code {1}}, …; a {@link Message} among them is rendered in turn. */
    default Message with(Object... args) {
        return new Message(this, java.util.List.of(args));
    }
}
