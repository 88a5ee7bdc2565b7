# shellcheck shell=bash
# Builds Tidewatch when its sources have changed. Sourced by ./tidewatch; needs machine.sh, ROOT and NODE_FOLDER.

APPLICATIONS=${ROOT:?}/target/app

# What a running stack is made of.
readonly MODULES=sdk-java,backend,frontend,infra/clickhouse-embedded,infra/local,infra/demo,infra/load

# True when a source or a pom is newer than what was built last, or one was added, renamed or deleted (its folder is
# then newer). What Vaadin's build writes among the sources does not count, nor does its making of those folders.
needs_build() {
  local built=$APPLICATIONS/.complete modules newer
  IFS=, read -r -a modules <<<"$MODULES"
  [ -e "$built" ] || return 0
  newer=$(cd -- "$ROOT" && find pom.xml "${modules[@]}" \
    \( -name target -o -name node_modules -o -name generated -o -name bundles -o -path '*/src/test' \) -prune -o \
    \( -name pom.xml -o -path '*/src/main/*' \) ! -path '*/src/main/frontend' -newer "$built" -print -quit)
  [ -n "$newer" ]
}

# Builds what is stale and puts the runnable applications into target/app, apart from Maven's own folders, so that
# tests and later builds never pull jars from under a running stack.
build() {
  needs_build || return 0
  require_disk 1500 "$ROOT"
  mkdir -p -- "$ROOT/target"
  with_lock "$ROOT/target/build.lock" build_now
}

build_now() {
  needs_build || return 0 # somebody else has built it while this one waited
  local log=$ROOT/target/build.log started=$SECONDS maven
  touch "$ROOT/target/build.started"
  "$ROOT/mvnw" -B -f "$ROOT/pom.xml" -pl "$MODULES" -am package -Dmaven.test.skip=true -Dspotless.check.skip=true \
    -Dnode.folder="$NODE_FOLDER" >"$log" 2>&1 </dev/null &
  maven=$!
  trap 'kill "$maven" 2>/dev/null' EXIT
  show_build_progress "$maven" "$log"
  if ! wait "$maven"; then
    grep -E '^\[ERROR\]' "$log" | head -n 30 >&2 || true
    fail "the build failed; the whole log is $log."
  fi
  trap - EXIT
  assemble
  say "Built in $((SECONDS - started)) s."
}

# One line that changes on a terminal; a line for each module elsewhere.
show_build_progress() {
  local maven=$1 log=$2 module shown="" begin=$SECONDS
  say "Building Tidewatch (log: $log)"
  while kill -0 "$maven" 2>/dev/null; do
    module=$(sed -n 's/^\[INFO\] Building Tidewatch :: \(.*\) [0-9][^ ]* *\(\[[0-9]*\/[0-9]*\]\)$/\2 \1/p' "$log" | tail -n 1)
    if [ -t 1 ]; then
      printf '\r\033[2K  %s, %d s' "${module:-preparing}" $((SECONDS - begin))
    elif [ "$module" != "$shown" ]; then
      say "  $module"
      shown=$module
    fi
    sleep 1
  done
  if [ -t 1 ]; then printf '\r\033[2K'; fi
}

assemble() {
  local part=$APPLICATIONS.part
  rm -rf -- "$part"
  mkdir -p -- "$part/local" "$part/demo" "$part/load"
  cp -R "$ROOT/backend/target/quarkus-app" "$part/backend"
  cp -R "$ROOT/frontend/target/quarkus-app" "$part/frontend"
  cp -R "$ROOT/infra/local/target/tidewatch-local.jar" "$ROOT/infra/local/target/lib" "$part/local/"
  cp -R "$ROOT/infra/demo/target/tidewatch-demo.jar" "$ROOT/infra/demo/target/lib" "$part/demo/"
  cp -R "$ROOT/infra/load/target/tidewatch-load.jar" "$ROOT/infra/load/target/lib" "$part/load/"
  # Sources that change while Maven runs belong to the next build.
  touch -r "$ROOT/target/build.started" "$part/.complete"
  rm -rf -- "$APPLICATIONS"
  mv -- "$part" "$APPLICATIONS"
}
