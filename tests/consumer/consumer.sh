#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# consumer.sh BUILD SOURCE CC CFLAGS - installs the library into a folder of its own and builds a program against it by pkg-config alone.
set -eu
build=$1 source=$2 cc=$3 flags=${4-}
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install "$build" --prefix "$prefix" >/dev/null
PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name guanxi.pc)")
export PKG_CONFIG_PATH
# shellcheck disable=SC2046,SC2086 # lists of flags
"$cc" -std=c11 $flags -o "$prefix/consumer" "$source" $(pkg-config --cflags --libs guanxi)
"$prefix/consumer"
"$prefix/bin/guanxi" version >/dev/null
