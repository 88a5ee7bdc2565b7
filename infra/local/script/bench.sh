# shellcheck shell=bash
# bench sdk and bench replay. Sourced by ./tidewatch; needs machine.sh, parts.sh and build.sh, and ROOT. Standard output
# is for measurements alone.

SDK_BENCH=${ROOT:?}/target/sdk-bench

bench_sdk() {
  require_jdk
  needs_sdk_bench_build && {
    mkdir -p -- "$ROOT/target"
    with_lock "$ROOT/target/sdk-bench.lock" build_sdk_bench
  }
  # The hand-over is measured in nanoseconds: what else the machine does must wait, where the system lets us say so. Not so
  # the rest, because a busy thread of that priority is stopped for a twentieth of each second.
  local first=()
  if has chrt && chrt --rr 1 true 2>/dev/null; then
    first=(chrt --rr 1)
  else
    say "Without real-time priority (chrt): other work on this machine shows in the hand-over." >&2
  fi
  sdk_bench ${first[@]+"${first[@]}"} -- hand-over "$@" && sdk_bench -- rest "$@"
}

sdk_bench() {
  local before=()
  while [ "$1" != -- ]; do
    before+=("$1")
    shift
  done
  shift
  ${before[@]+"${before[@]}"} "$JAVA_HOME/bin/java" -Xmx1g --sun-misc-unsafe-memory-access=allow \
    -cp "$SDK_BENCH/test-classes:$SDK_BENCH/classes:$SDK_BENCH/lib/*" io.tidewatch.sdk.bench.SdkBench "$@"
}

# True when the SDK or its benches are newer than what was built last.
needs_sdk_bench_build() {
  local built=$SDK_BENCH/.complete newer
  [ -e "$built" ] || return 0
  newer=$(cd -- "$ROOT" && find pom.xml sdk-java/pom.xml sdk-java/src -newer "$built" -print -quit)
  [ -n "$newer" ]
}

build_sdk_bench() {
  needs_sdk_bench_build || return 0 # somebody else has built it while this one waited
  local log=$ROOT/target/sdk-bench-build.log part=$SDK_BENCH.part
  touch "$ROOT/target/sdk-bench-build.started"
  say "Building bench sdk (log: $log)" >&2
  rm -rf -- "$part"
  mkdir -p -- "$part"
  if ! "$ROOT/mvnw" -B -f "$ROOT/pom.xml" -pl sdk-java test-compile dependency:copy-dependencies \
    -DoutputDirectory="$part/lib" -DincludeScope=test >"$log" 2>&1 </dev/null; then
    grep -E '^\[ERROR\]' "$log" | head -n 30 >&2 || true
    fail "the build failed; the whole log is $log."
  fi
  cp -R "$ROOT/sdk-java/target/classes" "$ROOT/sdk-java/target/test-classes" "$part/"
  touch -r "$ROOT/target/sdk-bench-build.started" "$part/.complete"
  rm -rf -- "$SDK_BENCH"
  mv -- "$part" "$SDK_BENCH"
}

bench_replay() {
  local stack="" data="" launcher_pid="" status=0
  require_jdk
  require_memory 3000
  require_parts >&2
  build >&2
  case "${1:-}" in --stack) stack=${2:-}; shift; [ $# -eq 0 ] || shift ;; esac
  if [ -z "$stack" ]; then
    data=$(mktemp -d "${TMPDIR:-/tmp}/tidewatch-bench.XXXXXX")
    stack=$data/stack.json
    trap 'end_bench_stack "$launcher_pid" "$data"' EXIT
    say "Starting a stack of its own (log: $data/launcher.log)" >&2
    "$JAVA_HOME/bin/java" -Xms16m -Xmx128m -XX:+UseSerialGC -jar "$APPLICATIONS/local/tidewatch-local.jar" up \
      --home "$APPLICATIONS" --data "$data" --accounts "$ROOT/infra/demo/accounts.json" --no-demo \
      >"$data/launcher.log" 2>&1 </dev/null &
    launcher_pid=$!
    until [ -e "$stack" ]; do
      kill -0 "$launcher_pid" 2>/dev/null || { tail -n 20 "$data/launcher.log" >&2; fail "the stack did not start."; }
      sleep 1
    done
  fi
  "$JAVA_HOME/bin/java" -Xmx1g --sun-misc-unsafe-memory-access=allow \
    -cp "$APPLICATIONS/demo/tidewatch-demo.jar" io.tidewatch.demo.bench.ReplayBench --stack "$stack" "$@" || status=$?
  [ -z "$data" ] || { end_bench_stack "$launcher_pid" "$data"; trap - EXIT; }
  return "$status"
}

# Stops the stack of a bench and removes its data.
end_bench_stack() {
  local pid=$1 data=$2
  if [ -n "$pid" ]; then
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  fi
  rm -rf -- "$data"
}
