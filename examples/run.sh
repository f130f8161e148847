#!/usr/bin/env bash
# Copyright the Turnspan authors. SPDX-License-Identifier: Apache-2.0
#
# Starts the example (trace store, provider simulator, two services with -javaagent), plays a few
# conversations and shows what the trace store has seen. Needs a JDK 17 or newer and Maven.
set -euo pipefail

usage() {
  cat <<'USAGE'
Usage: examples/run.sh [--once]

  --once   exit after printing (0: every turn arrived) instead of staying up until Ctrl-C
  --help   this text

Environment:
  CHAT_PORT, LOOP_PORT                    ports of the services on 127.0.0.1 (8080, 8081)
  SIMULATOR_PORT, STORE_PORT              ports of the others (8089, 4318)
  OPENAI_API_KEY                          use the real provider instead of the simulator
  OPENAI_BASE_URL                         another OpenAI-compatible provider; its key may be empty
  CHAT_MODEL, OPENAI_CHAT_MODEL           models of the LangChain4j and the openai-java endpoints
  JAVA_HOME                               the JDK to use; without it: java from the PATH
USAGE
}

once=false
for argument in "$@"; do
  case $argument in
    --once) once=true ;;
    --help | -h)
      usage
      exit 0
      ;;
    *)
      echo "run.sh: unknown argument: $argument" >&2
      usage >&2
      exit 2
      ;;
  esac
done

cd "$(dirname "${BASH_SOURCE[0]}")/.."

chat_port=${CHAT_PORT:-8080}
loop_port=${LOOP_PORT:-8081}
simulator_port=${SIMULATOR_PORT:-8089}
store_port=${STORE_PORT:-4318}

agent_jar=extension/agent/target/turnspan-agent.jar
store_jar=examples/trace-store/target/turnspan-trace-store.jar
simulator_jar=examples/provider-simulator/target/turnspan-provider-simulator.jar
chat_jar=examples/chat-service/target/turnspan-example-chat-service.jar
loop_jar=examples/tool-loop-service/target/turnspan-example-tool-loop-service.jar

start_seconds=180
stop_tenths=100
logs=
pids=()
names=()

# --- stopping -----------------------------------------------------------------------------------

cleanup() {
  local status=$? pid tenths=0
  trap - EXIT
  trap '' INT TERM HUP
  for pid in ${pids[@]+"${pids[@]}"}; do
    kill "$pid" 2>/dev/null || true
  done
  for pid in ${pids[@]+"${pids[@]}"}; do
    while kill -0 "$pid" 2>/dev/null && ((tenths++ < stop_tenths)); do
      sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  if [[ -n $logs ]]; then
    if ((status == 0 || status == 130 || status == 143)); then
      rm -rf "$logs"
    else
      echo "run.sh: the logs are in $logs" >&2
    fi
  fi
  exit "$status"
}

fail() {
  echo "run.sh: $*" >&2
  exit 1
}

show_log_tail() {
  echo "--- end of $logs/$1.log" >&2
  tail -n 25 "$logs/$1.log" >&2
  echo "---" >&2
}

trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# --- what must be there -------------------------------------------------------------------------

choose_java() {
  if [[ -n ${JAVA_HOME:-} ]]; then
    java=$JAVA_HOME/bin/java
    [[ -x $java ]] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it."
  else
    java=$(command -v java) || fail "no java found: install a JDK 17 or newer, or set JAVA_HOME."
  fi
  local version
  version=$("$java" -XshowSettings:properties -version 2>&1 |
    sed -n 's/^ *java\.specification\.version = \([0-9.]*\).*/\1/p')
  # Java 8 calls itself 1.8.
  if ! [[ $version =~ ^[0-9]+ ]] || ((${version%%.*} < 17)); then
    fail "Java 17 or newer is needed, but $java is Java ${version:-unknown}. Set JAVA_HOME."
  fi
  # The player is started from its source, and Maven compiles: a runtime alone is not enough.
  "$java" --list-modules | grep -q '^jdk\.compiler' ||
    fail "$java is a runtime without compiler: a JDK is needed."
}

build_what_is_missing() {
  local jar missing=
  for jar in "$agent_jar" "$store_jar" "$simulator_jar" "$chat_jar" "$loop_jar"; do
    [[ -f $jar ]] || missing=$missing,${jar%/target/*}
  done
  [[ -n $missing ]] || return 0
  command -v mvn >/dev/null || fail "Maven is needed for the first build, but there is no mvn."
  echo "Building ${missing#,} (the first time takes a few minutes) ..."
  mvn -B -q -DskipTests -pl "${missing#,}" -am package || fail "the build failed."
  for jar in "$agent_jar" "$store_jar" "$simulator_jar" "$chat_jar" "$loop_jar"; do
    [[ -f $jar ]] || fail "the build made no $jar."
  done
}

port_answers() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

require_free_port() {
  local name=$1 port=$2 variable=$3
  if ! [[ $port =~ ^[0-9]{1,5}$ ]] || ((10#$port < 1 || 10#$port > 65535)); then
    fail "$variable is '$port': a port from 1 to 65535 is needed."
  fi
  if port_answers "$port"; then
    fail "port $port for the $name is taken: stop what listens there, or set $variable."
  fi
}

# --- starting -----------------------------------------------------------------------------------

start() {
  local name=$1
  shift
  "$@" >"$logs/$name.log" 2>&1 </dev/null &
  pids+=("$!")
  names+=("$name")
}

require_alive() {
  local i
  for i in "${!pids[@]}"; do
    if ! kill -0 "${pids[i]}" 2>/dev/null; then
      show_log_tail "${names[i]}"
      fail "the ${names[i]} has stopped."
    fi
  done
}

await_port() {
  local name=$1 port=$2 deadline=$((SECONDS + start_seconds))
  until port_answers "$port"; do
    require_alive
    if ((SECONDS >= deadline)); then
      show_log_tail "$name"
      fail "the $name did not open port $port within $start_seconds s."
    fi
    sleep 0.2
  done
  # Somebody else may have taken the port since it was checked; then ours is about to stop.
  require_alive
}

choose_java
real_provider=false
if [[ -n ${OPENAI_API_KEY:-} || -n ${OPENAI_BASE_URL:-} ]]; then
  real_provider=true
fi
require_free_port "trace store" "$store_port" STORE_PORT
$real_provider || require_free_port "provider simulator" "$simulator_port" SIMULATOR_PORT
require_free_port "chat service" "$chat_port" CHAT_PORT
require_free_port "tool loop service" "$loop_port" LOOP_PORT
build_what_is_missing
logs=$(mktemp -d "${TMPDIR:-/tmp}/turnspan-example.XXXXXX")

# Settings meant for another service would send the spans elsewhere.
for variable in ${!OTEL_@}; do
  unset "$variable"
done

store_url=http://127.0.0.1:$store_port
chat_url=http://127.0.0.1:$chat_port
loop_url=http://127.0.0.1:$loop_port

echo "Starting the trace store on port $store_port ..."
start trace-store env -u OPENAI_API_KEY "$java" -jar "$store_jar" --port "$store_port"
if $real_provider; then
  echo "Using the provider at ${OPENAI_BASE_URL:-https://api.openai.com/v1}."
else
  echo "Starting the provider simulator on port $simulator_port ..."
  start provider-simulator "$java" -jar "$simulator_jar" "$simulator_port"
  export OPENAI_BASE_URL=http://127.0.0.1:$simulator_port/v1
  await_port provider-simulator "$simulator_port"
fi
await_port trace-store "$store_port"

start_service() {
  local name=$1 port=$2 jar=$3
  echo "Starting the ${name//-/ } on port $port with -javaagent:$agent_jar ..."
  start "$name" env OTEL_SERVICE_NAME="$name" SERVER_PORT="$port" "$java" \
    -javaagent:"$agent_jar" \
    -Dotel.exporter.otlp.endpoint="$store_url" \
    -Dotel.bsp.schedule.delay=200 \
    -Dotel.blrp.schedule.delay=200 \
    -Dotel.metrics.exporter=none \
    -Dturnspan.conversation.header=X-Conversation-Id \
    -jar "$jar"
}

start_service chat-service "$chat_port" "$chat_jar"
start_service tool-loop-service "$loop_port" "$loop_jar"
await_port chat-service "$chat_port"
await_port tool-loop-service "$loop_port"
echo

# In the background, so that a signal is handled at once and not when the player is done.
"$java" examples/player/Play.java "$chat_url" "$loop_url" "$store_url" &
player=$!
pids+=("$player")
names+=(player)
player_status=0
wait "$player" || player_status=$?
unset "pids[${#pids[@]}-1]" "names[${#names[@]}-1]"

require_alive
if ((player_status != 0)); then
  show_log_tail chat-service
  show_log_tail tool-loop-service
fi
if $once; then
  ((player_status == 0)) || exit "$player_status"
  exit 0
fi

echo
echo "The page:         $store_url/"
echo "The chat service: $chat_url/chat"
echo "The tool loop:    $loop_url/chat/stream"
echo "The logs:         $logs"
echo "Everything stays up until Ctrl-C."
trap 'exit 0' INT
while true; do
  require_alive
  sleep 1
done
