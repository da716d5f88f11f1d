#!/bin/sh
# Looks at the site's cameras, for cron, systemd and whatever else starts programs by the clock.
#   health-check.sh [FLAGS OF vigil camera check]
# Says nothing when all is well, else a line for each camera that is not. Exit codes are those of monitoring plugins:
# 0 all up, 1 degraded, 2 down, 3 could not judge (vigil missing, no store, another check still running, out of time).
#
# Settings come from the environment, else from /etc/vigil/health-check.conf (assignments in sh syntax):
#   VIGIL_HOME            the site's folder
#   VIGIL_COMMAND         the launcher; default: vigil in PATH, else the one beside this file
#   VIGIL_CHECK_DEADLINE  longest time for the whole run, such as 240s, 4m or 1h; default 4m
#   VIGIL_CHECK_OPTIONS   more flags, separated by blanks, such as --light or --shard 1/2
#   VIGIL_CHECK_IF_BUSY   skip: when another check is still running, end well and without a word
#   VIGIL_METRICS_OUT     file for metrics, such as /var/lib/node_exporter/vigil.prom
#   VIGIL_LANG            vi or en
# With --freshness LENGTH no camera is contacted: it only tells whether checks still run, also from another machine.

say() { # English, Vietnamese; one line
  case ${VIGIL_LANG:-${VIGIL_ORIG_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}} in
    en*) printf 'health-check: %s\n' "$1" >&2 ;;
    *) printf 'health-check: %s\n' "$2" >&2 ;;
  esac
}
unknown() {
  say "$1" "$2"
  exit 3
}

# --- settings: the environment goes before the file ---------------------------------------------------------------------
names='VIGIL_HOME VIGIL_COMMAND VIGIL_CHECK_DEADLINE VIGIL_CHECK_OPTIONS VIGIL_CHECK_IF_BUSY VIGIL_METRICS_OUT VIGIL_LANG'
conf=${VIGIL_ETC:-/etc/vigil}/health-check.conf
if [ -f "$conf" ]; then
  # The file is a program: whoever may write it acts as us. Mode and owner by ls, since stat has no common form.
  # shellcheck disable=SC2012
  facts=$(LC_ALL=C ls -ldnL "$conf" 2>/dev/null | { read -r mode _ owner _ && echo "$mode $owner"; })
  mode=${facts%% *}
  owner=${facts##* }
  case $mode in
    ?????w* | ????????w*) unknown "not read, since others may write it: $conf (chmod go-w)" \
      "không đọc, vì người khác cũng sửa được tệp này: $conf (chmod go-w)" ;;
  esac
  if [ "$owner" != 0 ] && [ "$owner" != "$(id -u)" ]; then
    unknown "not read, since it belongs to another account: $conf" "không đọc, vì tệp thuộc tài khoản khác: $conf"
  fi
  [ -r "$conf" ] || unknown "cannot be read: $conf" "không đọc được: $conf"
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
[ -n "$vigil" ] || unknown "vigil was not found: ${VIGIL_COMMAND:-vigil}; set VIGIL_COMMAND" \
  "không tìm thấy vigil: ${VIGIL_COMMAND:-vigil}; hãy đặt VIGIL_COMMAND"

# --- what to run -----------------------------------------------------------------------------------------------------------
deadline=${VIGIL_CHECK_DEADLINE:-4m}
number=${deadline%[smh]}
case $number in
  '' | *[!0-9]*) unknown "VIGIL_CHECK_DEADLINE must be like 240s, 4m or 1h: $deadline" \
    "VIGIL_CHECK_DEADLINE phải có dạng 240s, 4m hoặc 1h: $deadline" ;;
esac
case $deadline in
  *m) seconds=$((number * 60)) ;;
  *h) seconds=$((number * 3600)) ;;
  *) seconds=$number deadline=${number}s ;;
esac
asking=
for word in "$@"; do
  case $word in --freshness | --freshness=*) asking=yes ;; esac
done
if [ -z "$asking" ]; then
  set -f
  # The words of VIGIL_CHECK_OPTIONS are flags each. What was asked on the command line comes last.
  # shellcheck disable=SC2086
  set -- --deadline "$deadline" ${VIGIL_METRICS_OUT:+--metrics-out "$VIGIL_METRICS_OUT"} ${VIGIL_CHECK_OPTIONS:-} "$@"
  set +f
fi
set -- "$vigil" camera check --quiet "$@"
# vigil keeps its deadline by itself; this is for the case that it cannot (a hanging disk, a machine out of memory).
if command -v timeout >/dev/null 2>&1; then
  set -- timeout -k 10 $((seconds + 30)) "$@"
fi

# --- run it: findings go straight out, what it complains of is told in one line ------------------------------------------------
exec 3>&1
complaint=$("$@" 2>&1 >&3 3>&- </dev/null)
code=$?
exec 3>&-
case $complaint in
  *'[VG-STORE-LEASE-HELD'*)
    if [ "${VIGIL_CHECK_IF_BUSY:-}" = skip ]; then exit 0; fi ;;
esac
if [ -n "$complaint" ]; then
  printf '%s\n' "$complaint" | LC_ALL=C sed -e :a -e '$!N;s/\n  */; /;ta' -e 'P;D' >&2
fi
case $code in
  0 | 1 | 2 | 3) exit $code ;;
  124 | 137) unknown "not finished after $((seconds + 30)) seconds, and ended" \
    "quá $((seconds + 30)) giây vẫn chưa xong nên đã bị dừng" ;;
  126 | 127) unknown "vigil cannot be started: $vigil" "không khởi động được vigil: $vigil" ;;
  *) unknown "vigil ended with code $code" "vigil kết thúc với mã $code" ;;
esac
