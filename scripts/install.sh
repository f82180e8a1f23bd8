#!/usr/bin/env bash
# Installs what Lode needs from Debian's packages.
#
#   scripts/install.sh          to build and run
#   scripts/install.sh --test   to run the tests as well
#
# Does nothing where everything is there. Needs root or sudo otherwise.
set -euo pipefail

build_packages=(
  g++ cmake ninja-build pkg-config ca-certificates xz-utils
  libicu-dev libxapian-dev librocksdb-dev libxml2-dev libarchive-dev
  zlib1g-dev libzstd-dev liblzma-dev libbz2-dev libbrotli-dev
  libcld2-dev libstemmer-dev libxxhash-dev libopencc-dev
  nlohmann-json3-dev libcli11-dev libspdlog-dev
)
test_packages=(doctest-dev python3 chromium)

# Packages of the list that are not installed, one a line.
missing() {
  local package
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null |
      grep -qx installed || echo "$package"
  done
}

wanted=("${build_packages[@]}")
[[ ${1:-} == --test ]] && wanted+=("${test_packages[@]}")
# Node.js may come from elsewhere than Debian: what counts is the command.
command -v node >/dev/null || wanted+=(nodejs)
command -v npm >/dev/null || wanted+=(npm)

# scripts/fetch_httplib.sh learns the mirror from apt's package lists.
knows_mirror() {
  [[ -n $(apt-get indextargets 'Created-By: Packages' 2>/dev/null) ]]
}

mapfile -t needed < <(missing "${wanted[@]}")
[[ ${#needed[@]} -eq 0 ]] && knows_mirror && exit 0

if ! command -v apt-get >/dev/null; then
  echo "install: no apt-get here; install these yourself: ${needed[*]}" >&2
  exit 1
fi
as_root=()
if [[ $EUID -ne 0 ]]; then
  if ! command -v sudo >/dev/null; then
    echo "install: not root and no sudo; ask for: ${needed[*]:-apt-get update}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

echo "install: ${needed[*]:-the lists of packages}"
export DEBIAN_FRONTEND=noninteractive
if ! { "${as_root[@]}" apt-get update -qq &&
       "${as_root[@]}" apt-get install -y -qq --no-install-recommends \
         "${needed[@]}" >/dev/null; }; then
  echo "install: apt-get could not install: ${needed[*]:-lists}" >&2
  exit 1
fi
