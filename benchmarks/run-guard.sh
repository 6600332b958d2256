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
. "$home/benchmarks/whole-system.sh"

start_server
token=$(token_for guard)
say_machine
echo "--- the guard"
with_processor_of "$server" java_with org.amends.benchmarks.GuardLoad "$port" "$token" "$connections" "$warm" "$seconds" '"verdict"'
stop_server
echo "--- a constant answer"
port=$((port + 1))
"$JAVA_HOME/bin/java" -Dsun.net.httpserver.nodelay=true -cp "$home/benchmarks/target/benchmarks.jar:$home/benchmarks/target/lib/*" \
  org.amends.benchmarks.ConstantAnswers "$port" &
server=$!
sleep 2
with_processor_of "$server" java_with org.amends.benchmarks.GuardLoad "$port" none "$connections" "$warm" "$seconds" '"verdict"'
say_load after
