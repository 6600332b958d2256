#!/bin/sh
# Measures lists and pages of a real server at 1 million customers and 20 million events, over HTTP, from request to last byte.
#
#   benchmarks/run-pages.sh [customers in one copy] [copies]      default 10000 100
#
# A simulated year of the grocer is imported and diagnosed; then it is copied under other names. BENCHMARK_DIR names the folder
# for the data (default: a temporary one, deleted afterwards).
set -eu

customers=${1:-10000}
copies=${2:-100}
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
stop() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || :
    wait "$server" 2>/dev/null || :
    server=
  fi
}
ended() {
  stop
  [ -n "${BENCHMARK_DIR-}" ] || rm -rf "$work"
}
trap ended EXIT
trap 'exit 130' INT TERM

port=${BENCHMARK_PORT:-18081}
start() {
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
}
java_with() {
  "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -cp "$home/benchmarks/target/benchmarks.jar:$home/benchmarks/target/lib/*" "$@"
}

if [ ! -f "$work/copied" ]; then
  to=$(date -u +%Y-%m-%dT00:00:00Z)
  "$home/amends" simulate --customers "$customers" --days 330 --to "$to" --out "$work/history" >/dev/null
  start
  begun=$(date +%s)
  "$home/amends" import "$work/history/events.csv" --data "$work/data"
  echo "imported in $(($(date +%s) - begun)) s"
  token=$("$home/amends" token create --data "$work/data" --scope read | tail -n 1)
  until curl -fsS -H "Authorization: Bearer $token" "http://127.0.0.1:$port/metrics" | grep '^amends_watch_lag' | grep -q ' 0\.0$'; do
    sleep 1
  done
  stop
  java_with org.amends.benchmarks.CompanyCopies "$work/data" "$copies"
  touch "$work/copied"
fi

start
token=$("$home/amends" token create --data "$work/data" --scope read | tail -n 1)
link=$("$home/amends" admin link --data "$work/data" --url "http://127.0.0.1:$port" | grep -o 'http://[^ ]*' | tail -n 1)
echo "machine: $(nproc) cores $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $("$JAVA_HOME/bin/java" -version 2>&1 | head -n 1)"
echo "load before: $(cut -d' ' -f1-3 /proc/loadavg)"
java_with org.amends.benchmarks.PageLoad "http://127.0.0.1:$port" "$token" "$link" "$customers" "$copies"
echo "load after: $(cut -d' ' -f1-3 /proc/loadavg)"
