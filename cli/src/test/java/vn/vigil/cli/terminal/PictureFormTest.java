package vn.vigil.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which terminal shows a picture how, told by the variables that the terminals themselves set. */
class PictureFormTest {
    private static Map<String, String> environment(String variables) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.split(" ")) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return environment;
    }

    @ParameterizedTest
    @CsvSource({
        "TERM=xterm-kitty, KITTY",
        "TERM=xterm-256color KITTY_WINDOW_ID=1, KITTY",
        "TERM=xterm-ghostty COLORTERM=truecolor, KITTY",
        "TERM=xterm-256color TERM_PROGRAM=iTerm.app COLORTERM=truecolor, ITERM2",
        "TERM=xterm-256color LC_TERMINAL=iTerm2, ITERM2",
        "TERM=xterm-256color TERM_PROGRAM=WezTerm, ITERM2",
        "TERM=foot COLORTERM=truecolor, SIXEL",
        "TERM=mlterm, SIXEL",
        "TERM=xterm TERM_PROGRAM=mintty, SIXEL",
        "TERM=xterm-256color KONSOLE_VERSION=230804 COLORTERM=truecolor, SIXEL",
        "TERM=xterm-256color KONSOLE_VERSION=211203 COLORTERM=truecolor, TRUE_COLOUR",
        "TERM=xterm-256color COLORTERM=truecolor, TRUE_COLOUR",
        "TERM=xterm-256color COLORTERM=24bit, TRUE_COLOUR",
        "TERM=xterm-direct, TRUE_COLOUR",
        "TERM=xterm-256color TERM_PROGRAM=Apple_Terminal, PALETTE",
        "TERM=linux, PALETTE",
        "TERM=tmux-256color TMUX=/tmp/tmux-0/default KITTY_WINDOW_ID=1 COLORTERM=truecolor, TRUE_COLOUR",
        "TERM=screen-256color TMUX=/tmp/tmux-0/default TERM_PROGRAM=iTerm.app LC_TERMINAL=iTerm2, PALETTE",
        "TERM=screen STY=1.pts COLORTERM=truecolor KITTY_WINDOW_ID=1, PALETTE",
        "TERM=xterm-256color ZELLIJ=0 KITTY_WINDOW_ID=1 COLORTERM=truecolor, TRUE_COLOUR",
        "TERM=vt220, LETTERS",
        "TERM=xterm-mono, LETTERS",
        "TERM=dumb COLORTERM=truecolor, NONE",
        "HOME=/root, NONE",
    })
    void theEnvironmentTells(String variables, PictureForm form) {
        assertEquals(form, PictureForm.of(environment(variables), true));
    }

    @Test
    void withoutColourThereAreLetters() {
        assertEquals(PictureForm.LETTERS, PictureForm.of(environment("TERM=xterm-kitty"), false));
        assertEquals(PictureForm.LETTERS, PictureForm.of(environment("TERM=xterm COLORTERM=truecolor"), false));
        assertEquals(PictureForm.NONE, PictureForm.of(environment("TERM=dumb"), false));
    }

    @Test
    void theWindowIsAsLargeAsTheVariablesSay() {
        Window window = Window.of(environment("COLUMNS=132 LINES=43"));
        assertEquals(132, window.columns());
        assertEquals(43, window.rows());
    }
}
