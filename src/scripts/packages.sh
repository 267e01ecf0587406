#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# packages.sh build|test - installs the Debian packages that are missing for building, or for building and testing.
# Calls apt-get only when something is missing, as root or through sudo.
set -eu

build="build-essential cmake ninja-build pkg-config libglib2.0-dev libigraph-dev libicu-dev libxml2-dev libsqlite3-dev libmd4c-dev
    libyaml-dev libjansson-dev libarchive-dev libpoppler-glib-dev poppler-data
    libgmime-3.0-dev"
test="python3-minimal python3-networkx python3-igraph libxml2-utils locales"

case ${1-} in
build) wanted=$build ;;
test) wanted="$build $test" ;;
*) echo "usage: packages.sh build|test" >&2; exit 2 ;;
esac

missing=
for package in $wanted; do
    case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true) in
    installed) ;;
    *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
echo "installing:$missing" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # a list of words
if ! { $as_root apt-get update -q && $as_root apt-get install -y -q --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    exit 1
fi
