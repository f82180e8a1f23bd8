#!/usr/bin/env python3
"""Fails on an #include that the links of the CMake targets do not allow.

A file of folder F may include headers of F and of the folders that F's
CMakeLists.txt links, and a library's headers only in the folder that owns it
(docs/architecture.md).

  check_includes.py SOURCE_DIR
"""

import pathlib
import re
import sys

FOLDERS = [
    "text", "search", "models", "extract", "training", "graph", "generation",
    "indexer", "exchange", "server", "cli",
]
OWNERS = {
    "unicode/": {"text"},
    "libstemmer": {"text"},
    "cld2/": {"text"},
    "xapian": {"search"},
    "rocksdb/": {"graph"},
    "archive.h": {"indexer"},
    "archive_entry.h": {"indexer"},
    "brotli/": {"indexer"},
    "bzlib.h": {"indexer"},
    "lzma.h": {"indexer"},
    "zstd.h": {"indexer"},
    "libxml/": {"indexer"},
    "httplib.h": {"server"},
    "spdlog/": {"server"},
    "CLI/": {"cli"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^">]+)[">]', re.MULTILINE)
LINKS = re.compile(r"target_link_libraries\(([^)]*)\)")
TARGETS = re.compile(r"add_(?:library|executable)\(\s*(\S+)")


def folders_of_targets(source):
    """{target: folder}"""
    targets = {}
    for folder in FOLDERS:
        text = (source / folder / "CMakeLists.txt").read_text()
        targets.update({name: folder for name in TARGETS.findall(text)})
    return targets


def linked_folders(source, folder, targets):
    text = (source / folder / "CMakeLists.txt").read_text()
    words = " ".join(LINKS.findall(text)).split()
    return {folder} | {targets[word] for word in words if word in targets}


def problems_of(file, folder, allowed):
    for header in INCLUDE.findall(file.read_text()):
        top = header.split("/")[0]
        if top in FOLDERS and top not in allowed:
            yield f"{file}: includes {header}, but {folder} does not link {top}"
        for prefix, owners in OWNERS.items():
            if header.startswith(prefix) and folder not in owners:
                yield f"{file}: includes {header}, which belongs to {owners}"


def main():
    source = pathlib.Path(sys.argv[1])
    targets = folders_of_targets(source)
    problems = []
    for folder in FOLDERS:
        allowed = linked_folders(source, folder, targets)
        for file in sorted((source / folder).rglob("*")):
            if file.suffix in {".cc", ".h"}:
                problems += problems_of(file, folder, allowed)
    print("\n".join(problems) or "every include is allowed by a link")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
