#!/bin/sh
# Measures how many mails a second a real server makes into opened cases, from where fetched mail is kept: read, their customers
# made, their files kept, each case in a transaction of its own.
#
#   benchmarks/run-mail-intake.sh [mails] [mails for warming up]      default 5000 3000
#
# BENCHMARK_DIR names the folder for the data (default: a temporary one, deleted afterwards). fsync is on.
set -eu

mails=${1:-5000}
warm=${2:-3000}
home=$(CDPATH='' cd -P "$(dirname "$0")/.." && pwd)
. "$home/.mvn/find-jdk.sh"
find_jdk || exit 3

"$home/amends" --version >/dev/null
if [ ! -f "$home/benchmarks/target/benchmarks.jar" ] || [ -n "$(find "$home/benchmarks/src" -newer "$home/benchmarks/target/benchmarks.jar")" ]; then
  (cd "$home" && ./mvnw -q -B -DskipTests -Dspotless.check.skip=true -pl benchmarks -am package)
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

java_with() {
  "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -cp "$home/benchmarks/target/benchmarks.jar:$home/benchmarks/target/lib/*" "$@"
}

port=${BENCHMARK_PORT:-18080}
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
processor() { awk '{ print ($14 + $15) / 100 }' "/proc/$server/stat"; }

echo "machine: $(nproc) cores $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $("$JAVA_HOME/bin/java" -version 2>&1 | head -n 1)"
echo "load before: $(cut -d' ' -f1-3 /proc/loadavg)"
before=$(processor)
java_with org.amends.benchmarks.MailIntakeLoad "$work/data" "$mails" "$warm"
echo "processor time of the server: $(echo "$before $(processor)" | awk '{ printf "%.1f s", $2 - $1 }') for warm-up and run"
echo "load after: $(cut -d' ' -f1-3 /proc/loadavg)"
