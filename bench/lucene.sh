#!/bin/sh
# Measures Lucene over what `search_bench CORPORA INDEXES --write` wrote:
#
#   lucene.sh INDEXES [JARS]
#
# JARS has Lucene 8's jars, as Debian's liblucene8-java leaves them in
# /usr/share/java; `apt-get download liblucene8-java && dpkg -x *.deb DIR` puts
# them into DIR/usr/share/java.
set -eu
jars=${2:-/usr/share/java}
core=$(ls "$jars"/lucene-core-8*.jar 2>/dev/null || true)
if [ -z "$core" ]; then
  echo "no Lucene 8 in $jars: nothing to measure"
  exit 0
fi
analyzers=$(ls "$jars"/lucene-analyzers-common-8*.jar)
exec java -Xmx2g -cp "$core:$analyzers" "$(dirname "$0")/LucenePassages.java" "$1"
