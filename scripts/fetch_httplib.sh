#!/usr/bin/env bash
# Puts cpp-httplib's header into DIR/cpp-httplib-VERSION, from Debian's source
# archive, and prints that folder. Does nothing if it is already there.
#
#   scripts/fetch_httplib.sh [DIR]      (DIR: build/third_party)
#
# LODE_HTTPLIB_TARBALL names the source archive where it can't be downloaded.
# Debian 12's own package has known security holes, hence a newer source. Any
# user may run this; the mirror is the one that apt is set up with.
set -euo pipefail

version=0.41.0
file=cpp-httplib_$version+ds.orig.tar.xz
sha256=7acb492bffdd95165677d22145c2c4890e6432c5ef53d0f781defe8dec48f567
pool=pool/main/c/cpp-httplib/$file

root=$(cd "$(dirname "$0")/.." && pwd)
cache=${1:-$root/build/third_party}
folder=$cache/cpp-httplib-$version
tarball=$cache/$file

fail() {
  printf 'fetch_httplib.sh: %s\n' "$@" >&2
  exit 1
}

is_genuine() {
  [[ -f $1 ]] && sha256sum --check --status <<<"$sha256  $1"
}

# The package archives that apt takes Debian from, without the security one,
# which has no such source.
mirrors() {
  apt-get indextargets \
    --format '$(ORIGIN)|$(SUITE)|$(REPO_URI)' 'Created-By: Packages' |
    awk -F'|' '$1 == "Debian" && $2 !~ /security/ && !seen[$3]++ {print $3}'
}

download() {
  local mirror partial=$tarball.partial
  for mirror in $(mirrors); do
    if /usr/lib/apt/apt-helper download-file "${mirror%/}/$pool" "$partial" \
      "SHA256:$sha256" >/dev/null 2>"$tarball.log"; then
      mv "$partial" "$tarball"
      return
    fi
    rm -f "$partial"
    tail -n 3 "$tarball.log" >&2
  done
  return 1
}

if [[ -f $folder/httplib.h ]]; then
  echo "$folder"
  exit
fi
mkdir -p "$cache"

if [[ -n ${LODE_HTTPLIB_TARBALL:-} ]]; then
  is_genuine "$LODE_HTTPLIB_TARBALL" ||
    fail "$LODE_HTTPLIB_TARBALL is missing or not $file (SHA256 $sha256)"
  tarball=$LODE_HTTPLIB_TARBALL
elif ! is_genuine "$tarball"; then
  download ||
    fail "can't download $file from Debian's archive." \
      "Is apt set up, and did \`apt-get update\` run? Otherwise get the file" \
      "(Debian source package cpp-httplib, SHA256 $sha256)" \
      "and name it in LODE_HTTPLIB_TARBALL, or pass -DLODE_HTTPLIB_DIR=FOLDER" \
      "with a httplib.h of 0.41.0 or newer to cmake."
fi

# Unpacked beside and renamed, so that a half-written folder is never used.
archive=$(realpath "$tarball")
unpacked=$(mktemp -d "$cache/unpack.XXXXXX")
trap 'rm -rf "$unpacked"' EXIT
(cd "$unpacked" && cmake -E tar xf "$archive")
source_folder=$(dirname "$(find "$unpacked" -maxdepth 2 -name httplib.h)")
mkdir -p "$folder"
cp "$source_folder/LICENSE" "$folder/"
cp "$source_folder/httplib.h" "$folder/httplib.h.partial"
mv "$folder/httplib.h.partial" "$folder/httplib.h"
echo "$folder"
