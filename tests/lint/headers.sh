#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# headers.sh INCLUDE CC - every public header compiles alone, as C11 and as C++17.
set -eu
include=$1 cc=$2
flags="-I$include $(pkg-config --cflags glib-2.0) -fsyntax-only -Wall -Wextra -Wpedantic -Werror"
cxx=$(command -v c++ || true)
failed=0
for header in "$include"/guanxi/*.h; do
    # shellcheck disable=SC2086 # a list of flags
    echo "#include <guanxi/$(basename "$header")>" | "$cc" -std=c11 $flags -x c - || failed=1
    # shellcheck disable=SC2086
    [ -z "$cxx" ] || echo "#include <guanxi/$(basename "$header")>" | "$cxx" -std=c++17 $flags -x c++ - || failed=1
done
exit $failed
