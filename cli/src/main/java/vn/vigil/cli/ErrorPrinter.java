package vn.vigil.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Streams;
import vn.vigil.text.Lang;
import vn.vigil.text.Neutral;
import vn.vigil.text.Texts;

/** The one place that tells a failure: what, why, what next, and its id; or one JSON object. */
final class ErrorPrinter {
    /** A sentence may quote what was typed, which may be a whole file. */
    private static final int LONGEST = 2000;

    private ErrorPrinter() {}

    static void print(Streams streams, Lang lang, boolean json, boolean colour, VigilException e, ExitCode code) {
        streams.err(json ? json(lang, e, code) : text(lang, colour, e, code));
    }

    private static String text(Lang lang, boolean colour, VigilException e, ExitCode code) {
        StringBuilder out = new StringBuilder("vigil: ");
        String label = Texts.pattern(CliText.ERROR, lang);
        out.append(colour ? "\u001b[31m" + label + "\u001b[0m" : label);
        out.append(' ').append(say(e.what(), lang)).append('\n');
        String why = Texts.pattern(CliText.WHY, lang);
        String next = Texts.pattern(CliText.NEXT, lang);
        for (Message reason : e.why()) {
            out.append("  ").append(why).append(' ').append(say(reason, lang)).append('\n');
        }
        for (Message step : e.next()) {
            out.append("  ").append(next).append(' ').append(say(step, lang)).append('\n');
        }
        out.append("  [")
                .append(e.id())
                .append(", ")
                .append(Texts.pattern(CliText.EXIT, lang))
                .append(' ');
        return out.append(code.number()).append("]\n").toString();
    }

    private static String say(Message message, Lang lang) {
        String all = Neutral.line(Texts.render(message, lang));
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "…";
    }

    private static String json(Lang lang, VigilException e, ExitCode code) {
        StringWriter out = new StringWriter();
        try (JsonGenerator g = new JsonFactory().createGenerator(out)) {
            g.writeStartObject();
            g.writeStringField("schema", "vigil.error/1");
            g.writeStringField("id", e.id());
            g.writeNumberField("exit", code.number());
            g.writeStringField("name", code.name());
            g.writeStringField("what", say(e.what(), lang));
            array(g, "why", e.why(), lang);
            array(g, "next", e.next(), lang);
            g.writeEndObject();
        } catch (IOException io) {
            throw new UncheckedIOException(io);
        }
        return out.append('\n').toString();
    }

    private static void array(JsonGenerator g, String name, List<Message> messages, Lang lang) throws IOException {
        g.writeArrayFieldStart(name);
        for (Message m : messages) {
            g.writeString(say(m, lang));
        }
        g.writeEndArray();
    }
}
