#!/usr/bin/env bash
# Configures and builds Lode into build/ (Release).
#
#   scripts/build.sh          the program and its page
#   scripts/build.sh --test   the tests as well
#
# Runs again in a second or two when nothing changed.
set -euo pipefail
cd "$(dirname "$0")/.."

testing=OFF
npm_options=(--omit=dev)
[[ ${1:-} == --test ]] && testing=ON && npm_options=()

# Browser libraries, when the lock file or the choice above changed. Without
# them the page draws no neighbourhoods; the tests need them.
stamp=node_modules/.installed
lock=$(sha256sum <package-lock.json)
if ! grep -qxF -e "ON $lock" -e "$testing $lock" "$stamp" 2>/dev/null; then
  if npm ci --no-audit --no-fund --loglevel=error \
    "${npm_options[@]}" && node scripts/vendor.mjs; then
    echo "$testing $lock" >"$stamp"
  else
    echo "build: npm could not install what package.json lists" >&2
    [[ $testing == OFF ]] || exit 1
    echo "build: going on without; the page will draw no neighbourhoods" >&2
  fi
fi

mkdir -p build
if ! cmake -S . -B build -G Ninja -DBUILD_TESTING=$testing \
  >build/configure.log 2>&1; then
  cat build/configure.log >&2
  exit 1
fi
cmake --build build
