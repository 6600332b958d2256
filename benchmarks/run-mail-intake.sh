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
. "$home/benchmarks/whole-system.sh"

start_server
say_machine
with_processor_of "$server" java_with org.amends.benchmarks.MailIntakeLoad "$work/data" "$mails" "$warm"
say_load after
