# shellcheck shell=bash
# What this machine has: messages, a JDK 25, npm, Chromium, memory and disk. Sourced by ./tidewatch and .ci/run.

say() { printf '%s\n' "$*"; }

fail() {
  printf 'tidewatch: %s\n' "$*" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# Prints the folder of a JDK 25 (a compiler, not only a runtime), or fails.
find_jdk() {
  local candidate compiler
  for candidate in \
    "${JAVA_HOME:-}" \
    /usr/lib/jvm/* /usr/java/* /usr/local/java/* /opt/*jdk* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25 /usr/local/opt/openjdk@25; do
    if is_jdk_25 "$candidate"; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  compiler=$(command -v javac || true)
  while [ -L "$compiler" ]; do
    candidate=$(readlink "$compiler")
    case $candidate in
      /*) compiler=$candidate ;;
      *) compiler=$(dirname -- "$compiler")/$candidate ;;
    esac
  done
  candidate=${compiler%/bin/javac}
  is_jdk_25 "$candidate" && printf '%s\n' "$candidate"
}

is_jdk_25() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] && grep -qs '^JAVA_VERSION="25[".]' "$1/release"
}

require_jdk() {
  JAVA_HOME=$(find_jdk) || fail "a JDK 25 is missing: install one (for example Temurin 25 from https://adoptium.net" \
    "or with \"sdk install java 25-tem\") and set JAVA_HOME to its folder."
  export JAVA_HOME
}

# linux-x64, linux-arm64, darwin-x64 or darwin-arm64: the words that npm packages use.
platform() {
  local system machine
  system=$(uname -s)
  machine=$(uname -m)
  case $system in Linux) system=linux ;; Darwin) system=darwin ;; esac
  case $machine in x86_64 | amd64) machine=x64 ;; aarch64 | arm64) machine=arm64 ;; esac
  case $system-$machine in
    linux-x64 | linux-arm64 | darwin-x64 | darwin-arm64) printf '%s-%s\n' "$system" "$machine" ;;
    *) fail "Tidewatch runs on Linux and macOS on x64 and arm64, not on $system $machine." ;;
  esac
}

require_npm() {
  local version
  has npm || fail "npm is missing: install Node.js with npm 8 or later (Debian and Ubuntu: apt-get install npm;" \
    "macOS: brew install node)."
  version=$(npm --version 2>/dev/null) || fail "npm is installed but does not run: reinstall Node.js."
  [ "${version%%.*}" -ge 8 ] || fail "npm $version is too old: Tidewatch needs npm 8 or later, of any Node.js."
}

# Prints the path of a Chromium or Chrome, or fails.
find_chromium() {
  local candidate
  for candidate in \
    "${TIDEWATCH_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    if [ -n "$candidate" ] && has "$candidate"; then
      command -v "$candidate"
      return
    fi
  done
  return 1
}

require_chromium() {
  TIDEWATCH_CHROMIUM=$(find_chromium) || fail "Chromium is missing, the browser tests need it: install it (Debian:" \
    "apt-get install chromium; macOS: brew install --cask chromium) or set TIDEWATCH_CHROMIUM to its program."
  export TIDEWATCH_CHROMIUM
}

# Fails unless so many MiB of memory can be taken, where the system tells (Linux).
require_memory() {
  local needed=$1 available limit
  [ -r /proc/meminfo ] || return 0
  available=$(awk '$1 == "MemAvailable:" { print int($2 / 1024) }' /proc/meminfo)
  if [ -r /sys/fs/cgroup/memory.max ]; then
    limit=$(cat /sys/fs/cgroup/memory.max)
    if [ "$limit" != max ] && [ $((limit / 1048576)) -lt "$available" ]; then available=$((limit / 1048576)); fi
  fi
  [ "$available" -ge "$needed" ] ||
    fail "not enough memory: $available MiB are available, Tidewatch needs $needed MiB. Close other programs."
}

# Fails unless so many MiB are free on the disk of a folder, which need not exist yet.
require_disk() {
  local needed=$1 folder=$2 free
  while [ ! -d "$folder" ]; do folder=$(dirname -- "$folder"); done
  free=$(df -Pk -- "$folder" | awk 'NR == 2 { print int($4 / 1024) }')
  [ "$free" -ge "$needed" ] || fail "not enough disk: $free MiB are free at $folder, Tidewatch needs $needed MiB."
}

# Runs a command while no other process holds the same lock: with_lock NAME command...
with_lock() {
  local lock=$1
  shift
  mkdir -p -- "$(dirname -- "$lock")"
  if has flock; then
    (
      flock 9
      "$@"
    ) 9>"$lock"
    return
  fi
  # macOS has no flock: a folder can be made only once, and remembers who made it.
  until mkdir "$lock.d" 2>/dev/null; do
    kill -0 "$(cat "$lock.d/pid" 2>/dev/null)" 2>/dev/null || rm -rf "$lock.d"
    sleep 1
  done
  printf '%s\n' "$$" >"$lock.d/pid"
  local status=0
  ("$@") || status=$?
  rm -rf "$lock.d"
  return "$status"
}
