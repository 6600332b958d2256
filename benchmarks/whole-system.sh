# Sourced by the runs of whole systems, which set $home first: builds what they need, makes the folder $work (BENCHMARK_DIR, or a
# temporary one that is deleted at the end), and starts and ends the server at $port.

. "$home/.mvn/find-jdk.sh"
find_jdk || exit 3

"$home/amends" --version >/dev/null
if [ ! -f "$home/benchmarks/target/benchmarks.jar" ] || [ -n "$(find "$home/benchmarks/src" -newer "$home/benchmarks/target/benchmarks.jar")" ]; then
  (cd "$home" && ./mvnw -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true -pl benchmarks -am package)
fi

server=
port=${BENCHMARK_PORT:-18080}
if [ -n "${BENCHMARK_DIR-}" ]; then
  work=$BENCHMARK_DIR
  mkdir -p "$work"
else
  work=$(mktemp -d)
fi

# Ends the server, if it runs.
stop_server() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || :
    wait "$server" 2>/dev/null || :
    server=
  fi
}

ended() {
  stop_server
  [ -n "${BENCHMARK_DIR-}" ] || rm -rf "$work"
}
trap ended EXIT
trap 'exit 130' INT TERM

# Starts the server on $work/data and waits until it is ready.
start_server() {
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
}

# Prints a token that may do this.
token_for() {
  "$home/amends" token create --data "$work/data" --scope "$1" | tail -n 1
}

# Runs a class of the benchmarks.
java_with() {
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -Xmx1g -XX:+UseSerialGC \
    -cp "$home/benchmarks/target/benchmarks.jar:$home/benchmarks/target/lib/*" "$@"
}

# Prints how many seconds of processor time process $1 has taken.
processor() { awk '{ print ($14 + $15) / 100 }' "/proc/$1/stat"; }

# Runs the rest of the arguments, and prints what processor time it cost process $1.
with_processor_of() {
  watched=$1
  shift
  before=$(processor "$watched")
  "$@"
  echo "processor time of the server: $(echo "$before $(processor "$watched")" | awk '{ printf "%.1f s", $2 - $1 }') for warm-up and run"
}

say_machine() {
  echo "machine: $(nproc) cores $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $("$JAVA_HOME/bin/java" -version 2>&1 | head -n 1)"
  say_load before
}

say_load() {
  echo "load $1: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
}
