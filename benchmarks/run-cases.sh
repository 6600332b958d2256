#!/bin/sh
# Measures lists, searches, the report and the export of a real server that holds 1 million made-up cases, over HTTP, from request to
# last byte.
#
#   benchmarks/run-cases.sh [cases] [times]      default 1000000 100
#
# BENCHMARK_DIR names the folder for the data (default: a temporary one, deleted afterwards).
set -eu

cases=${1:-1000000}
times=${2:-100}
home=$(CDPATH='' cd -P "$(dirname "$0")/.." && pwd)
. "$home/.mvn/find-jdk.sh"
find_jdk || exit 3

"$home/amends" --version >/dev/null
if [ ! -f "$home/benchmarks/target/benchmarks.jar" ] || [ -n "$(find "$home/benchmarks/src" -newer "$home/benchmarks/target/benchmarks.jar")" ]; then
  (cd "$home" && ./mvnw -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl benchmarks -am package)
fi

server=
if [ -n "${BENCHMARK_DIR-}" ]; then
  work=$BENCHMARK_DIR
  mkdir -p "$work"
else
  work=$(mktemp -d)
fi
ended() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || :
    wait "$server" 2>/dev/null || :
  fi
  [ -n "${BENCHMARK_DIR-}" ] || rm -rf "$work"
}
trap ended EXIT
trap 'exit 130' INT TERM

port=${BENCHMARK_PORT:-18082}
"$home/amends" serve --port "$port" --data "$work/data" >"$work/server.log" 2>&1 &
server=$!
tries=0
until curl -fsS "http://127.0.0.1:$port/health/ready" >/dev/null 2>&1; do
  tries=$((tries + 1))
  if [ "$tries" -gt 120 ] || ! kill -0 "$server" 2>/dev/null; then
    cat "$work/server.log" >&2
    exit 1
  fi
  sleep 1
done
java_with() {
  "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -cp "$home/benchmarks/target/benchmarks.jar:$home/benchmarks/target/lib/*" "$@"
}

if [ ! -f "$work/filled" ]; then
  java_with org.amends.benchmarks.CaseFilling "$work/data" "$cases"
  touch "$work/filled"
fi
token=$("$home/amends" token create --data "$work/data" --scope read | tail -n 1)
echo "machine: $(nproc) cores $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $("$JAVA_HOME/bin/java" -version 2>&1 | head -n 1)"
echo "load before: $(cut -d' ' -f1-3 /proc/loadavg)"
java_with org.amends.benchmarks.CaseLoad "http://127.0.0.1:$port" "$token" "$cases" "$times"
echo "load after: $(cut -d' ' -f1-3 /proc/loadavg)"
