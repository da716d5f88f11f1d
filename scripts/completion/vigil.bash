# bash completion for vigil. Generated from the command tree by scripts/generate; do not edit.

_vigil_below() {
  case $1 in
    '') echo 'config ledger help version' ;;
    'config') echo 'show' ;;
    'ledger') echo 'verify' ;;
    'help') echo 'exit-codes environment time clauses' ;;
  esac
}

_vigil_flags() {
  case $1 in
    'config show') echo '--format --origin --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'ledger verify') echo ' --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'help exit-codes') echo '--format --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'help environment') echo '--format --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'help time') echo '--format --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'help clauses') echo '--format --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'version') echo ' --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    *) echo '--as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
  esac
}

_vigil_value() {
  case "$1 $2" in
    'config show --format') echo ':csv jsonl plain table' ;;
    'help exit-codes --format') echo ':csv jsonl plain table' ;;
    'help environment --format') echo ':csv jsonl plain table' ;;
    'help time --format') echo ':csv jsonl plain table' ;;
    'help clauses --format') echo ':csv jsonl plain table' ;;
    *' --as') echo 'person' ;;
    *' --color') echo ':always auto never' ;;
    *' --config') echo '@file' ;;
    *' --home') echo '@file' ;;
    *' --lang') echo ':en vi' ;;
  esac
}

_vigil_argument() {
  case $1 in
  esac
}

_vigil_names() {
  local dir
  if [[ -n ${VIGIL_HOME-} ]]; then dir=$VIGIL_HOME/cache; else dir=${XDG_CACHE_HOME:-$HOME/.cache}/vigil; fi
  [[ -r $dir/names/$1 ]] && printf '%s\n' "$(<"$dir/names/$1")"
}

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
