#!/bin/sh
# Measures how fast the log takes events, and in the same run what the same PostgreSQL on the same disk can do at all.
#
#   benchmarks/run-ingest.sh [events] [customers] [seconds]      default 1000000 100000 15
#
# The data are written below TMPDIR (default /tmp) and deleted afterwards: have that on the disk that is to be measured.
set -eu

home=$(CDPATH='' cd -P "$(dirname "$0")/.." && pwd)
. "$home/.mvn/find-jdk.sh"
find_jdk || exit 3
(cd "$home" && ./mvnw -q -B -DskipTests -Dspotless.check.skip=true -pl benchmarks -am package)
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Xmx2g -Djava.io.tmpdir="${TMPDIR:-/tmp}" \
  -cp "$home/benchmarks/target/benchmarks.jar:$home/benchmarks/target/lib/*" \
  org.amends.benchmarks.IngestBenchmark "$@"
