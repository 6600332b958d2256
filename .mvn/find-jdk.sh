# Sourced by mvnw and amends. find_jdk sets and exports JAVA_HOME to a JDK that can build and run Amends: the one
# JAVA_HOME names if it is 21 or later, else the best one on PATH or in the usual places (25 first, then 24 down to 21,
# then newer ones). It returns 1, with a remedy on stderr, when there is none.

# Prints the feature version of the JDK in folder $1; nothing when it is not a JDK.
jdk_major() {
  [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | sed -n '1s/[^"]*"\([0-9][0-9]*\).*/\1/p'
  fi
}

# Prints the folder of the JDK whose javac is on PATH; nothing when there is none.
jdk_on_path() {
  jdk_javac=$(command -v javac 2>/dev/null) || return 0
  jdk_javac=$(readlink -f "$jdk_javac" 2>/dev/null) || return 0
  dirname "$(dirname "$jdk_javac")"
}

find_jdk() {
  jdk_found_major=
  [ -z "${JAVA_HOME-}" ] || jdk_found_major=$(jdk_major "$JAVA_HOME")
  [ "${jdk_found_major:-0}" -lt 21 ] || return 0
  case $- in *f*) jdk_noglob=1 ;; *) jdk_noglob= ;; esac
  set +f
  jdk_best= jdk_best_rank=0
  for jdk in "$(jdk_on_path)" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
    "${HOME-}"/.asdf/installs/java/* "${HOME-}"/.local/share/mise/installs/java/*; do
    jdk_rank=$(jdk_major "$jdk")
    [ "${jdk_rank:-0}" -ge 21 ] || continue
    [ "$jdk_rank" -le 25 ] || jdk_rank=$((46 - jdk_rank))
    if [ "$jdk_rank" -gt "$jdk_best_rank" ]; then
      jdk_best=$jdk jdk_best_rank=$jdk_rank
    fi
  done
  [ -z "$jdk_noglob" ] || set -f
  if [ -z "$jdk_best" ]; then
    {
      echo "Amends needs a JDK 21 or later (25 preferred) and found none: JAVA_HOME is ${JAVA_HOME:-not set}${jdk_found_major:+ (a JDK $jdk_found_major)},"
      echo "and there is none on PATH or in the usual places, such as /usr/lib/jvm."
      echo "Maybe install one, for example Eclipse Temurin 25 from https://adoptium.net, or set JAVA_HOME to the folder of one."
    } >&2
    return 1
  fi
  JAVA_HOME=$jdk_best
  export JAVA_HOME
}
