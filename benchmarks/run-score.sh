#!/bin/sh
# Measures ./amends score from a Parquet file to its outputs, and in the same run the plain DuckDB SQL that computes recency,
# frequency, monetary value and decayed failure counts on the same file.
#
#   benchmarks/run-score.sh [events] [customers] [runs]      default 20000000 1000000 3
#
# Needs GNU time (/usr/bin/time). BENCHMARK_DIR names the folder for the files (default: a temporary one, deleted afterwards).
set -eu

events=${1:-20000000}
customers=${2:-1000000}
runs=${3:-3}
home=$(CDPATH='' cd -P "$(dirname "$0")/.." && pwd)
. "$home/benchmarks/whole-system.sh"

file=$work/events-$events-$customers.parquet
if [ ! -f "$file" ]; then
  java_with org.amends.benchmarks.PurchasesFile "$file.part" "$events" "$customers"
  mv "$file.part" "$file"
fi

# wall seconds, processor seconds, peak resident KiB
timed() {
  /usr/bin/time -f '%e %U %S %M' -o "$work/time" "$@" >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    exit 1
  }
  tail -n 1 "$work/time" | awk '{ printf "%s %.2f %d", $1, $2 + $3, $4 }'
}
median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

: >"$work/score"
: >"$work/sql"
say_load before
run=1
while [ "$run" -le "$runs" ]; do
  rm -rf "$work/out"
  # shellcheck disable=SC2046
  set -- $(AMENDS_HEAP=1g timed "$home/amends" score --events "$file" --out "$work/out" --threads 2 --quiet)
  echo "$*" >>"$work/score"
  rm -f "$work/sql.parquet"
  # shellcheck disable=SC2046
  set -- $(timed "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Xmx1g \
    -cp "$home/benchmarks/target/benchmarks.jar:$home/benchmarks/target/lib/*" org.amends.benchmarks.PlainSql "$file" "$work/sql.parquet")
  echo "$*" >>"$work/sql"
  run=$((run + 1))
done
say_load after

score_wall=$(cut -d' ' -f1 "$work/score" | median)
score_cpu=$(cut -d' ' -f2 "$work/score" | median)
score_peak=$(cut -d' ' -f3 "$work/score" | median)
sql_wall=$(cut -d' ' -f1 "$work/sql" | median)
sql_cpu=$(cut -d' ' -f2 "$work/sql" | median)
sql_peak=$(cut -d' ' -f3 "$work/sql" | median)
awk -v n="$events" -v m="$customers" -v r="$runs" -v a="$score_wall" -v b="$score_cpu" -v c="$score_peak" \
  -v x="$sql_wall" -v y="$sql_cpu" -v z="$sql_peak" 'BEGIN {
  printf "%d events, %d customers, medians of %d runs, heap 1 GiB\n\n", n, m, r
  print "| | wall s | processor s | peak resident MiB | events/s of wall | events/s of processor time |"
  print "| --- | --- | --- | --- | --- | --- |"
  printf "| ./amends score | %.1f | %.1f | %.0f | %.0f | %.0f |\n", a, b, c / 1024, n / a, n / b
  printf "| plain DuckDB SQL | %.1f | %.1f | %.0f | %.0f | %.0f |\n", x, y, z / 1024, n / x, n / y
  printf "| ratio | %.1f | %.1f | %.1f | | |\n", a / x, b / y, c / z
}'
