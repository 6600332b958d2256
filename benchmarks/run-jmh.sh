#!/bin/sh
# Runs the JMH benchmarks: benchmarks/run-jmh.sh [pattern and options of JMH], for example FoldBenchmark -prof gc
set -eu

home=$(CDPATH='' cd -P "$(dirname "$0")/.." && pwd)
. "$home/.mvn/find-jdk.sh"
find_jdk || exit 3
(cd "$home" && ./mvnw -q -B -DskipTests -Dspotless.check.skip=true -pl benchmarks -am package)
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$home/benchmarks/target/benchmarks.jar:$home/benchmarks/target/lib/*" \
  org.openjdk.jmh.Main -prof org.amends.benchmarks.CpuTime "$@"
