#!/usr/bin/env bash
# From a fresh clone to tested: installs, builds, runs every test.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh --test
scripts/build.sh --test
exec ctest --test-dir build --output-on-failure --parallel "$(nproc)"
