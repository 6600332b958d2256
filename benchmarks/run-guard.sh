#!/bin/sh
# Measures how many questions a real server's guard answers over HTTP, one candidate each with the history in the request, and in the
# same run a plain server that gives a constant answer to the same requests.
#
#   benchmarks/run-guard.sh [seconds] [warm-up seconds] [connections]      default 30 30 16
set -eu

seconds=${1:-30}
warm=${2:-30}
connections=${3:-16}
home=$(CDPATH='' cd -P "$(dirname "$0")/.." && pwd)
. "$home/.mvn/find-jdk.sh"
find_jdk || exit 3

"$home/amends" --version >/dev/null
if [ ! -f "$home/benchmarks/target/benchmarks.jar" ] || [ -n "$(find "$home/benchmarks/src" -newer "$home/benchmarks/target/benchmarks.jar")" ]; then
  (cd "$home" && ./mvnw -q -B -DskipTests -Dspotless.check.skip=true -pl benchmarks -am package)
fi

server=
plain=
work=$(mktemp -d)
ended() {
  for each in $server $plain; do
    kill "$each" 2>/dev/null || :
    wait "$each" 2>/dev/null || :
  done
  rm -rf "$work"
}
trap ended EXIT
trap 'exit 130' INT TERM

java_with() {
  "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC -cp "$home/benchmarks/target/benchmarks.jar:$home/benchmarks/target/lib/*" "$@"
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
token=$("$home/amends" token create --data "$work/data" --scope guard | tail -n 1)

processor() { awk '{ print ($14 + $15) / 100 }' "/proc/$1/stat"; }

echo "machine: $(nproc) cores $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $("$JAVA_HOME/bin/java" -version 2>&1 | head -n 1)"
echo "load before: $(cut -d' ' -f1-3 /proc/loadavg)"
echo "--- the guard"
before=$(processor "$server")
java_with org.amends.benchmarks.GuardLoad "$port" "$token" "$connections" "$warm" "$seconds" '"verdict"'
echo "processor time of the server: $(echo "$before $(processor "$server")" | awk '{ printf "%.1f s", $2 - $1 }') for warm-up and run"
kill "$server"
wait "$server" || :
server=
echo "--- a constant answer"
"$JAVA_HOME/bin/java" -Dsun.net.httpserver.nodelay=true -cp "$home/benchmarks/target/benchmarks.jar:$home/benchmarks/target/lib/*" \
  org.amends.benchmarks.ConstantAnswers "$((port + 1))" &
plain=$!
sleep 2
before=$(processor "$plain")
java_with org.amends.benchmarks.GuardLoad "$((port + 1))" none "$connections" "$warm" "$seconds" '"verdict"'
echo "processor time of the server: $(echo "$before $(processor "$plain")" | awk '{ printf "%.1f s", $2 - $1 }') for warm-up and run"
echo "load after: $(cut -d' ' -f1-3 /proc/loadavg)"
