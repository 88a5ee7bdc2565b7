# shellcheck shell=bash
# Runs all tests and sums them up. Sourced by ./tidewatch; needs machine.sh, ROOT and NODE_FOLDER.

# run_tests MAVEN_OPTION...: shows the course, keeps the whole log, ends with a summary and Maven's exit code.
run_tests() {
  local log=$ROOT/target/test.log started=$SECONDS status=0
  mkdir -p -- "$ROOT/target"
  touch "$ROOT/target/test.started"
  say "Testing Tidewatch (whole log: $log)"
  "$ROOT/mvnw" -B -f "$ROOT/pom.xml" verify --fail-at-end -Dnode.folder="$NODE_FOLDER" "$@" </dev/null 2>&1 |
    tee "$log" | { grep --line-buffered -E '^\[INFO\] Building Tidewatch|Tests run:|^\[ERROR\]|BUILD' || true; } || status=$?
  summarize_tests $((SECONDS - started))
  if [ "$status" = 0 ]; then say "All tests passed."; else say "Tests FAILED; see $log."; fi
  return "$status"
}

# Adds up the reports that are newer than the start of this run.
summarize_tests() {
  local seconds=$1
  say ""
  find "$ROOT" -path '*/target/surefire-reports/TEST-*.xml' -newer "$ROOT/target/test.started" -print0 |
    xargs -0 sed -n 's/.*<testsuite [^>]*name="[^"]*"[^>]*tests="\([0-9]*\)"[^>]*errors="\([0-9]*\)"[^>]*skipped="\([0-9]*\)"[^>]*failures="\([0-9]*\)".*/\1 \2 \3 \4/p' |
    awk -v seconds="$seconds" '
      { tests += $1; failed += $2 + $4; skipped += $3; classes++ }
      END {
        printf "%d tests in %d classes: %d failed, %d skipped, %d min %d s\n",
          tests, classes, failed, skipped, seconds / 60, seconds % 60
      }'
}
