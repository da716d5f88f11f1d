#!/bin/sh
# Takes an approved request the rest of its way, for the duty officer: looks what would be taken, takes and seals it, lets the
# outsider's check pass on every part, and says what to do next.
#   extract-evidence.sh REQUEST [--as PERSON] [--trust FILE] [options of vigil extract run]
# Safe to run again: what is done is done. Exit codes are those of the step that ended it: 0 sealed and verified; 19 the same, but the
# time is not proven; 16 not allowed; 14 nothing there; others by vigil help exit-codes.
#
# Settings come from the environment:
#   VIGIL_HOME     the site's folder
#   VIGIL_COMMAND  the launcher; default: vigil in PATH, else the one beside this file
#   VIGIL_LANG     vi or en

say() { # English, Vietnamese
  case ${VIGIL_LANG:-${VIGIL_ORIG_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}} in
    en*) printf '%s\n' "$1" ;;
    *) printf '%s\n' "$2" ;;
  esac
}

request=
as=
trust=
set -f
options=
while [ $# -gt 0 ]; do
  case $1 in
    --as) as=${2:-} && shift ;;
    --trust) trust=${2:-} && shift ;;
    EXT-*) request=$1 ;;
    *) options="$options $1" ;;
  esac
  shift 2>/dev/null || break
done
if [ -z "$request" ]; then
  say 'usage: extract-evidence.sh EXT-2026-0012 [--as PERSON] [--trust FILE]' \
    'cách dùng: extract-evidence.sh EXT-2026-0012 [--as NGƯỜI] [--trust TỆP]' >&2
  exit 64
fi

vigil=$(command -v "${VIGIL_COMMAND:-vigil}") || vigil=
if [ -z "$vigil" ] && [ -z "${VIGIL_COMMAND:-}" ]; then
  case $0 in
    */*) [ -x "${0%/*}/vigil" ] && vigil=${0%/*}/vigil ;;
  esac
fi
if [ -z "$vigil" ]; then
  say 'vigil was not found; set VIGIL_COMMAND' 'không tìm thấy vigil; hãy đặt VIGIL_COMMAND' >&2
  exit 3
fi

# --- 1. what would be taken: refuses here what would be refused later ------------------------------------------------------
# The words of options are options each.
# shellcheck disable=SC2086
"$vigil" extract run "$request" ${as:+--as "$as"} $options --dry-run || exit $?

# --- 2. take and seal --------------------------------------------------------------------------------------------------------
# shellcheck disable=SC2086
"$vigil" extract run "$request" ${as:+--as "$as"} $options
code=$?
case $code in
  0 | 19) ;;
  *) exit $code ;;
esac

# --- 3. an outsider's look at every part -------------------------------------------------------------------------------------
files=$("$vigil" extract show "$request" --json | tr -d '\n' | sed -e 's/"file":"/\n/g' | sed -n -e '2,$s/".*//p')
if [ -z "$files" ]; then
  say "no package of $request is on record" "không có gói nào của $request" >&2
  exit 1
fi
saved_ifs=$IFS
IFS='
'
for file in $files; do
  IFS=$saved_ifs
  "$vigil" extract verify "$file" ${trust:+--trust "$trust"}
  verdict=$?
  case $verdict in
    0) ;;
    19) code=19 ;;
    *) exit $verdict ;;
  esac
done
IFS=$saved_ifs

say "next: vigil extract deliver $request --to NAME --medium 'USB …' --copy-to DIR" \
  "tiếp theo: vigil extract deliver $request --to TÊN --medium 'USB …' --copy-to THƯ-MỤC"
exit "$code"
