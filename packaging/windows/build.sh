#!/usr/bin/env bash
# Builds the program for Windows 10 and 11, of 64 bits, on Linux.
#
#   packaging/windows/build.sh [FOLDER]
#
# FOLDER (default target/packages/windows) has then in programs/
#
#   esu-planner.exe    the program: opens no console with its window, and prints into the one it is
#                      called from
#   esu-planner.com    what a console starts for `esu-planner`: it waits for the program and ends with
#                      its exit code
#
# Missing Debian packages are installed. The standard library for Windows must be of the very version
# of rustc. In this order it is taken from
#
#   1. the toolchain, where it has the target already;
#   2. rustup, which checks what it fetches: rustup target add x86_64-pc-windows-gnu;
#   3. the sources of the standard library in the toolchain (rustup component add rust-src; or the
#      `library` folder of Debian's package rust-src of the same version, linked at
#      $(rustc --print sysroot)/lib/rustlib/src/rust/library): it is built with the program then.
#
# The resources (icons, version, manifest) are made by windres and linked by this script alone. A build
# script of the package could do it too, but would run in every build on every system for what only a
# release needs.
#
# The same sources give the same bytes wherever they lie, with the same toolchain.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# Windows has no more than these of what the program may ask for; the rest would have to be shipped.
system_libraries='advapi32|api-ms-win-[a-z0-9-]*|bcrypt|bcryptprimitives|cfgmgr32|combase|comctl32|comdlg32|crypt32|d3d12|d3dcompiler_47|dwmapi|dxgi|gdi32|imm32|kernel32|msvcrt|ncrypt|ntdll|ole32|oleaut32|opengl32|propsys|rpcrt4|secur32|setupapi|shell32|shlwapi|ucrtbase|uiautomationcore|user32|userenv|uxtheme|winmm|winspool|ws2_32'

find_cargo
install_missing "${build_packages[@]}"
folder=${1:-$root/target/packages/windows}
mkdir -p "$folder/programs" "$folder/resources"
folder=$(cd "$folder" && pwd)
[[ ${CARGO_TARGET_DIR:-$folder} != *" "* ]] ||
    fail "the import libraries can't be made in a folder with a space in its name (binutils' dlltool):" \
        "packaging/windows/build.sh FOLDER"

sysroot=$(rustc --print sysroot)
build_std=()
if [[ ! -d $sysroot/lib/rustlib/$target/lib ]]; then
    if command -v rustup >/dev/null && rustup target add "$target"; then
        say "The standard library for Windows was added to $sysroot"
    elif [[ -f $sysroot/lib/rustlib/src/rust/library/Cargo.lock ]]; then
        say "The standard library is built of its sources"
        build_std=("-Zbuild-std=std,panic_abort")
        export RUSTC_BOOTSTRAP=1
    else
        fail "the standard library for $target is missing: see the head of packaging/windows/build.sh"
    fi
fi

cd "$root"
# Fetched first, since the flags name where the crates lie.
cargo fetch --locked --quiet --target "$target"
release_flags "${CARGO_TARGET_DIR:-$folder}"
# The time of linking would stand in the program. And cargo's own arguments name no folder, since
# all names that the compiler makes would follow from it.
CARGO_ENCODED_RUSTFLAGS+=$'\x1f-Clink-arg=-Wl,--no-insert-timestamp'
CARGO_ENCODED_RUSTFLAGS+=$'\x1f'"-Lnative=$folder/resources"
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$folder}
version=$(cargo_version)
make_icons "$folder/resources"

# build PROGRAM FILE DESCRIPTION
build() {
    local program=$1 file=$2 description=$3
    make_resources "$folder/resources" "$file" "$description" "$version"
    say "Building $file with $(rustc --version)"
    # Named by what it holds: cargo looks whether arguments have changed, not what they name.
    local object
    object=$file-$(sha256sum "$folder/resources/$file.o" | cut -c 1-16).o
    mv "$folder/resources/$file.o" "$folder/resources/$object"
    cargo rustc --release --locked --target "$target" "${build_std[@]}" --bin "$program" -- \
        -C "link-arg=-l:$object"
    # The compiler names the libraries that it makes for linking after a folder that it makes up. The
    # names of functions stay: an account of a crash tells them.
    "$tools-objcopy" --wildcard --strip-symbol='_head_*_imports_lib' \
        --strip-symbol='*_imports_lib_iname' "$CARGO_TARGET_DIR/$target/release/$program.exe" \
        "$folder/programs/$file"

    local paths needed foreign
    ! grep -aq '_imports_lib' "$folder/programs/$file" || fail "$file holds names that were made up"
    paths=$(paths_inside "$folder/programs/$file" "$CARGO_TARGET_DIR")
    [[ -z $paths ]] || fail "$file holds paths of this machine:"$'\n'"$paths"
    needed=$("$tools-objdump" -p "$folder/programs/$file" | sed -n 's/^\tDLL Name: //p')
    foreign=$(grep -viE "^($system_libraries)\.(dll|drv)$" <<<"$needed") || true
    [[ -z $foreign ]] || fail "$file needs what not every Windows has:"$'\n'"$foreign"
}

build esu-planner esu-planner.exe "ESU Planner"
build esu-planner-console esu-planner.com "ESU Planner for the console"
ls -l "$folder/programs"
