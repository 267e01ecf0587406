#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# format.sh ROOT - C is formatted as .clang-format says; skipped (77) where clang-format is not installed.
set -eu
command -v clang-format >/dev/null || { echo "clang-format is not installed"; exit 77; }
cd "$1"
find src include tests -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run -Werror
