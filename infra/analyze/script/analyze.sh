# shellcheck shell=bash
# The commands analyze and bench. Sourced by ./tidewatch; needs machine.sh and parts.sh of infra/local/script, and ROOT.

ANALYZE=${ROOT:?}/target/analyze

help_analyze() {
  cat <<'TEXT'
./tidewatch analyze drift --reference FILE --current FILE [options]       compare two files column by column
./tidewatch analyze quality --data FILE [--reference FILE] [options]      profile a file and check it
./tidewatch analyze performance --data FILE --truth COLUMN
     (--prediction COLUMN | --score COLUMN [--threshold T]) [options]     compare predictions with their truth
./tidewatch analyze estimate --reference FILE --current FILE
     --score COLUMN --truth COLUMN [--threshold T] [options]              estimate performance without truth

Files are CSV, TSV, NDJSON or Parquet, by their names. No stack has to run.

  --types A=category,B=number   types that are not to be inferred: number, category, time, skip   (drift, quality)
  --columns A,B                 only these columns                                                (drift, quality)
  --max-distinct N              numbers with more distinct values are rounded (default: 1000000)  (drift, quality)
  --methods all|ks,psi,...      methods to show beside the verdict                                (drift)
  --time COLUMN                 when rows happened; allows for how days of the reference vary     (drift)
  --warning PSI, --critical PSI limits of the verdict (defaults: 0.1, 0.25)                       (drift)
  --tolerated SHARE             share of wrong values that is no finding (default: 0.01)          (quality)
  --task binary|multiclass|regression, --segment COLUMN, --labels A,B                             (performance)
  --positive VALUE              the positive class (default: 1, true or yes)                      (performance, estimate)
  --min METRIC=V, --max METRIC=V  exit with code 1 outside                                        (performance)
  --fail-on warning|critical    exit with code 1 from this verdict on                             (drift, quality)
  --out FILE                    write JSON; - is standard output
  --html FILE                   write one self-contained page

Exit codes: 0 done and within all limits, 1 a limit was reached, 2 wrong options, 3 the files cannot be analyzed.

Examples:
  ./tidewatch analyze drift --reference january.csv --current june.csv --html drift.html
  ./tidewatch analyze drift --reference train.parquet --current week.parquet --fail-on critical
  ./tidewatch analyze drift --reference r.csv --current c.csv --methods all --types season=category --out -
  ./tidewatch analyze quality --data june.csv --reference january.csv --fail-on warning
  ./tidewatch analyze performance --data scored.csv --truth delayed --score score --threshold 0.3 --segment origin
  ./tidewatch analyze estimate --reference validated.csv --current live.csv --score score --truth delayed

docs/reference/analyze.md says more.
TEXT
}

cmd_analyze() {
  prepare_analyze
  exec "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto \
    -jar "$ANALYZE/tidewatch-analyze.jar" "$@"
}

help_bench() {
  cat <<'TEXT'
./tidewatch bench drift [--runs N] [--data FILE] [--no-scipy]
     seconds for 21 drift results on 3 million flights, beside SciPy's where Python has it
./tidewatch bench calibration [--seed S] [--windows N] [--rows A,B] [--reference-rows N]
     [--part independent,dependent,power]
     false alarms and power of the verdict, with Evidently's defaults beside them
./tidewatch bench accuracy [--cases FOLDER]
     largest error of every method against values made by independent tools
./tidewatch bench sdk [--quick]
     what recording costs the host, with OpenTelemetry's batch processor in the same run; the longest record()
     with every fault of a server; --quick takes seconds and is good for nothing but trying it out
./tidewatch bench replay [--stack FILE] [--flights N]
     3,000,000 flights through the SDK into a stack of its own (or that of FILE), and every id read back;
     exits with 1 if one is missing
./tidewatch bench ingest [--features A,B] [--values N] [--seed S]
     events per second from the client to the engine, beside the engine's own INSERT; time to the acknowledgement; memory
./tidewatch bench store [--features A,B] [--values N] [--seed S]
     events per second from the log to the engine, beside the engine's own INSERT; bytes per value
./tidewatch bench neighbours [--seed S]
     p95 of an organization's sends and reads, with and without another one that sends twenty times what it may

Every measurement is one line of JSON on standard output.
TEXT
}

cmd_bench() {
  case ${1:-} in
    sdk) shift; bench_sdk "$@"; return ;;
    replay) shift; bench_replay "$@"; return ;;
    ingest | store | neighbours) bench_product "$@" ;;
  esac
  prepare_analyze
  case ${1:-} in
    drift) part_is_there "vega-datasets-$VEGA_DATASETS_VERSION/data/flights-3m.parquet" || require_parts ;;
  esac
  exec "$JAVA_HOME/bin/java" -Xmx2g -XX:+UseSerialGC -Dtidewatch.root="$ROOT" -cp "$ANALYZE/tidewatch-analyze.jar" \
    io.tidewatch.analyze.bench.BenchMain "$@"
}

# Starts a product of its own in a temporary folder.
bench_product() {
  require_jdk
  require_memory 3000
  require_parts
  build >&2
  exec "$JAVA_HOME/bin/java" -Xmx2g -Dtidewatch.applications="$APPLICATIONS" \
    -jar "$APPLICATIONS/load/tidewatch-load.jar" "$@"
}

prepare_analyze() {
  require_jdk
  part_is_there "clickhouse-$CLICKHOUSE_VERSION/libchdb.so" || {
    require_npm
    require_disk 700 "$PARTS"
    with_lock "$PARTS/parts.lock" \
      install_part "clickhouse-$CLICKHOUSE_VERSION" libchdb.so "ClickHouse engine (170 MB)" fetch_clickhouse
  }
  needs_analyze_build || return 0
  mkdir -p -- "$ROOT/target"
  with_lock "$ROOT/target/analyze.lock" build_analyze
}

# True when the kernel, the engine or this module is newer than what was built last.
needs_analyze_build() {
  local built=$ANALYZE/.complete newer
  [ -e "$built" ] || return 0
  newer=$(cd -- "$ROOT" && find pom.xml backend/src/main/java/io/tidewatch/analysis/stats infra/analyze \
    infra/clickhouse-embedded \( -name target -o -path '*/src/test' \) -prune -o \
    \( -name pom.xml -o -path '*/src/main/*' -o -path '*/analysis/stats/*' \) -newer "$built" -print -quit)
  [ -n "$newer" ]
}

build_analyze() {
  needs_analyze_build || return 0 # somebody else has built it while this one waited
  local log=$ROOT/target/analyze-build.log part=$ANALYZE.part
  touch "$ROOT/target/analyze-build.started"
  say "Building tidewatch analyze (log: $log)" >&2
  if ! "$ROOT/mvnw" -B -f "$ROOT/pom.xml" -pl infra/analyze -am package -Dmaven.test.skip=true \
    -Dspotless.check.skip=true -Dquarkus.build.skip=true >"$log" 2>&1 </dev/null; then
    grep -E '^\[ERROR\]' "$log" | head -n 30 >&2 || true
    fail "the build failed; the whole log is $log."
  fi
  rm -rf -- "$part"
  mkdir -p -- "$part"
  cp -R "$ROOT/infra/analyze/target/tidewatch-analyze.jar" "$ROOT/infra/analyze/target/lib" "$part/"
  touch -r "$ROOT/target/analyze-build.started" "$part/.complete"
  rm -rf -- "$ANALYZE"
  mv -- "$part" "$ANALYZE"
}
