# bash completion for vigil. Generated from the command tree by scripts/generate; do not edit.

_vigil_below() {
  case $1 in
    '') echo 'init roster camera incident extract config ledger help demo version' ;;
    'roster') echo 'member' ;;
    'roster member') echo 'add list correct show' ;;
    'camera') echo 'add list import discover edit remove show credential check alert audit snapshot baseline simulate maintain survey doctor clock recordings ready history' ;;
    'camera credential') echo 'set forget test rotate release' ;;
    'camera alert') echo 'list show ack close resend test' ;;
    'camera baseline') echo 'show set accept' ;;
    'camera maintain') echo 'plan done cancel correct list show cost' ;;
    'camera survey') echo 'add propose correct list' ;;
    'incident') echo 'open list show' ;;
    'extract') echo 'request approve refuse run list show verify key' ;;
    'extract key') echo 'init' ;;
    'config') echo 'show' ;;
    'ledger') echo 'verify' ;;
    'help') echo 'exit-codes environment time clauses' ;;
  esac
}

_vigil_flags() {
  case $1 in
    'init') echo '--body --superior --place --ward-police --track-from --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'roster member add') echo '--name --office --login --phone --email --speaks --from --certificate --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'roster member list') echo '--format --all --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'roster member correct') echo '--reason --name --login --phone --email --speaks --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'roster member show') echo ' --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera add') echo '--url --onvif --name --place --essential --user --password-file --sub-url --replay-url --rtsp-port --driver --address --channel --folder --basic-allowed --tls-pin --group --site --purpose --retention --installed --supplier --warranty --uplink --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera list') echo '--format --group --site --essential --driver --removed --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera import') echo '--format --update --template --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera discover') echo '--format --interface --cidr --timeout --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera edit') echo '--url --onvif --name --place --essential --user --password-file --sub-url --replay-url --rtsp-port --driver --address --channel --folder --basic-allowed --tls-pin --group --site --purpose --retention --installed --supplier --warranty --uplink --clear --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera remove') echo '--confirm --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera show') echo ' --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera credential set') echo '--group --all --user --password-file --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera credential forget') echo '--group --all --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera credential test') echo '--group --all --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera credential rotate') echo '--password-file --allow-plain --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera credential release') echo '--group --all --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera check') echo '--timeout --deadline --light --deep --shard --jitter --format --metrics-out --freshness --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera alert list') echo '--format --all --state --camera --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera alert show') echo ' --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera alert ack') echo '--note --for --replace --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera alert close') echo '--reason --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera alert resend') echo ' --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera alert test') echo '--to --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera audit') echo '--format --group --try-default-passwords --pin --import-advisories --timeout --deadline --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera snapshot') echo '--output --force --no-show --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera baseline show') echo '--stored --no-show --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera baseline set') echo ' --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera baseline accept') echo '--no-show --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera simulate') echo '--format --cameras --name --fault --vendor --auth --login --password-file --clock-offset --record --gap --for --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera maintain plan') echo '--kind --what --from --to --for --by --firm --planned-cost --every --next --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera maintain done') echo '--at --note --part --cost --photo --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera maintain cancel') echo '--reason --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera maintain correct') echo '--reason --what --from --to --by --firm --planned-cost --every --at --note --part --cost --photo --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera maintain list') echo '--format --camera --state --from --to --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera maintain show') echo ' --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera maintain cost') echo '--format --from --to --by --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera survey add') echo '--place --why --priority --camera --cost --photo --by --on --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera survey propose') echo ' --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera survey correct') echo '--reason --place --why --priority --camera --cost --photo --by --on --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera survey list') echo '--format --state --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera doctor') echo '--format --no-login --timeout --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera clock') echo '--format --all --stored --at --from --to --for --timeout --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera recordings') echo '--format --from --to --for --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera ready') echo '--format --at --for --essential --timeout --deadline --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'camera history') echo '--format --from --to --quarter --days --essential --transitions --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'incident open') echo '--kind --severity --title --place --at --camera --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'incident list') echo '--format --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'incident show') echo ' --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'extract request') echo '--requester --requester-name --document --document-date --basis --purpose --recipient --camera --from --to --for --live --latest-start --crime --guidance --retain-until --incident --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'extract approve') echo '--key --passphrase-file --valid-for --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'extract refuse') echo '--reason --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'extract run') echo '--from --to --for --live --key --passphrase-file --tsa --trust --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'extract list') echo '--format --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'extract show') echo ' --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'extract verify') echo '--trust --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'extract key init') echo '--for --passphrase-file --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'config show') echo '--format --origin --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'ledger verify') echo ' --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'help exit-codes') echo '--format --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'help environment') echo '--format --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'help time') echo '--format --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'help clauses') echo '--format --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'demo') echo '--dir --keep --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    'version') echo ' --as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
    *) echo '--as --color --config --dry-run --home --json --lang --no-input --quiet --verbose --yes --help' ;;
  esac
}

_vigil_value() {
  case "$1 $2" in
    'init --body') echo 'name' ;;
    'init --superior') echo 'name' ;;
    'init --place') echo 'name' ;;
    'init --ward-police') echo 'name' ;;
    'init --track-from') echo 'date' ;;
    'roster member add --name') echo 'name' ;;
    'roster member add --office') echo ':administrator board operator secretary steering-deputy steering-head steering-member team-deputy team-leader team-member' ;;
    'roster member add --login') echo 'login' ;;
    'roster member add --phone') echo 'number' ;;
    'roster member add --email') echo 'address' ;;
    'roster member add --speaks') echo ':en vi' ;;
    'roster member add --from') echo 'date' ;;
    'roster member add --certificate') echo '@file' ;;
    'roster member list --format') echo ':csv jsonl plain table' ;;
    'roster member correct --reason') echo 'text' ;;
    'roster member correct --name') echo 'name' ;;
    'roster member correct --login') echo 'login' ;;
    'roster member correct --phone') echo 'number' ;;
    'roster member correct --email') echo 'address' ;;
    'roster member correct --speaks') echo ':en vi' ;;
    'camera add --url') echo 'url' ;;
    'camera add --onvif') echo 'host' ;;
    'camera add --name') echo 'name' ;;
    'camera add --place') echo 'place' ;;
    'camera add --user') echo 'user' ;;
    'camera add --password-file') echo '@file' ;;
    'camera add --sub-url') echo 'url' ;;
    'camera add --replay-url') echo 'url' ;;
    'camera add --rtsp-port') echo 'port' ;;
    'camera add --driver') echo 'driver' ;;
    'camera add --address') echo 'host' ;;
    'camera add --channel') echo 'number' ;;
    'camera add --folder') echo 'pattern' ;;
    'camera add --tls-pin') echo 'sha256' ;;
    'camera add --group') echo 'groups' ;;
    'camera add --site') echo 'site' ;;
    'camera add --purpose') echo 'text' ;;
    'camera add --retention') echo 'days' ;;
    'camera add --installed') echo 'day' ;;
    'camera add --supplier') echo 'name' ;;
    'camera add --warranty') echo 'day' ;;
    'camera add --uplink') echo 'name' ;;
    'camera list --format') echo ':csv jsonl plain table' ;;
    'camera list --group') echo 'group' ;;
    'camera list --site') echo 'site' ;;
    'camera list --driver') echo ':dahua folder hikvision onvif rtsp' ;;
    'camera import --format') echo ':csv json' ;;
    'camera discover --format') echo ':csv jsonl plain table' ;;
    'camera discover --interface') echo 'interface' ;;
    'camera discover --cidr') echo 'range' ;;
    'camera discover --timeout') echo 'length' ;;
    'camera edit --url') echo 'url' ;;
    'camera edit --onvif') echo 'host' ;;
    'camera edit --name') echo 'name' ;;
    'camera edit --place') echo 'place' ;;
    'camera edit --user') echo 'user' ;;
    'camera edit --password-file') echo '@file' ;;
    'camera edit --sub-url') echo 'url' ;;
    'camera edit --replay-url') echo 'url' ;;
    'camera edit --rtsp-port') echo 'port' ;;
    'camera edit --driver') echo 'driver' ;;
    'camera edit --address') echo 'host' ;;
    'camera edit --channel') echo 'number' ;;
    'camera edit --folder') echo 'pattern' ;;
    'camera edit --tls-pin') echo 'sha256' ;;
    'camera edit --group') echo 'groups' ;;
    'camera edit --site') echo 'site' ;;
    'camera edit --purpose') echo 'text' ;;
    'camera edit --retention') echo 'days' ;;
    'camera edit --installed') echo 'day' ;;
    'camera edit --supplier') echo 'name' ;;
    'camera edit --warranty') echo 'day' ;;
    'camera edit --uplink') echo 'name' ;;
    'camera edit --clear') echo ':address basic-allowed channel driver essential folder group installed name onvif password-file place purpose replay-url retention rtsp-port site sub-url supplier tls-pin uplink url user warranty' ;;
    'camera remove --confirm') echo 'camera' ;;
    'camera credential set --group') echo 'group' ;;
    'camera credential set --user') echo 'user' ;;
    'camera credential set --password-file') echo '@file' ;;
    'camera credential forget --group') echo 'group' ;;
    'camera credential test --group') echo 'group' ;;
    'camera credential rotate --password-file') echo '@file' ;;
    'camera credential release --group') echo 'group' ;;
    'camera check --timeout') echo 'length' ;;
    'camera check --deadline') echo 'length' ;;
    'camera check --shard') echo 'part' ;;
    'camera check --jitter') echo 'length' ;;
    'camera check --format') echo ':csv json jsonl nagios openmetrics plain table' ;;
    'camera check --metrics-out') echo '@file' ;;
    'camera check --freshness') echo 'length' ;;
    'camera alert list --format') echo ':csv jsonl plain table' ;;
    'camera alert list --state') echo ':acked closed open' ;;
    'camera alert list --camera') echo 'camera' ;;
    'camera alert ack --note') echo 'text' ;;
    'camera alert ack --for') echo 'length' ;;
    'camera alert close --reason') echo 'text' ;;
    'camera alert test --to') echo 'person' ;;
    'camera audit --format') echo ':csv jsonl plain table' ;;
    'camera audit --group') echo 'group' ;;
    'camera audit --import-advisories') echo '@file' ;;
    'camera audit --timeout') echo 'length' ;;
    'camera audit --deadline') echo 'length' ;;
    'camera snapshot -o') echo '@file' ;;
    'camera snapshot --output') echo '@file' ;;
    'camera simulate --format') echo ':csv jsonl plain table' ;;
    'camera simulate --cameras') echo 'n' ;;
    'camera simulate --name') echo 'camera' ;;
    'camera simulate --fault') echo 'camera:fault' ;;
    'camera simulate --vendor') echo ':dahua hikvision hikvision-local-time none' ;;
    'camera simulate --auth') echo ':digest-md5 digest-sha256 username-token' ;;
    'camera simulate --login') echo 'user' ;;
    'camera simulate --password-file') echo '@file' ;;
    'camera simulate --clock-offset') echo 'length' ;;
    'camera simulate --record') echo 'length' ;;
    'camera simulate --gap') echo 'from..to' ;;
    'camera simulate --for') echo 'length' ;;
    'camera maintain plan --kind') echo ':corrective preventive' ;;
    'camera maintain plan --what') echo 'text' ;;
    'camera maintain plan --from') echo 'time' ;;
    'camera maintain plan --to') echo 'time' ;;
    'camera maintain plan --for') echo 'length' ;;
    'camera maintain plan --by') echo 'person' ;;
    'camera maintain plan --firm') echo 'name' ;;
    'camera maintain plan --planned-cost') echo 'amount' ;;
    'camera maintain plan --every') echo 'period' ;;
    'camera maintain plan --next') echo 'work' ;;
    'camera maintain done --at') echo 'time' ;;
    'camera maintain done --note') echo 'text' ;;
    'camera maintain done --part') echo 'part' ;;
    'camera maintain done --cost') echo 'amount' ;;
    'camera maintain done --photo') echo 'ref' ;;
    'camera maintain cancel --reason') echo 'text' ;;
    'camera maintain correct --reason') echo 'text' ;;
    'camera maintain correct --what') echo 'text' ;;
    'camera maintain correct --from') echo 'time' ;;
    'camera maintain correct --to') echo 'time' ;;
    'camera maintain correct --by') echo 'person' ;;
    'camera maintain correct --firm') echo 'name' ;;
    'camera maintain correct --planned-cost') echo 'amount' ;;
    'camera maintain correct --every') echo 'period' ;;
    'camera maintain correct --at') echo 'time' ;;
    'camera maintain correct --note') echo 'text' ;;
    'camera maintain correct --part') echo 'part' ;;
    'camera maintain correct --cost') echo 'amount' ;;
    'camera maintain correct --photo') echo 'ref' ;;
    'camera maintain list --format') echo ':csv jsonl plain table' ;;
    'camera maintain list --camera') echo 'camera' ;;
    'camera maintain list --state') echo ':cancelled done overdue planned running' ;;
    'camera maintain list --from') echo 'time' ;;
    'camera maintain list --to') echo 'time' ;;
    'camera maintain cost --format') echo ':csv jsonl plain table' ;;
    'camera maintain cost --from') echo 'time' ;;
    'camera maintain cost --to') echo 'time' ;;
    'camera maintain cost --by') echo ':camera kind quarter' ;;
    'camera survey add --place') echo 'place' ;;
    'camera survey add --why') echo 'text' ;;
    'camera survey add --priority') echo ':high low medium' ;;
    'camera survey add --camera') echo 'camera' ;;
    'camera survey add --cost') echo 'amount' ;;
    'camera survey add --photo') echo 'ref' ;;
    'camera survey add --by') echo 'person' ;;
    'camera survey add --on') echo 'date' ;;
    'camera survey correct --reason') echo 'text' ;;
    'camera survey correct --place') echo 'place' ;;
    'camera survey correct --why') echo 'text' ;;
    'camera survey correct --priority') echo ':high low medium' ;;
    'camera survey correct --camera') echo 'camera' ;;
    'camera survey correct --cost') echo 'amount' ;;
    'camera survey correct --photo') echo 'ref' ;;
    'camera survey correct --by') echo 'person' ;;
    'camera survey correct --on') echo 'date' ;;
    'camera survey list --format') echo ':csv jsonl plain table' ;;
    'camera survey list --state') echo ':proposed surveyed' ;;
    'camera doctor --format') echo ':csv jsonl plain table' ;;
    'camera doctor --timeout') echo 'length' ;;
    'camera clock --format') echo ':csv jsonl plain table' ;;
    'camera clock --at') echo 'time' ;;
    'camera clock --from') echo 'time' ;;
    'camera clock --to') echo 'time' ;;
    'camera clock --for') echo 'length' ;;
    'camera clock --timeout') echo 'length' ;;
    'camera recordings --format') echo ':csv jsonl plain table' ;;
    'camera recordings --from') echo 'time' ;;
    'camera recordings --to') echo 'time' ;;
    'camera recordings --for') echo 'length' ;;
    'camera ready --format') echo ':csv jsonl plain table' ;;
    'camera ready --at') echo 'time' ;;
    'camera ready --for') echo 'length' ;;
    'camera ready --timeout') echo 'length' ;;
    'camera ready --deadline') echo 'length' ;;
    'camera history --format') echo ':csv jsonl plain table' ;;
    'camera history --from') echo 'day' ;;
    'camera history --to') echo 'day' ;;
    'camera history --quarter') echo 'quarter' ;;
    'camera history --days') echo 'n' ;;
    'camera history --transitions') echo 'camera' ;;
    'incident open --kind') echo ':accident conflict fire order other regulation-breach social-evil theft traffic' ;;
    'incident open --severity') echo ':high low medium' ;;
    'incident open --title') echo 'text' ;;
    'incident open --place') echo 'text' ;;
    'incident open --at') echo 'time' ;;
    'incident open --camera') echo 'camera' ;;
    'incident list --format') echo ':csv jsonl plain table' ;;
    'extract request --requester') echo ':board private state-agency' ;;
    'extract request --requester-name') echo 'text' ;;
    'extract request --document') echo 'number' ;;
    'extract request --document-date') echo 'date' ;;
    'extract request --basis') echo 'text' ;;
    'extract request --purpose') echo 'text' ;;
    'extract request --recipient') echo 'text' ;;
    'extract request --camera') echo 'camera' ;;
    'extract request --from') echo 'time' ;;
    'extract request --to') echo 'time' ;;
    'extract request --for') echo 'length' ;;
    'extract request --live') echo 'length' ;;
    'extract request --latest-start') echo 'time' ;;
    'extract request --guidance') echo 'text' ;;
    'extract request --retain-until') echo 'date' ;;
    'extract request --incident') echo 'incident' ;;
    'extract approve --key') echo '@file' ;;
    'extract approve --passphrase-file') echo '@file' ;;
    'extract approve --valid-for') echo 'length' ;;
    'extract refuse --reason') echo 'text' ;;
    'extract run --from') echo 'time' ;;
    'extract run --to') echo 'time' ;;
    'extract run --for') echo 'length' ;;
    'extract run --live') echo 'length' ;;
    'extract run --key') echo '@file' ;;
    'extract run --passphrase-file') echo '@file' ;;
    'extract run --tsa') echo 'url' ;;
    'extract run --trust') echo '@file' ;;
    'extract list --format') echo ':csv jsonl plain table' ;;
    'extract verify --trust') echo '@file' ;;
    'extract key init --for') echo 'person' ;;
    'extract key init --passphrase-file') echo '@file' ;;
    'config show --format') echo ':csv jsonl plain table' ;;
    'help exit-codes --format') echo ':csv jsonl plain table' ;;
    'help environment --format') echo ':csv jsonl plain table' ;;
    'help time --format') echo ':csv jsonl plain table' ;;
    'help clauses --format') echo ':csv jsonl plain table' ;;
    'demo --dir') echo '@file' ;;
    *' --as') echo 'person' ;;
    *' --color') echo ':always auto never' ;;
    *' --config') echo '@file' ;;
    *' --home') echo '@file' ;;
    *' --lang') echo ':en vi' ;;
  esac
}

_vigil_argument() {
  case $1 in
    'roster member add') echo 'id' ;;
    'roster member correct') echo 'person' ;;
    'roster member show') echo 'person' ;;
    'camera add') echo 'camera' ;;
    'camera import') echo '@file' ;;
    'camera edit') echo 'camera' ;;
    'camera remove') echo 'camera' ;;
    'camera show') echo 'camera' ;;
    'camera credential set') echo 'camera' ;;
    'camera credential forget') echo 'camera' ;;
    'camera credential test') echo 'camera' ;;
    'camera credential rotate') echo 'camera' ;;
    'camera credential release') echo 'camera' ;;
    'camera check') echo 'camera' ;;
    'camera alert show') echo 'alert' ;;
    'camera alert ack') echo 'alert' ;;
    'camera alert close') echo 'alert' ;;
    'camera alert resend') echo 'alert' ;;
    'camera audit') echo 'camera' ;;
    'camera snapshot') echo 'camera' ;;
    'camera baseline show') echo 'camera' ;;
    'camera baseline set') echo 'camera' ;;
    'camera baseline accept') echo 'camera' ;;
    'camera maintain plan') echo 'camera' ;;
    'camera maintain done') echo 'work' ;;
    'camera maintain cancel') echo 'work' ;;
    'camera maintain correct') echo 'work' ;;
    'camera maintain show') echo 'work' ;;
    'camera survey propose') echo 'survey' ;;
    'camera survey correct') echo 'survey' ;;
    'camera doctor') echo 'camera' ;;
    'camera clock') echo 'camera' ;;
    'camera recordings') echo 'camera' ;;
    'camera ready') echo 'camera' ;;
    'camera history') echo 'camera' ;;
    'incident show') echo 'incident' ;;
    'extract approve') echo 'request' ;;
    'extract refuse') echo 'request' ;;
    'extract run') echo 'request' ;;
    'extract show') echo 'request' ;;
    'extract verify') echo '@file' ;;
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
