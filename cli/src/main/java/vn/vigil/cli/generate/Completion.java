package vn.vigil.cli.generate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.vigil.cli.Commands;
import vn.vigil.cli.HelpSheet;
import vn.vigil.text.Lang;

/**
 * Completion for bash and zsh. Both carry the whole tree as tables and never start a JVM; names of cameras, persons and the like
 * come from one small file a kind in the home's cache, which changing verbs keep.
 */
final class Completion {
    private Completion() {}

    /** Every group, {@code ""} first. */
    static List<String> groups() {
        Set<String> groups = new LinkedHashSet<>();
        groups.add("");
        for (String verb : Commands.verbs()) {
            for (int at = verb.indexOf(' '); at > 0; at = verb.indexOf(' ', at + 1)) {
                groups.add(verb.substring(0, at));
            }
        }
        return new ArrayList<>(groups);
    }

    static String bash() {
        StringBuilder out = new StringBuilder("# bash completion for vigil. ")
                .append("Generated from the command tree by scripts/generate; do not edit.\n\n");
        out.append(tables());
        out.append(
                """

                _vigil() {
                  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} path='' below word kind i
                  COMPREPLY=()
                  for ((i = 1; i < COMP_CWORD; i++)); do
                    word=${COMP_WORDS[i]}
                    case $word in
                      --lang|--as|--home|--config|--color) ((i++)); continue ;;
                      -*) continue ;;
                    esac
                    below=" $(_vigil_below "$path") "
                    if [[ $below == *" $word "* ]]; then path=${path:+$path }$word; else break; fi
                  done
                  if [[ $prev == -* ]]; then
                    kind=$(_vigil_value "$path" "$prev")
                  fi
                  if [[ -z $kind && $cur != -* ]]; then
                    below=$(_vigil_below "$path")
                    if [[ -n $below ]]; then kind=":$below"; else kind=$(_vigil_argument "$path"); fi
                  fi
                  case $kind in
                    '') [[ $cur == -* ]] && COMPREPLY=($(compgen -W "$(_vigil_flags "$path")" -- "$cur")) ;;
                    @file) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")) ;;
                    :*) COMPREPLY=($(compgen -W "${kind#:}" -- "$cur")) ;;
                    *) COMPREPLY=($(compgen -W "$(_vigil_names "$kind")" -- "$cur")) ;;
                  esac
                }
                complete -F _vigil vigil
                """);
        return out.toString();
    }

    static String zsh() {
        StringBuilder out = new StringBuilder("#compdef vigil\n# zsh completion for vigil. ")
                .append("Generated from the command tree by scripts/generate; do not edit.\n\n");
        out.append(tables());
        out.append(
                """

                _vigil() {
                  local cur=${words[CURRENT]} prev=${words[CURRENT-1]} path_='' below word kind i
                  for ((i = 2; i < CURRENT; i++)); do
                    word=${words[i]}
                    case $word in
                      --lang|--as|--home|--config|--color) ((i++)); continue ;;
                      -*) continue ;;
                    esac
                    below=" $(_vigil_below "$path_") "
                    if [[ $below == *" $word "* ]]; then path_=${path_:+$path_ }$word; else break; fi
                  done
                  if [[ $prev == -* ]]; then
                    kind=$(_vigil_value "$path_" "$prev")
                  fi
                  if [[ -z $kind && $cur != -* ]]; then
                    below=$(_vigil_below "$path_")
                    if [[ -n $below ]]; then kind=":$below"; else kind=$(_vigil_argument "$path_"); fi
                  fi
                  case $kind in
                    '') [[ $cur == -* ]] && compadd -- ${=$(_vigil_flags "$path_")} ;;
                    @file) _files ;;
                    :*) compadd -- ${=kind#:} ;;
                    *) compadd -- ${(f)"$(_vigil_names "$kind")"} ;;
                  esac
                }
                _vigil "$@"
                """);
        return out.toString();
    }

    /** Functions that both shells understand: what stands below a group, a verb's flags, what a flag or argument takes. */
    private static String tables() {
        StringBuilder out = new StringBuilder("_vigil_below() {\n  case $1 in\n");
        for (String group : groups()) {
            row(out, "'" + group + "'", String.join(" ", Commands.below(group)));
        }
        out.append("  esac\n}\n\n_vigil_flags() {\n  case $1 in\n");
        StringBuilder values = new StringBuilder("_vigil_value() {\n  case \"$1 $2\" in\n");
        StringBuilder arguments = new StringBuilder("_vigil_argument() {\n  case $1 in\n");
        StringBuilder common = new StringBuilder();
        for (HelpSheet.Flag f : HelpSheet.of("", Lang.EN).globals()) {
            common.append(' ').append(f.longName());
        }
        for (String words : Commands.verbs()) {
            HelpSheet s = HelpSheet.of(words, Lang.EN);
            StringBuilder flags = new StringBuilder();
            for (HelpSheet.Flag f : s.options()) {
                flags.append(f.longName()).append(' ');
                for (String name : f.names()) {
                    if (f.label() != null) {
                        row(values, "'" + words + " " + name + "'", kind(f));
                    }
                }
            }
            row(out, "'" + words + "'", flags.toString().strip() + common);
            for (String label : s.arguments().keySet()) {
                row(arguments, "'" + words + "'", argument(label));
                break;
            }
        }
        for (HelpSheet.Flag f : HelpSheet.of("", Lang.EN).globals()) {
            if (f.label() != null) {
                row(values, "*' " + f.longName() + "'", kind(f));
            }
        }
        row(out, "*", common.toString().strip());
        return out.append("  esac\n}\n\n")
                .append(values)
                .append("  esac\n}\n\n")
                .append(arguments)
                .append("  esac\n}\n\n")
                .append(
                        """
                        _vigil_names() {
                          local dir
                          if [[ -n ${VIGIL_HOME-} ]]; then dir=$VIGIL_HOME/cache; else dir=${XDG_CACHE_HOME:-$HOME/.cache}/vigil; fi
                          [[ -r $dir/names/$1 ]] && printf '%s\\n' "$(<"$dir/names/$1")"
                        }
                        """)
                .toString();
    }

    private static void row(StringBuilder out, String pattern, String words) {
        out.append("    ").append(pattern).append(") echo '").append(words).append("' ;;\n");
    }

    /** {@code :a b} for fixed words, {@code @file} for paths, else the kind of name. */
    private static String kind(HelpSheet.Flag f) {
        if (!f.choices().isEmpty()) {
            return ":" + String.join(" ", new TreeSet<>(f.choices()));
        }
        return f.isFile() ? "@file" : argument(f.label());
    }

    private static String argument(String label) {
        return label.equals("FILE") || label.equals("DIR") || label.equals("PACKAGE")
                ? "@file"
                : label.toLowerCase(java.util.Locale.ROOT);
    }
}
