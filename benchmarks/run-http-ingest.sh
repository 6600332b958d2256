#!/bin/sh
# Measures how many events a real server takes over HTTP, answered for only when durable: in batches of 500 and one by one; and in
# the same run what PostgreSQL itself can do on the same database (durable commits, COPY).
#
#   benchmarks/run-http-ingest.sh [seconds] [warm-up seconds]      default 30 30
#
# BENCHMARK_DIR names the folder for the data (default: a temporary one, deleted afterwards). fsync is on.
set -eu

seconds=${1:-30}
warm=${2:-30}
home=$(CDPATH='' cd -P "$(dirname "$0")/.." && pwd)
. "$home/benchmarks/whole-system.sh"

start_server
token=$(token_for ingest,read)
say_machine
echo "--- batches of 500"
with_processor_of "$server" java_with org.amends.benchmarks.HttpLoad "$port" "$token" 500 8 "$warm" "$seconds"
echo "--- single events"
with_processor_of "$server" java_with org.amends.benchmarks.HttpLoad "$port" "$token" 1 64 "$warm" "$seconds"
echo "--- PostgreSQL itself"
java_with org.amends.benchmarks.PostgresLimits "$work/data" 10
say_load after
