#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# try.sh - builds guanxi and has it read the sample texts into output/.
set -eu
cd "$(dirname "$0")/../.."

sh src/scripts/packages.sh build
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { cmake --preset release && cmake --build --preset release; } >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    exit 1
fi
build/release/src/cli/guanxi build tests/samples -o output
echo "tool:    build/release/src/cli/guanxi"
