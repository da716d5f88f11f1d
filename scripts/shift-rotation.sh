#!/bin/sh
# Makes the next roster in time, checks it, publishes it, writes its papers and reminds people: for cron and systemd, once a day.
#   shift-rotation.sh [--month YYYY-MM | --weeks N] [--dry-run]
# Without --month and --weeks: from a day of the month on (VIGIL_ROTATION_DAY), the roster of the next month. With weeks: always
# so many full weeks beginning next Monday, each published by itself. What is published stays as it is, so running twice comes to
# the same as running once.
# A roster with a hole is told and not published.
# Says nothing when all is well. Exit codes:
#   0 done, or nothing to do     1 done, but soft rules are broken or the shares are uneven (told once, when it is published)
#   2 a seat that nobody can or will stand: told, not published     3 could not work (vigil missing, no store, another run)
#
# Settings come from the environment, else from /etc/vigil/shift-rotation.conf (assignments in sh syntax):
#   VIGIL_HOME              the site's folder
#   VIGIL_COMMAND           the launcher; default: vigil in PATH, else the one beside this file
#   VIGIL_ROTATION_DAY      first day of the month on which the next one is made; default 20
#   VIGIL_ROTATION_WEEKS    so many weeks instead of months, 1 to 13
#   VIGIL_ROTATION_AS       the member in whose name it is made; default: the one mapped to this account
#   VIGIL_ROTATION_OPTIONS  more flags of vigil roster generate, separated by blanks, such as --effort 500000
#   VIGIL_ROTATION_PUBLISH  no: leave publishing to a person
#   VIGIL_ROTATION_OUT      folder for the sheet of the month, and calendars of everybody and of each member; unset: none
#   VIGIL_REMIND_BEFORE     remind of duties that begin within this time; default 24h; empty: never
#   VIGIL_ROTATION_IF_BUSY  skip: when another run is still at it, end well and without a word
#   VIGIL_LANG              vi or en
#   VIGIL_ROTATION_TODAY    the day to go by, as 2026-11-20, for trials

say() { # English, Vietnamese; one line
  case ${VIGIL_LANG:-${VIGIL_ORIG_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}} in
    en*) printf 'shift-rotation: %s\n' "$1" >&2 ;;
    *) printf 'shift-rotation: %s\n' "$2" >&2 ;;
  esac
}
unable() {
  say "$1" "$2"
  exit 3
}

# --- settings: the environment goes before the file ---------------------------------------------------------------------
names='VIGIL_HOME VIGIL_COMMAND VIGIL_ROTATION_DAY VIGIL_ROTATION_WEEKS VIGIL_ROTATION_AS VIGIL_ROTATION_OPTIONS'
names="$names VIGIL_ROTATION_PUBLISH VIGIL_ROTATION_OUT VIGIL_REMIND_BEFORE VIGIL_ROTATION_IF_BUSY VIGIL_LANG"
conf=${VIGIL_ETC:-/etc/vigil}/shift-rotation.conf
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
  [ -r "$conf" ] || unable "cannot be read: $conf" "không đọc được: $conf"
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
month='' weeks=${VIGIL_ROTATION_WEEKS:-} dry=''
while [ $# -gt 0 ]; do
  case $1 in
    --month) month=${2:-} weeks='' && shift ;;
    --month=*) month=${1#*=} weeks='' ;;
    --weeks) weeks=${2:-} && shift ;;
    --weeks=*) weeks=${1#*=} ;;
    -n | --dry-run) dry=yes ;;
    *) unable "usage: shift-rotation.sh [--month YYYY-MM | --weeks N] [--dry-run]; not understood: $1" \
      "cách dùng: shift-rotation.sh [--month NĂM-THÁNG | --weeks SỐ] [--dry-run]; không hiểu: $1" ;;
  esac
  shift 2>/dev/null || break
done
day=${VIGIL_ROTATION_DAY:-20}
case $day in
  [1-9] | [12][0-9] | 3[01]) ;;
  *) unable "VIGIL_ROTATION_DAY must be a day of the month: $day" "VIGIL_ROTATION_DAY phải là một ngày trong tháng: $day" ;;
esac
case $weeks in
  '' | [1-9] | 1[0-3]) ;;
  *) unable "weeks must be 1 to 13: $weeks" "số tuần phải từ 1 đến 13: $weeks" ;;
esac
case $month in
  '' | [12][0-9][0-9][0-9]-0[1-9] | [12][0-9][0-9][0-9]-1[0-2]) ;;
  *) unable "a month is written 2026-12: $month" "tháng viết như 2026-12: $month" ;;
esac

# --- one run at a time: making a folder is one step everywhere. A run that died leaves it behind, with a number that is no more. ---
lock=${VIGIL_HOME:-${XDG_STATE_HOME:-${HOME:-/tmp}/.local/state}}
[ -d "$lock" ] || unable "there is no folder $lock; set VIGIL_HOME" "không có thư mục $lock; hãy đặt VIGIL_HOME"
lock=$lock/shift-rotation.lock
taken=
for attempt in 1 2; do
  if mkdir "$lock" 2>/dev/null; then
    taken=yes
    break
  fi
  holder=$(cat "$lock/pid" 2>/dev/null)
  # Without a number yet it has only just begun.
  if [ "$attempt" = 2 ] || [ -z "$holder" ] || kill -0 "$holder" 2>/dev/null; then break; fi
  rm -f "$lock/pid"
  rmdir "$lock" 2>/dev/null
done
if [ -z "$taken" ]; then
  [ "${VIGIL_ROTATION_IF_BUSY:-}" = skip ] && exit 0
  unable "another run is still at it: $lock" "một lượt khác vẫn đang chạy: $lock"
fi
trap 'rm -f "$lock/pid"; rmdir "$lock" 2>/dev/null' EXIT
trap 'exit 3' HUP INT TERM
echo $$ >"$lock/pid"

# --- which days -------------------------------------------------------------------------------------------------------------
# The site's own day: machines often run on UTC. Without a zone seven hours ahead, which needs no zone files.
today=${VIGIL_ROTATION_TODAY:-$(TZ=${VIGIL_ZONE:-ICT-7} date +%Y-%m-%d)}
periods=
if [ -n "$weeks" ]; then
  # Day numbers by the civil calendar; 1970-01-01 was a Thursday.
  periods=$(awk -v t="$today" -v w="$weeks" '
    function number(y, m, d) { if (m < 3) { y--; m += 12 }
      return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) + int((153 * (m - 3) + 2) / 5) + d - 1 - 719468 }
    function text(n, y, m, d, era, doe, yoe, doy) { n += 719468; era = int(n / 146097); doe = n - era * 146097
      yoe = int((doe - int(doe / 1460) + int(doe / 36524) - int(doe / 146096)) / 365)
      doy = doe - (365 * yoe + int(yoe / 4) - int(yoe / 100)); m = int((5 * doy + 2) / 153)
      d = doy - int((153 * m + 2) / 5) + 1; m = m < 10 ? m + 3 : m - 9; y = yoe + era * 400 + (m < 3)
      return sprintf("%04d-%02d-%02d", y, m, d) }
    BEGIN { split(t, p, "-"); n = number(p[1] + 0, p[2] + 0, p[3] + 0); monday = n + 7 - (n + 3) % 7
      for (i = 0; i < w; i++) { print text(monday + 7 * i) "/" text(monday + 7 * i + 6) } }')
elif [ -z "$month" ]; then
  of=${today##*-}
  if [ "${of#0}" -ge "$day" ]; then
    year=${today%%-*} number=${today#*-}
    number=${number%-*} number=${number#0}
    if [ "$number" = 12 ]; then
      month=$((year + 1))-01
    elif [ "$number" -lt 9 ]; then
      month=$year-0$((number + 1))
    else
      month=$year-$((number + 1))
    fi
  fi
fi
periods=${periods:-$month}

# --- calling vigil: findings go straight out, what it complains of is told in one line for each sentence ------------------------
run() { # words of vigil; sets code and complaint
  exec 3>&1
  complaint=$("$vigil" "$@" ${dry:+--dry-run} --quiet 2>&1 >&3 3>&- </dev/null)
  code=$?
  exec 3>&-
}
tell() {
  if [ -n "$complaint" ]; then
    printf '%s\n' "$complaint" | LC_ALL=C sed -e :a -e '$!N;s/\n  */; /;ta' -e 'P;D' >&2
  fi
}
fail() { # the verb
  tell
  unable "vigil $1 ended with code $code" "vigil $1 kết thúc với mã $code"
}
asking=
[ -n "${VIGIL_ROTATION_AS:-}" ] && asking=yes
worst=0

# --- make, check and publish the roster of a month or a week ----------------------------------------------------------------------
rotate() { # the flags that name its days
  # Published as it is, or changed since with a reason: both are people's decisions, and stay.
  published=$("$vigil" roster check "$@" --json 2>/dev/null </dev/null | grep -c '"publication": *"ROS-')
  if [ "$published" = 0 ]; then
    set -f
    # The words of VIGIL_ROTATION_OPTIONS are flags each.
    # shellcheck disable=SC2086
    run roster generate "$@" ${VIGIL_ROTATION_OPTIONS:-} ${asking:+--as "$VIGIL_ROTATION_AS"}
    set +f
    case $code in
      0 | 18) ;;
      17)
        tell
        worst=2
        return ;;
      *) fail 'roster generate' ;;
    esac
    # What was only rehearsed is not there to be judged.
    [ -n "$dry" ] && return
  fi

  found=$("$vigil" roster check "$@" --quiet 2>&1 </dev/null)
  code=$?
  case $code in
    0) ;;
    1)
      if [ "$published" = 0 ]; then
        printf '%s\n' "$found"
        [ "$worst" -lt 1 ] && worst=1
      fi ;;
    2)
      printf '%s\n' "$found"
      worst=2
      return ;;
    *)
      complaint=$found
      fail 'roster check' ;;
  esac

  if [ "$published" = 0 ] && [ "${VIGIL_ROTATION_PUBLISH:-yes}" != no ]; then
    run roster publish "$@" ${asking:+--as "$VIGIL_ROTATION_AS"}
    [ "$code" = 0 ] || fail 'roster publish'
    # That people hear of it late is a finding of its own.
    tell
  fi
}

# --- the sheet for the wall, and calendars to be fetched or sent ----------------------------------------------------------------------
papers() { # name of the files, then the flags that name the days
  name=$1
  shift
  run roster export "$@" --format ics --remind 60 --out "$out/lich-truc-$name.ics" --force
  [ "$code" = 0 ] || fail 'roster export'
  run roster export "$@" --format ics --each --remind 60 --out "$out" --force
  [ "$code" = 0 ] || fail 'roster export'
}

out=${VIGIL_ROTATION_OUT:-}
if [ -n "$out" ] && [ -z "$dry" ] && [ -n "$periods" ]; then
  [ -d "$out" ] || mkdir -p "$out" || unable "cannot make the folder $out" "không tạo được thư mục $out"
fi
for period in $periods; do
  case $period in
    */*) set -- --from "${period%/*}" --to "${period#*/}" ;;
    *) set -- --month "$period" ;;
  esac
  rotate "$@"
  if [ -n "$out" ] && [ -z "$dry" ]; then
    if [ "$period" = "$month" ]; then
      run roster print "$month" --out "$out/lich-truc-$month.pdf" --force
      [ "$code" = 0 ] || fail 'roster print'
    fi
    case $period in
      */*) papers "${period%/*}--${period#*/}" "$@" ;;
      *) papers "$period" "$@" ;;
    esac
  fi
done

# --- remind ---------------------------------------------------------------------------------------------------------------------
before=${VIGIL_REMIND_BEFORE-24h}
if [ -n "$before" ]; then
  run roster remind --before "$before"
  tell
  [ "$code" = 0 ] || fail 'roster remind'
fi
exit "$worst"
