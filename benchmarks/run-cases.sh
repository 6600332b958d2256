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
. "$home/benchmarks/whole-system.sh"

start_server
if [ ! -f "$work/filled" ]; then
  java_with org.amends.benchmarks.CaseFilling "$work/data" "$cases"
  touch "$work/filled"
fi
token=$(token_for read)
say_machine
java_with org.amends.benchmarks.CaseLoad "http://127.0.0.1:$port" "$token" "$cases" "$times"
say_load after
