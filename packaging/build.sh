#!/usr/bin/env bash
# Builds the program for release: from Cargo.lock as it is, and without a path of this machine in it.
#
#   packaging/build.sh [FOLDER]
#
# The program lies then in FOLDER/release, by default target/packages/build/release. The same sources
# give the same bytes wherever they lie, with the same toolchain: packaging/release.sh --twice shows
# it. Other targets than this machine's have scripts of their own.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

find_cargo
folder=${1:-$root/target/packages/build}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

cd "$root"
# Fetched first, since the flags name where the crates lie.
cargo fetch --locked --quiet --target "$(rustc --version --verbose | sed -n 's/^host: //p')"
release_flags "$folder"
# Settings from outside could put the new one elsewhere.
rm -f "$folder/release/esu-planner"
say "Building with $(rustc --version)"
CARGO_TARGET_DIR=$folder cargo build --release --locked --bin esu-planner

paths=$(paths_inside "$folder/release/esu-planner" "$folder")
[[ -z $paths ]] || fail "the program holds paths of this machine:"$'\n'"$paths"
