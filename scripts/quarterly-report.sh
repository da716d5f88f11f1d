#!/bin/sh
# Makes the draft of the last quarter's report on its day, holds it against the form of Decree 30/2020/NĐ-CP and mails it: for cron and
# systemd, once a day.
#   quarterly-report.sh [--period 2026-Q3] [--dry-run]
# The day is the working day before the core team meets; before it nothing happens. A draft that is there already stays as it is, so running
# twice comes to the same as running once: remove the file, or name --period, to have it made anew.
# Says nothing when all is well. Exit codes:
#   0 done, or nothing to do      1 made, but a person should look at its form
#   2 made, but its form is wrong 3 could not work (vigil missing, no store, disk full)
#
# Settings come from the environment, else from /etc/vigil/quarterly-report.conf (assignments in sh syntax):
#   VIGIL_HOME           the site's folder
#   VIGIL_COMMAND        the launcher; default: vigil in PATH, else the one beside this file
#   VIGIL_REPORT_OUT     folder for the draft; must be set
#   VIGIL_REPORT_FORMAT  what is made; default docx,pdf,xlsx; docx is always among it
#   VIGIL_REPORT_MAIL    no: mail nothing
#   VIGIL_LANG           vi or en
#   VIGIL_REPORT_TODAY   the day to go by, as 2026-10-05, to find the last quarter in trials

say() { # English, Vietnamese; one line
  case ${VIGIL_LANG:-${VIGIL_ORIG_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}} in
    en*) printf 'quarterly-report: %s\n' "$1" >&2 ;;
    *) printf 'quarterly-report: %s\n' "$2" >&2 ;;
  esac
}
unable() {
  say "$1" "$2"
  exit 3
}

# --- settings: the environment goes before the file ---------------------------------------------------------------------
names='VIGIL_HOME VIGIL_COMMAND VIGIL_REPORT_OUT VIGIL_REPORT_FORMAT VIGIL_REPORT_MAIL VIGIL_LANG'
conf=${VIGIL_ETC:-/etc/vigil}/quarterly-report.conf
if [ -f "$conf" ]; then
  # The file is a program: whoever may write it acts as us. Mode and owner by ls, since stat has no common form.
  # shellcheck disable=SC2012
  facts=$(LC_ALL=C ls -ldnL "$conf" 2>/dev/null | { read -r mode _ owner _ && echo "$mode $owner"; })
  mode=${facts%% *}
  owner=${facts##* }
  case $mode in
    ?????w* | ????????w*) unable "not read, since others may write it: $conf (chmod go-w)" \
      "không đọc, vì người khác cũng sửa được tệp này: $conf (chmod go-w)" ;;
  esac
  if [ "$owner" != 0 ] && [ "$owner" != "$(id -u)" ]; then
    unable "not read, since it belongs to another account: $conf" "không đọc, vì tệp thuộc tài khoản khác: $conf"
  fi
  for name in $names; do
    eval "if [ -n \"\${$name+set}\" ]; then given_$name=\$$name; else unset given_$name; fi"
  done
  # shellcheck disable=SC1090
  . "$conf"
  for name in $names; do
    eval "if [ -n \"\${given_$name+set}\" ]; then $name=\$given_$name; fi"
  done
fi
for name in $names; do
  eval "if [ -n \"\${$name+set}\" ]; then export $name; fi"
done

# --- which vigil: cron's PATH is short, so the one beside this file counts too ----------------------------------------------
vigil=$(command -v "${VIGIL_COMMAND:-vigil}") || vigil=
if [ -z "$vigil" ] && [ -z "${VIGIL_COMMAND:-}" ]; then
  case $0 in
    */*) [ -x "${0%/*}/vigil" ] && vigil=${0%/*}/vigil ;;
  esac
fi
[ -n "$vigil" ] || unable "vigil was not found: ${VIGIL_COMMAND:-vigil}; set VIGIL_COMMAND" \
  "không tìm thấy vigil: ${VIGIL_COMMAND:-vigil}; hãy đặt VIGIL_COMMAND"

# --- what is asked ----------------------------------------------------------------------------------------------------------
period='' dry=''
while [ $# -gt 0 ]; do
  case $1 in
    --period) period=${2:-} && shift ;;
    --period=*) period=${1#*=} ;;
    -n | --dry-run) dry=yes ;;
    *) unable "usage: quarterly-report.sh [--period 2026-Q3] [--dry-run]; not understood: $1" \
      "cách dùng: quarterly-report.sh [--period 2026-Q3] [--dry-run]; không hiểu: $1" ;;
  esac
  shift 2>/dev/null || break
done
anew=$period
if [ -z "$period" ]; then
  # The site's own day: machines often run on UTC. Without a zone seven hours ahead, which needs no zone files.
  today=${VIGIL_REPORT_TODAY:-$(TZ=${VIGIL_ZONE:-ICT-7} date +%Y-%m-%d)}
  year=${today%%-*} month=${today#*-}
  month=${month%-*} month=${month#0}
  quarter=$(((month - 1) / 3))
  [ "$quarter" = 0 ] && quarter=4 year=$((year - 1))
  period=$year-Q$quarter
fi
case $period in
  [12][0-9][0-9][0-9]-Q[1-4]) ;;
  *) unable "a quarter is written 2026-Q3: $period" "quý viết như 2026-Q3: $period" ;;
esac
out=${VIGIL_REPORT_OUT:-}
[ -n "$out" ] || unable "set VIGIL_REPORT_OUT to the folder of the drafts" "hãy đặt VIGIL_REPORT_OUT là thư mục để bản dự thảo"
if [ -z "$dry" ]; then
  [ -d "$out" ] || mkdir -p "$out" || unable "cannot make the folder $out" "không tạo được thư mục $out"
fi
prefix=$out/bao-cao-$period
[ -z "$anew" ] && [ -e "$prefix.docx" ] && exit 0

forms=${VIGIL_REPORT_FORMAT:-docx,pdf,xlsx}
case ,$forms, in
  *,docx,*) ;;
  *) forms=docx,$forms ;;
esac
mail=--mail
[ "${VIGIL_REPORT_MAIL:-yes}" = no ] && mail=

# --- make and mail, then hold the paper against its form -----------------------------------------------------------------------
set -- report quarter "$period" --format "$forms" --out "$prefix" --quiet
[ -n "$anew" ] && set -- "$@" --force
[ -z "$anew" ] && set -- "$@" --if-due
[ -n "$mail" ] && set -- "$@" "$mail"
[ -n "$dry" ] && set -- "$@" --dry-run
complaint=$("$vigil" "$@" 2>&1 </dev/null)
code=$?
if [ "$code" != 0 ]; then
  [ -n "$complaint" ] && printf '%s\n' "$complaint" >&2
  unable "vigil report quarter ended with code $code" "vigil report quarter kết thúc với mã $code"
fi
[ -e "$prefix.docx" ] || exit 0

found=$("$vigil" report check "$prefix.docx" --quiet 2>&1 </dev/null)
code=$?
case $code in
  0) exit 0 ;;
  1 | 2)
    printf '%s\n' "$found"
    exit "$code" ;;
  *)
    [ -n "$found" ] && printf '%s\n' "$found" >&2
    unable "vigil report check ended with code $code" "vigil report check kết thúc với mã $code" ;;
esac
