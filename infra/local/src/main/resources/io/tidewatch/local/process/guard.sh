# Runs one command and ends it when the launcher is gone, however that happened.
# usage: sh guard.sh PID_FILE SIGNAL GRACE_SECONDS command...
#
# Standard input is a pipe whose other end only the launcher holds. A line on it asks for a graceful stop;
# its end without a line means that the launcher died, and the command then gets 3 seconds.
pid_file=$1 signal=$2 grace=$3
shift 3

exec 3<&0
(
  if ! read -r _ <&3; then grace=3; fi
  trap '' TERM # from here on it ends by itself, soon after the command
  pid=$(cat "$pid_file")
  kill -s "$signal" "$pid" 2>/dev/null
  tenths=$((grace * 10))
  while [ "$tenths" -gt 0 ] && kill -0 "$pid" 2>/dev/null; do
    sleep 0.1
    tenths=$((tenths - 1))
  done
  [ "$tenths" -gt 0 ] || kill -s KILL "$pid" 2>/dev/null
) &
watcher=$!

sh -c 'echo $$ >"$0.part" && mv "$0.part" "$0" && exec "$@"' "$pid_file" "$@" </dev/null 3<&-
status=$?
kill "$watcher" 2>/dev/null
wait "$watcher" 2>/dev/null
exit "$status"
