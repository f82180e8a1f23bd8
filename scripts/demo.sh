#!/usr/bin/env bash
# From a fresh clone to a running Lode: installs, builds, indexes the sample
# archive, serves it. The port may be given as argument (default 8080).
set -euo pipefail
cd "$(dirname "$0")/.."
port=${1:-8080}

scripts/install.sh
scripts/build.sh
build/lode index --data build/demo-data corpora/metals

cat <<TEXT

Lode is at http://127.0.0.1:$port  (stop it with Ctrl-C). Three questions to try:
  related to Korea Zinc         http://127.0.0.1:$port/?q=related%20to%20Korea%20Zinc
  zinc smelter tennessee        http://127.0.0.1:$port/?q=zinc%20smelter%20tennessee
  고려아연                      http://127.0.0.1:$port/?q=%EA%B3%A0%EB%A0%A4%EC%95%84%EC%97%B0

TEXT
exec build/lode serve --data build/demo-data --port "$port"
