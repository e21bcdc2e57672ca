#!/bin/sh
# The demo: examples/ into a fresh casebook, the events table, one contested event in full, the workbench.
# ONCE=1 or --once stops after printing.
set -eu
cd "$(dirname "$0")/.."
[ "${1:-}" = "--once" ] && ONCE=1
ascribe=target/release/ascribe
casebook="${TMPDIR:-/tmp}/ascribe-demo.$$.db"
trap 'rm -f "$casebook" "$casebook-wal" "$casebook-shm"' EXIT INT TERM

echo "== Adding examples/reports to a fresh casebook"
"$ascribe" add examples/reports --casebook "$casebook"

echo
echo "== Events (what sources contradict each other on is marked with !)"
"$ascribe" events --casebook "$casebook"

event=$("$ascribe" events --casebook "$casebook" --contested --format json | python3 -c '
import json, sys
events = json.load(sys.stdin)["items"]
print(max(events, key=lambda e: len(e["claims"]))["id"] if events else "")')
if [ -n "$event" ]; then
    echo
    echo "== One event in full: who says what, in which words"
    "$ascribe" show event "$event" --casebook "$casebook"
fi

[ -n "${ONCE:-}" ] && exit 0
echo
echo "== The workbench (Ctrl-C ends it)"
"$ascribe" serve --casebook "$casebook" --listen 127.0.0.1:0
