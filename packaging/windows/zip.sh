#!/usr/bin/env bash
# Makes the portable archive: unpack it anywhere and start esu-planner.exe.
#
#   packaging/windows/zip.sh [--programs FOLDER] [--out FOLDER] [--version VERSION]
#
# Without --programs it builds them first. The same programs and sources give the same bytes.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

read_options "$@"
name=esu-planner-$version-windows-x64
stage "$work/$name"
python3 "$windows/zip.py" --out "$out/$name.zip" "$work/$name"
say "$out/$name.zip"
