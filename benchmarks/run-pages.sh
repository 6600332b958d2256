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
. "$home/benchmarks/whole-system.sh"

if [ ! -f "$work/copied" ]; then
  to=$(date -u +%Y-%m-%dT00:00:00Z)
  "$home/amends" simulate --customers "$customers" --days 330 --to "$to" --out "$work/history" >/dev/null
  start_server
  begun=$(date +%s)
  "$home/amends" import "$work/history/events.csv" --data "$work/data"
  echo "imported in $(($(date +%s) - begun)) s"
  token=$(token_for read)
  until curl -fsS -H "Authorization: Bearer $token" "http://127.0.0.1:$port/metrics" | grep '^amends_watch_lag' | grep -q ' 0\.0$'; do
    sleep 1
  done
  stop_server
  java_with org.amends.benchmarks.CompanyCopies "$work/data" "$copies"
  touch "$work/copied"
fi

start_server
token=$(token_for read)
link=$("$home/amends" admin link --data "$work/data" --url "http://127.0.0.1:$port" | grep -o 'http://[^ ]*' | tail -n 1)
say_machine
java_with org.amends.benchmarks.PageLoad "http://127.0.0.1:$port" "$token" "$link" "$customers" "$copies"
say_load after
